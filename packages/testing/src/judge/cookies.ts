import type { Api } from "../document/api.js";
import type { Operation } from "../document/operation.js";
import { valuesOf, type WireRequest } from "../wire/request.js";
import type { ReadParameters } from "./query.js";
import type { Rejection } from "./rejection.js";
import { readStyled } from "./style.js";
import { decodeSafely, fromParts, inAnyShape, type ValueReader } from "./value.js";

/** The cookies of a request, one for each name and value (RFC 6265, section 4.2). */
export function cookiesOf(
  headers: WireRequest["headers"],
): readonly (readonly [name: string, value: string])[] {
  return valuesOf(headers, "cookie")
    .flatMap((line) => line.split(";"))
    .map((part) => /^\s*([^=]*)=?(.*?)\s*$/s.exec(part))
    .flatMap((found) => (found ? [[found[1] ?? "", found[2] ?? ""] as const] : []));
}

/** Reads the cookie parameters of a request, and refuses cookies that nobody has described. */
export function readCookies(
  reader: ValueReader,
  api: Api,
  { parameters, pointer }: Operation,
  { headers }: WireRequest,
): ReadParameters {
  const cookies = cookiesOf(headers);
  const declared = parameters.filter((parameter) => parameter.in === "cookie");
  const keys = [...api.schemes.values()].filter((scheme) => scheme.in === "cookie");
  const known = new Set([...declared.map(({ name }) => name), ...keys.map(({ parameter }) => parameter)]);
  const rejections: Rejection[] = cookies
    .filter(([name]) => !known.has(decodeSafely(name)))
    .map(([name]) => ({
      rule: "cookie-unknown",
      message: "the operation has no such cookie",
      where: `cookie ${name}`,
      pointer,
    }));
  const values: Record<string, ReadParameters["values"][string]> = {};
  for (const parameter of declared) {
    const texts = cookies.filter(([name]) => decodeSafely(name) === parameter.name).map(([, value]) => value);
    const where = `cookie ${parameter.name}`;
    const [first] = texts;
    if (first === undefined) {
      if (parameter.required)
        rejections.push({
          rule: "cookie-missing",
          message: "it is required",
          where,
          pointer: parameter.pointer,
        });
      continue;
    }
    const reading =
      texts.length > 1
        ? inAnyShape(reader, parameter.schema, (shape) =>
            fromParts(reader, parameter, shape, { items: texts.map(decodeSafely) }),
          )
        : readStyled(reader, parameter, first, decodeSafely);
    if (reading.problem === undefined) values[parameter.name] = reading.value;
    else
      rejections.push({ rule: "cookie-value", message: reading.problem, where, pointer: parameter.pointer });
  }
  return { values, rejections };
}
