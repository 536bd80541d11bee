import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Answer, AnswerKind, Body, BodyKind, Encoding } from "./api.ts";
import { readExamples } from "./docs.ts";
import { toMediaType } from "./http-names.ts";
import { noDocs, type Schema } from "./schema.ts";
import type { SchemaReader } from "./schema-reader.ts";
import { isStream, readStream, readStreamName, streamKind, type StreamKind } from "./stream.ts";

/** Reads a request body (OpenAPI, Request Body Object). Of several media types the one that a client handles best is used. */
export function readBody(reader: Reader, schemas: SchemaReader, operation: SpecNode): Body | undefined {
  const reference = child(operation, "requestBody");
  const node = reader.follow(reference);
  if (node === undefined || !reader.expectObject(node, "a request body")) return undefined;
  reader.known(node, "a request body", ["description", "content", "required"]);
  reader.require(node, "content", "a request body");
  const chosen = choose(reader, node, "a request body", bodyKind);
  if (chosen === undefined) return undefined;
  const { mediaType, kind, media } = chosen;
  const description = reader.string(node, "description");
  return {
    required: reader.boolean(node, "required") ?? false,
    mediaType,
    kind,
    schema: readSchema(schemas, media, kind),
    encoding: readEncoding(reader, media),
    examples: readExamples(reader, media),
    ...(description === undefined ? {} : { description }),
  };
}

/** Reads an operation's responses (OpenAPI, Responses Object), told apart into answers and failures. */
export function readAnswers(
  reader: Reader,
  schemas: SchemaReader,
  operation: SpecNode,
): { readonly answers: readonly Answer[]; readonly failures: readonly Answer[] } {
  const responses = reader.object(operation, "responses");
  const all = reader.fields(responses).flatMap(([status, reference]): readonly Answer[] => {
    if (!/^([1-5](\d\d|XX)|default)$/.test(status)) {
      report(
        reader.diagnostics,
        "CW1030",
        reference,
        `${JSON.stringify(status)} is no status`,
        "write a status such as 200, a range such as 4XX, or default",
      );
      return [];
    }
    const node = reader.follow(reference);
    return node === undefined || !reader.expectObject(node, "a response")
      ? []
      : [readAnswer(reader, schemas, node, status)];
  });
  const isSuccess = (answer: Answer): boolean => answer.status.startsWith("2");
  const answers = all.filter(isSuccess);
  const fallback = all.filter((answer) => answer.status === "default");
  return {
    // Without a documented success, what the document says of every status is also said of success.
    answers: answers.length > 0 ? answers : fallback,
    failures: all.filter((answer) => !isSuccess(answer) && !/^[13]/.test(answer.status)).map(asWhole),
  };
}

function readAnswer(reader: Reader, schemas: SchemaReader, node: SpecNode, status: string): Answer {
  reader.known(node, "a response", ["summary", "description", "headers", "content", "links"]);
  const description = reader.string(node, "description");
  const chosen = choose(reader, node, "a response", answerKind);
  const common = { status, ...(description === undefined ? {} : { description }) };
  if (chosen === undefined) return { ...common, kind: "none", examples: [] };
  const read = (content: Content<Exclude<AnswerKind, "none">>): Answer => ({
    ...common,
    mediaType: content.mediaType,
    ...(isStreamed(content)
      ? readStream(reader, schemas, content.media, content.kind)
      : { kind: content.kind, schema: readSchema(schemas, content.media, content.kind) }),
    examples: readExamples(reader, content.media),
  });
  if (chosen.stream === undefined) return read(chosen);
  const name = readStreamName(reader, chosen.stream.media);
  return { ...read(chosen), stream: { ...read(chosen.stream), ...(name === undefined ? {} : { name }) } };
}

/** What went wrong is never read in parts. */
function asWhole({ stream: _stream, ...answer }: Answer): Answer {
  return isStream(answer.kind) ? { ...answer, kind: "text", schema: unknown } : answer;
}

interface Content<Kind> {
  readonly mediaType: string;
  readonly kind: Kind;
  readonly media: SpecNode;
}

interface Chosen<Kind> extends Content<Kind> {
  /** The same in parts, where it may be whole too. */
  readonly stream?: Content<StreamKind>;
}

