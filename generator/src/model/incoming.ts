import { child, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Answer, Body } from "./api.ts";
import { readAnswers, readBody } from "./media.ts";
import { methodFields } from "./methods.ts";
import { partWith, readPathItem } from "./path-item.ts";
import type { SchemaReader } from "./schema-reader.ts";

/** A request that the service sends: a webhook, or a callback of an operation (OpenAPI 3.1, sections 4.8.1 and 4.8.18). */
export interface IncomingRequest {
  /** The name of the webhook or the callback. */
  readonly name: string;
  readonly method: string;
  /** Of a callback: the runtime expression that gives the URL (OpenAPI 3.1, section 4.8.18.3). */
  readonly url?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly body?: Body;
  /** What the service takes as an answer. */
  readonly answers: readonly Answer[];
  readonly tags: readonly string[];
  readonly file: string;
  readonly pointer: string;
}

/** The requests that the service sends by itself. */
export function readWebhooks(reader: Reader, schemas: SchemaReader): readonly IncomingRequest[] {
  const webhooks = reader.object(reader.document.root, "webhooks");
  return reader.fields(webhooks).flatMap(([name, item]) => readItem(reader, schemas, item, { name }));
}

/** The requests that the service sends because of a call of an operation. */
export function readCallbacks(
  reader: Reader,
  schemas: SchemaReader,
  operation: SpecNode,
): readonly IncomingRequest[] {
  const callbacks = reader.object(operation, "callbacks");
  return reader.fields(callbacks).flatMap(([name, reference]) => {
    const callback = reader.follow(reference);
    if (callback === undefined || !reader.expectObject(callback, "a callback")) return [];
    return reader.fields(callback).flatMap(([url, item]) => readItem(reader, schemas, item, { name, url }));
  });
}

function readItem(
  reader: Reader,
  schemas: SchemaReader,
  reference: SpecNode,
  known: { readonly name: string; readonly url?: string },
): readonly IncomingRequest[] {
  const item = readPathItem(reader, reference);
  if (item === undefined) return [];
  const shared = (key: string): string | undefined => reader.string(partWith(item, key), key);
  return methodFields(reader.document.dialect).flatMap((method) => {
    const node = reader.object(partWith(item, method), method);
    if (node === undefined) return [];
    // A path item that stands elsewhere may be a path's, too, and what it says of operations counts there.
    const isShared = child(reference, "$ref") !== undefined;
    reader.knownExtensions(node, isShared ? "an operation" : "a request of the service");
    const summary = reader.string(node, "summary") ?? shared("summary");
    const description = reader.string(node, "description") ?? shared("description");
    const body = readBody(reader, schemas, node);
    return [
      {
        ...known,
        method: method.toUpperCase(),
        deprecated: reader.boolean(node, "deprecated") ?? false,
        answers: readAnswers(reader, schemas, node, method).answers,
        tags: reader.strings(node, "tags") ?? [],
        file: node.source.name,
        pointer: node.pointer,
        ...(summary === undefined ? {} : { summary }),
        ...(description === undefined ? {} : { description }),
        ...(body === undefined ? {} : { body }),
      },
    ];
  });
}
