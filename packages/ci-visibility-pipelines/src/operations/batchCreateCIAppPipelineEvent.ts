// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import { defineBodyBatch, type BatchCall, type BatchOptions, type Client } from "@clientwright/runtime";
import type { CreateCIAppPipelineEventError } from "../errors.js";
import type { CIAppCreatePipelineEventRequestData } from "../types.js";
import { definition } from "./createCIAppPipelineEvent.js";

const batch = /* @__PURE__ */ defineBodyBatch<
  CIAppCreatePipelineEventRequestData,
  undefined,
  undefined,
  CreateCIAppPipelineEventError
>(definition, { items: ["data"], maxItems: 1000, maxBytes: 5242880 });

/**
 * Sends any number of items with `createCIAppPipelineEvent`, in as many requests as it takes, each
 * with at most 1000 items and 5242880 bytes unless you say otherwise.
 *
 * Awaited, it gives a summary with the items that failed. Iterated, it gives what became of each
 * request, with its items, in the order in which the requests end. Every item that is taken is in
 * exactly one outcome, so what failed can be sent again. The source is read only as fast as the items
 * can be sent.
 *
 * @param client - Where and how the calls are made.
 * @param items - Anything that can be iterated: an array, a generator, a stream. It is taken once.
 * @param options - Limits, concurrency and progress of the batch, and the options of its requests.
 *
 * @returns The summary when awaited; an outcome a request when iterated.
 *
 * @throws `BatchStoppedError` when the source was not taken as a whole: it threw, the signal ended the
 * batch, or the client lacks a key. Requests that fail do not throw.
 *
 * @example
 * ```ts
 * const { sent, failures } = await batchCreateCIAppPipelineEvent(client, [
 *   {
 *     attributes: {
 *       resource: {
 *         level: "pipeline",
 *         unique_id: "3eacb6f3-ff04-4e10-8a9c-46e6d054024a",
 *         name: "Deploy to AWS",
 *         url: "https://my-ci-provider.example/pipelines/my-pipeline/run/1",
 *         start: "2021-11-11T11:09:11+00:00",
 *         end: "2021-11-11T11:10:41+00:00",
 *         status: "success",
 *         partial_retry: false,
 *         git: {
 *           repository_url: "https://github.com/DataDog/datadog-agent",
 *           sha: "7f263865994b76066c4612fd1965215e7dcb4cd2",
 *           author_email: "john.doe@email.com",
 *         },
 *       },
 *     },
 *     type: "cipipeline_resource_request",
 *   },
 * ]);
 * for (const { items, error } of failures) console.error(items.length, error.message);
 * ```
 */
export function batchCreateCIAppPipelineEvent(
  client: Client,
  items:
    | readonly CIAppCreatePipelineEventRequestData[]
    | Iterable<CIAppCreatePipelineEventRequestData>
    | AsyncIterable<CIAppCreatePipelineEventRequestData>,
  options?: BatchOptions,
): BatchCall<CIAppCreatePipelineEventRequestData, undefined, CreateCIAppPipelineEventError> {
  return batch(client, items, options);
}
