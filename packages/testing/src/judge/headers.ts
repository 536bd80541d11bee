import type { Api } from "../document/api.js";
import type { Operation } from "../document/operation.js";
import { matchesMedia } from "../wire/media-type.js";
import { valuesOf, type WireRequest } from "../wire/request.js";
import type { ReadParameters } from "./query.js";
import type { Rejection } from "./rejection.js";
import { readStyled } from "./style.js";
import type { ValueReader } from "./value.js";

/** Headers of HTTP and of `fetch` themselves, which no document lists. */
const platformHeaders: readonly string[] = [
  "accept-encoding",
  "accept-language",
  "connection",
  "content-encoding",
  "content-length",
  "content-type",
  "host",
  "keep-alive",
  "priority",
  "sec-fetch-mode",
  "transfer-encoding",
  "user-agent",
];

/** Reads the header parameters of a request, and refuses headers that nobody has described. */
export function readHeaders(
  reader: ValueReader,
  api: Api,
  { parameters, pointer, responses }: Operation,
  { headers }: WireRequest,
  allowed: readonly string[],
): ReadParameters {
  const declared = parameters.filter((parameter) => parameter.in === "header");
  const secret = [...api.schemes.values()].filter((scheme) => scheme.in === "header");
  const known = new Set([
    ...platformHeaders,
    ...allowed.map((name) => name.toLowerCase()),
    ...declared.map(({ name }) => name.toLowerCase()),
    ...secret.map(({ parameter }) => parameter),
    "accept",
    "cookie",
  ]);
  const rejections: Rejection[] = [];
  for (const [name] of headers) {
    if (!known.has(name))
      rejections.push({
        rule: "header-unknown",
        message: "the operation has no such header",
        where: `header ${name}`,
        pointer,
      });
  }
  for (const name of new Set(headers.map(([one]) => one))) {
    const count = valuesOf(headers, name).length;
    if (count > 1)
      rejections.push({
        rule: "header-repeated",
        message: `it is there ${count} times`,
        where: `header ${name}`,
        pointer,
      });
  }
  const values: Record<string, ReadParameters["values"][string]> = {};
  for (const parameter of declared) {
    const where = `header ${parameter.name.toLowerCase()}`;
    const [text] = valuesOf(headers, parameter.name.toLowerCase());
    if (text === undefined) {
      if (parameter.required)
        rejections.push({
          rule: "header-missing",
          message: "it is required",
          where,
          pointer: parameter.pointer,
        });
      continue;
    }
    const reading = readStyled(reader, parameter, text, (part) => part);
    if (reading.problem === undefined) values[parameter.name] = reading.value;
    else
      rejections.push({ rule: "header-value", message: reading.problem, where, pointer: parameter.pointer });
  }
  return { values, rejections: [...rejections, ...judgeAccept(headers, responses, pointer)] };
}

/** Accept must not ask for what no answer of the operation is (RFC 9110, section 12.5.1). Without it, anything goes. */
function judgeAccept(
  headers: WireRequest["headers"],
  responses: Operation["responses"],
  pointer: string,
): Rejection[] {
  const offered = responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  return valuesOf(headers, "accept")
    .flatMap((value) => value.split(","))
    .map((range) => range.trim())
    .filter(
      (range) =>
        offered.length > 0 && !offered.some((type) => matchesMedia(range, type) || matchesMedia(type, range)),
    )
    .map((range) => ({
      rule: "accept",
      message: `no answer is ${range}; there are ${[...new Set(offered)].join(", ")}`,
      where: "header accept",
      pointer,
    }));
}
