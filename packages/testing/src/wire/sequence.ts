import { isObject, type JsonValue } from "../json.js";

const types =
  /^(?:text\/event-stream|application\/(?:json-seq|jsonl|(?:x-)?ndjson|(?:x-)?jsonlines|x-json-stream|stream\+json))\s*(?:;|$)/i;

/** Whether bodies of a media type are values one after another (OpenAPI 3.2.0, Sequential Media Types). */
export function isSequence(mediaType: string): boolean {
  return types.test(mediaType);
}

/** A body of such a media type that holds one value, or each of a list. */
export function writeSequence(mediaType: string, body: JsonValue): string {
  const values = Array.isArray(body) ? body : [body];
  if (/event-stream/i.test(mediaType)) return values.map(writeEvent).join("");
  const mark = /json-seq/i.test(mediaType) ? "\u001e" : "";
  return values.map((value) => `${mark}${JSON.stringify(value)}\n`).join("");
}

const fields = ["event", "id", "retry", "data"];

/** A value with the fields of an event is the event, any other its data (HTML, section 9.2.5). */
function writeEvent(value: JsonValue): string {
  const event =
    isObject(value) && Object.keys(value).every((key) => fields.includes(key)) ? value : { data: value };
  const lines = fields.flatMap((field) => {
    const part = event[field];
    if (part === undefined) return [];
    const text = typeof part === "string" ? part : JSON.stringify(part);
    return text.split("\n").map((line) => `${field}: ${line}\n`);
  });
  return `${lines.join("")}\n`;
}
