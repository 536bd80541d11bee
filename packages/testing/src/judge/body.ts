import type { Content, Operation } from "../document/operation.js";
import type { JsonValue } from "../json.js";
import { entryOf, isJson, isMarkup, isText, mayBeEmpty } from "../wire/media-type.js";
import { valuesOf, type WireRequest } from "../wire/request.js";
import type { Rejection, Rule } from "./rejection.js";
import { candidates, fitting, isValueText, type ValueReader } from "./value.js";

/** A body that was read: JSON as its value, text as what its schema makes of it, everything else as `undefined`. */
export interface ReadBody {
  readonly value: JsonValue | undefined;
  readonly rejections: readonly Rejection[];
}

/** Judges the body of a request. */
export function readRequestBody(
  reader: ValueReader,
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
  const content = type === undefined ? undefined : entryOf(described?.contents ?? [], type);
  if (body.length === 0 && !(content && type !== undefined && mayBeEmpty(type))) {
    if (described?.required === true) return refuse("body-missing", "it is required");
    return type === undefined
      ? { value: undefined, rejections: [] }
      : refuse("body-media-type", "there is a Content-Type and no body");
  }
  if (!described) return refuse("body-unexpected", "the operation takes no body");
  const offered = described.contents.map(({ mediaType }) => mediaType).join(", ");
  if (!content || type === undefined)
    return refuse("body-media-type", `it is ${type ?? "of no type"}; the operation takes ${offered}`);
  return readContent(reader, content, type, body, {
    syntax: "body-syntax",
    value: "body-value",
    pointer: described.pointer,
  });
}

interface Rules {
  readonly syntax: Rule;
  readonly value: Rule;
  readonly pointer: string;
}

/** Reads a body by its media type and judges it by its schema. Of what is neither JSON nor text, the type alone is judged. */
export function readContent(
  reader: ValueReader,
  { schema }: Content,
  mediaType: string,
  body: Uint8Array,
  { syntax, value: valueRule, pointer }: Rules,
): ReadBody {
  if (!isJson(mediaType) && !isText(mediaType)) return { value: undefined, rejections: [] };
  const refuse = (message: string): ReadBody => ({
    value: undefined,
    rejections: [{ rule: syntax, message, where: "body", pointer }],
  });
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    // Markup says its encoding itself.
    return isMarkup(mediaType) ? { value: undefined, rejections: [] } : refuse("it is not UTF-8");
  }
  let values: readonly JsonValue[];
  try {
    values = isJson(mediaType) ? [JSON.parse(text)] : valuesOfText(text);
  } catch (error) {
    return refuse(`it is no JSON text: ${String(error)}`);
  }
  const isJudged = isJson(mediaType) || (!isMarkup(mediaType) && isValueText(reader, schema));
  const { value, problems } = isJudged ? fitting(reader, values, schema) : { value: text, problems: [] };
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

/** What a text may stand for. A value that is null is no text at all. */
function valuesOfText(text: string): readonly JsonValue[] {
  return text === "" ? [text, null] : candidates(text);
}
