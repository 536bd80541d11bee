import type { Content, Operation } from "../document/operation.js";
import type { JsonValue } from "../json.js";
import type { Direction } from "../schema/direction.js";
import type { Validator } from "../schema/validator.js";
import { isForm, isJson, isText, matchesMedia } from "../wire/media-type.js";
import { valuesOf, type WireRequest } from "../wire/request.js";
import type { Rejection, Rule } from "./rejection.js";

/** A body that was read: JSON as its value, text as text, everything else as `undefined`. */
export interface ReadBody {
  readonly value: JsonValue | undefined;
  readonly rejections: readonly Rejection[];
}

/** Judges the body of a request. */
export function readRequestBody(
  validator: Validator,
  { body: described, pointer }: Operation,
  { headers, body }: WireRequest,
): ReadBody {
  const refuse = (rule: Rule, message: string): ReadBody => ({
    value: undefined,
    rejections: [{ rule, message, where: "body", pointer: described?.pointer ?? pointer }],
  });
  const [length] = valuesOf(headers, "content-length");
  const isEncoded = valuesOf(headers, "content-encoding").length > 0;
  if (length !== undefined && !isEncoded && length !== String(body.length))
    return refuse("body-length", `Content-Length says ${length}, and there are ${body.length} bytes`);
  const [type] = valuesOf(headers, "content-type");
  if (body.length === 0) {
    if (described?.required === true) return refuse("body-missing", "it is required");
    // A form without fields is a body without a byte.
    return type === undefined || (described !== undefined && isForm(type))
      ? { value: undefined, rejections: [] }
      : refuse("body-media-type", "there is a Content-Type and no body");
  }
  if (!described) return refuse("body-unexpected", "the operation takes no body");
  const content = described.contents.find(
    ({ mediaType }) => type !== undefined && matchesMedia(mediaType, type),
  );
  const offered = described.contents.map(({ mediaType }) => mediaType).join(", ");
  if (!content || type === undefined)
    return refuse("body-media-type", `it is ${type ?? "of no type"}; the operation takes ${offered}`);
  return readContent(validator, content, type, body, {
    direction: "request",
    syntax: "body-syntax",
    value: "body-value",
    pointer: described.pointer,
  });
}

interface Rules {
  readonly direction: Direction;
  readonly syntax: Rule;
  readonly value: Rule;
  readonly pointer: string;
}

/** Reads a body by its media type and judges it by its schema. Of what is neither JSON nor text, the type alone is judged. */
export function readContent(
  validator: Validator,
  { schema }: Content,
  mediaType: string,
  body: Uint8Array,
  { direction, syntax, value: valueRule, pointer }: Rules,
): ReadBody {
  if (!isJson(mediaType) && !isText(mediaType)) return { value: undefined, rejections: [] };
  let value: JsonValue;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
    value = isJson(mediaType) ? JSON.parse(text) : text;
  } catch (error) {
    const message = isJson(mediaType) ? `it is no JSON text: ${String(error)}` : "it is not UTF-8";
    return { value: undefined, rejections: [{ rule: syntax, message, where: "body", pointer }] };
  }
  const problems = schema === undefined ? [] : validator.check(schema, direction)(value);
  return {
    value,
    rejections: problems.map(({ at, message }) => ({
      rule: valueRule,
      message,
      where: `body ${at === "" ? "/" : at}`,
      pointer: schema ?? pointer,
    })),
  };
}
