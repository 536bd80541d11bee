import { defineBodyBatch, type BatchOperation } from "../batch/batch-operation.js";
import { none } from "../answer/none.js";
import { json } from "../body/json.js";
import type { ApiError } from "../errors/api-error.js";
import type { TransportError } from "../errors/transport-error.js";
import type { Received } from "./loopback.js";
import { api } from "./sample.js";

/** An item of a batch. */
export interface Parcel {
  readonly id: number;
  readonly note?: string;
}

/** Sends parcels as `{ "parcels": [ … ] }`. */
export const batchSendParcels: BatchOperation<Parcel, object, undefined, ApiError | TransportError> =
  defineBodyBatch(
    {
      api,
      id: "sendParcels",
      method: "POST",
      path: "/parcels",
      idempotency: "idempotent",
      security: [["key"]],
      body: json,
      answers: { 202: none },
    },
    { items: ["parcels"], maxItems: 3 },
  );

/** `count` parcels, numbered from `from`. */
export function parcels(count: number, from: number = 0): Parcel[] {
  return Array.from({ length: count }, (_, at) => ({ id: from + at }));
}

/** The numbers of the parcels that came with a request. */
export function idsOf({ body }: Pick<Received, "body">): number[] {
  return JSON.parse(body.toString()).parcels.map(({ id }: Parcel) => id);
}
