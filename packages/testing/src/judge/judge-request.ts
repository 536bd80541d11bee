import type { Api } from "../document/api.js";
import type { Operation } from "../document/operation.js";
import type { JsonValue } from "../json.js";
import type { Validator } from "../schema/validator.js";
import { pathEncodingProblem } from "../wire/encoding.js";
import type { WireRequest } from "../wire/request.js";
import { readRequestBody } from "./body.js";
import { readCookies } from "./cookies.js";
import { judgeCredentials } from "./credentials.js";
import { readHeaders } from "./headers.js";
import { readQuery, type ReadParameters } from "./query.js";
import type { Rejection } from "./rejection.js";
import { findRoute, type Route } from "./route.js";
import { readStyled } from "./style.js";
import { decode, type ValueReader } from "./value.js";

/** A request as its operation understands it. */
export interface UnderstoodRequest {
  readonly operationId: string;
  /** By the names of the document. Values are what the texts on the wire stand for. */
  readonly parameters: {
    readonly path: Readonly<Record<string, JsonValue>>;
    readonly query: Readonly<Record<string, JsonValue>>;
    readonly header: Readonly<Record<string, JsonValue>>;
    readonly cookie: Readonly<Record<string, JsonValue>>;
  };
  /** JSON as its value, text as what its schema makes of it; `undefined` when there is none or it is of another kind. */
  readonly body: JsonValue | undefined;
}

/** What the judge says of a request: what it understood, if it found the operation, and every rule that is broken. */
export interface Judgement {
  readonly ok: boolean;
  readonly request: UnderstoodRequest | undefined;
  readonly rejections: readonly Rejection[];
}

/** Judges a request as it stands on the wire. */
export function judgeRequest(
  api: Api,
  validator: Validator,
  request: WireRequest,
  allowedHeaders: readonly string[],
): Judgement {
  const route = findRoute(api, request);
  if ("rule" in route) return { ok: false, request: undefined, rejections: [route] };
  const { operation } = route;
  const reader: ValueReader = { document: api.document, validator, direction: "request" };
  const query = /\?(.*)$/s.exec(request.target)?.[1] ?? "";
  const path = readPath(reader, route);
  const queried = readQuery(reader, operation, query, [...api.schemes.values()]);
  const header = readHeaders(reader, api, operation, request, allowedHeaders);
  const cookie = readCookies(reader, api, operation, request);
  const body = readRequestBody(reader, operation, request);
  const rejections = [
    ...path.rejections,
    ...queried.rejections,
    ...header.rejections,
    ...cookie.rejections,
    ...judgeCredentials(api, operation, request, query),
    ...body.rejections,
  ];
  return {
    ok: rejections.length === 0,
    request: {
      operationId: operation.id,
      parameters: { path: path.values, query: queried.values, header: header.values, cookie: cookie.values },
      body: body.value,
    },
    rejections,
  };
}

function readPath(reader: ValueReader, { operation, segments }: Route): ReadParameters {
  const values: Record<string, JsonValue> = {};
  const rejections: Rejection[] = [];
  for (const [name, text] of segments) {
    const parameter = declaredIn(operation, name);
    if (!parameter) continue;
    const where = `path ${name}`;
    const isClimbing = /^\.{1,2}$/.test(decode(text));
    const problem = isClimbing ? "it leads to another path" : pathEncodingProblem(text);
    const reading = problem === undefined ? readStyled(reader, parameter, text, decode) : { problem };
    if (reading.problem === undefined) values[name] = reading.value;
    else
      rejections.push({
        rule: "path-parameter",
        message: reading.problem,
        where,
        pointer: parameter.pointer,
      });
  }
  return { values, rejections };
}

function declaredIn({ parameters }: Operation, name: string): Operation["parameters"][number] | undefined {
  return parameters.find((parameter) => parameter.in === "path" && parameter.name === name);
}