function choose<Kind extends AnswerKind | BodyKind>(
  reader: Reader,
  node: SpecNode,
  what: string,
  kindOf: (mediaType: string) => Kind,
): Chosen<Kind> | undefined {
  const members = reader.members(reader.object(node, "content"));
  const all = members.flatMap(([key, reference]): readonly Content<Kind>[] => {
    const media = reader.follow(reference);
    const mediaType = toMediaType(key);
    return media !== undefined && mediaType !== undefined && reader.expectObject(media, "a media type")
      ? [{ mediaType, kind: kindOf(mediaType), media }]
      : [];
  });
  for (const [key, at] of members.filter(([each]) => toMediaType(each) === undefined)) {
    // The keys of a body or a part of an example stand beside media types by mistake. Alone, they would be lost.
    const isLeftOut = all.length > 0;
    report(
      reader.diagnostics,
      isLeftOut ? "CW1034" : "CW1030",
      at,
      `${JSON.stringify(key)} is no media type${isLeftOut ? ", so it is left out" : ""}`,
      isLeftOut ? "remove it, or write type/subtype" : "write type/subtype, for example application/json",
    );
  }
  const [best, ...rest] = all.toSorted((a, b) => preference(a.kind) - preference(b.kind));
  const inParts: readonly Content<AnswerKind | BodyKind>[] = rest;
  const stream = best && !isStream(best.kind) ? inParts.find(isStreamed) : undefined;
  const others = rest.filter((other) => other !== stream);
  if (best !== undefined && others.length > 0) {
    const left = others.map((other) => other.mediaType).join(", ");
    report(
      reader.diagnostics,
      "CW2012",
      child(node, "content") ?? node,
      `${what} of several media types: ${best.mediaType} is used${stream ? `, and ${stream.mediaType}` : ""}, not ${left}`,
      "nothing to do, if that is the one to use; else remove it from the document",
    );
  }
  if (best === undefined) return undefined;
  warnOfUntyped(reader, best);
  return stream === undefined ? best : { ...best, stream };
}

function isStreamed(content: Content<AnswerKind | BodyKind>): content is Content<StreamKind> {
  return isStream(content.kind);
}

/** What is typed best comes first: a body as a whole, then its items as they arrive. */
function preference(kind: AnswerKind | BodyKind): number {
  return isStream(kind) ? 3 : ["json", "form", "multipart", "stream", "text", "binary"].indexOf(kind);
}

/** Tells what is said of the parts of a body that is given as a whole. */
function warnOfUntyped(reader: Reader, { mediaType, kind, media }: Content<AnswerKind | BodyKind>): void {
  const items = child(media, "itemSchema");
  if (items !== undefined && !isStream(kind)) {
    report(
      reader.diagnostics,
      "CW2011",
      items,
      `the items of ${mediaType} have no type: the body is given as a whole`,
      "nothing to do, if that is enough",
    );
  }
  for (const key of ["prefixEncoding", "itemEncoding"]) {
    const encoding = child(media, key);
    if (encoding === undefined) continue;
    report(
      reader.diagnostics,
      "CW2011",
      encoding,
      `${key} has no effect: ${mediaType} is sent as its schema says`,
      "nothing to do, if that is enough",
    );
  }
}

/** A media type without a schema may be anything of its kind. */
function readSchema(schemas: SchemaReader, media: SpecNode, kind: AnswerKind | BodyKind): Schema {
  const node = child(media, "schema");
  if (kind === "binary") return { kind: "binary", docs: noDocs };
  if (kind === "text") return { kind: "string", dateTime: false, docs: noDocs };
  return node === undefined ? unknown : schemas.read(node);
}

const unknown: Schema = { kind: "unknown", docs: noDocs };

function readEncoding(reader: Reader, media: SpecNode): ReadonlyMap<string, Encoding> {
  const encodings = new Map<string, Encoding>();
  for (const [property, node] of reader.members(reader.object(media, "encoding"))) {
    if (!reader.expectObject(node, "an encoding")) continue;
    const contentType = reader.string(node, "contentType");
    const style = reader.oneOf(node, "style", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]);
    const explode = reader.boolean(node, "explode");
    const allowReserved = reader.boolean(node, "allowReserved");
    encodings.set(property, {
      ...(contentType === undefined ? {} : { contentType }),
      ...(style === undefined ? {} : { style }),
      ...(explode === undefined ? {} : { explode }),
      ...(allowReserved === undefined ? {} : { allowReserved }),
    });
  }
  return encodings;
}

/** `application/json`, `application/vnd.api+json; charset=utf-8` and the like (RFC 6839). */
function isJson(mediaType: string): boolean {
  return (
    /^[\w.+-]+\/([\w.+-]*\+)?json\s*(;|$)/i.test(mediaType) || /^(\*\/\*|application\/\*)/.test(mediaType)
  );
}

function isText(mediaType: string): boolean {
  return /^text\/|^application\/([\w.+-]*\+)?(xml|yaml|x-yaml|javascript)\s*(;|$)/i.test(mediaType);
}

function bodyKind(mediaType: string): BodyKind {
  if (isJson(mediaType)) return "json";
  if (/^application\/x-www-form-urlencoded/i.test(mediaType)) return "form";
  if (/^multipart\//i.test(mediaType)) return "multipart";
  return isText(mediaType) ? "text" : "binary";
}

function answerKind(mediaType: string): Exclude<AnswerKind, "none"> {
  const stream = streamKind(mediaType);
  if (stream !== undefined) return stream;
  if (isJson(mediaType)) return "json";
  return isText(mediaType) ? "text" : "binary";
}
