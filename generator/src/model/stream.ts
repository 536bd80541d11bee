import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Answer, AnswerKind } from "./api.ts";
import { readIdentifier } from "./given-name.ts";
import { noDocs, type Schema } from "./schema.ts";
import type { SchemaReader } from "./schema-reader.ts";

/** Answers that are read item by item while they arrive (OpenAPI 3.2, Sequential Media Types). */
export type StreamKind = "text-events" | "json-events" | "json-lines" | "json-sequence";

const streamKinds = new Set<string>(["text-events", "json-events", "json-lines", "json-sequence"]);

/** What answers of a media type are read as; of events only the schema tells what their data is. */
export function streamKind(mediaType: string): StreamKind | undefined {
  if (/^text\/event-stream\b/i.test(mediaType)) return "text-events";
  if (/^application\/json-seq\b/i.test(mediaType)) return "json-sequence";
  return /^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|x-json-stream|stream\+json)\b/i.test(
    mediaType,
  )
    ? "json-lines"
    : undefined;
}

export function isStream(kind: string): kind is StreamKind {
  return streamKinds.has(kind);
}

export function isEvents(kind: AnswerKind): boolean {
  return kind === "text-events" || kind === "json-events";
}

/** What a media type says of its items: `schema` is that of one item, or of the data of one event. */
export function readStream(
  reader: Reader,
  schemas: SchemaReader,
  media: SpecNode,
  kind: StreamKind,
): Pick<Answer, "kind" | "schema" | "end"> {
  const item = itemNode(reader, media);
  const end = readExtension(reader, media)?.end;
  const data = kind === "text-events" && item ? eventData(reader, item) : undefined;
  if (describes(reader, data)) {
    return { kind: "json-events", schema: schemas.read(data), ...(end === undefined ? {} : { end }) };
  }
  if (end !== undefined) {
    report(
      reader.diagnostics,
      "CW2020",
      child(media, "x-clientwright-stream") ?? media,
      "x-clientwright-stream/end is of events whose data is JSON",
      "describe the data of the events, or leave end out",
    );
  }
  if (kind === "text-events") return { kind, schema: { kind: "string", dateTime: false, docs: noDocs } };
  return { kind, schema: describes(reader, item) ? schemas.read(item) : unknown };
}

const unknown: Schema = { kind: "unknown", docs: noDocs };

/** `itemSchema` is of one item, and `schema` of all of them as an array; before 3.2 there was only `schema`, mostly of one. */
function itemNode(reader: Reader, media: SpecNode): SpecNode | undefined {
  const itemSchema = child(media, "itemSchema");
  if (itemSchema !== undefined) return itemSchema;
  const schema = child(media, "schema");
  const target = reader.follow(schema);
  return target && child(target, "type")?.value === "array" ? child(target, "items") : schema;
}

/**
 * What an event's data is, when its schema is of the whole event: `data`, or what `contentSchema` says is in that text.
 * A schema of anything else is taken for that of the data.
 */
function eventData(reader: Reader, item: SpecNode): SpecNode | undefined {
  const target = reader.follow(item);
  if (target === undefined) return undefined;
  const variants = ["oneOf", "anyOf"].flatMap((key) => (child(target, key) ? reader.items(target, key) : []));
  if (variants.some((variant) => isEvent(reader, reader.follow(variant)))) {
    report(
      reader.diagnostics,
      "CW2011",
      target,
      "events whose data is described kind by kind: their data is given as text",
      "parse it by the event's name, or describe what all data is",
    );
    return undefined;
  }
  // Whoever says of an event only that it is an object says nothing of its data.
  if (Object.keys(Object(target.value)).every((key) => plain.has(key))) return undefined;
  if (!isEvent(reader, target)) return item;
  const data = child(child(target, "properties") ?? target, "data");
  const text = reader.follow(data);
  return (text && child(text, "contentSchema")) ?? data;
}

const plain = new Set(["type", "title", "description"]);
const eventFields = new Set(["data", "event", "id", "retry"]);

function isEvent(reader: Reader, node: SpecNode | undefined): boolean {
  const names = reader.members(node && child(node, "properties")).map(([name]) => name);
  return (
    names.length > 0 &&
    names.every((name) => eventFields.has(name)) &&
    names.some((name) => name === "data" || name === "event")
  );
}

/** What is only called text has no other type than that. */
function describes(reader: Reader, node: SpecNode | undefined): node is SpecNode {
  const target = reader.follow(node);
  return target !== undefined && child(target, "type")?.value !== "string";
}

/** The name of the function that gives an answer in parts, where it may be whole too. */
export function readStreamName(reader: Reader, media: SpecNode): string | undefined {
  return readExtension(reader, media)?.name;
}

function readExtension(
  reader: Reader,
  media: SpecNode,
): { readonly end: string | undefined; readonly name: string | undefined } | undefined {
  const node = reader.object(media, "x-clientwright-stream");
  if (node === undefined) return undefined;
  reader.known(node, "x-clientwright-stream", ["end", "name"]);
  return { end: reader.string(node, "end"), name: readIdentifier(reader, node, "name") };
}
