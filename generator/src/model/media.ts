import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Answer, AnswerKind, Body, BodyKind, Operation } from "./api.ts";
import { asParts, asText } from "./byte-places.ts";
import { readExamples } from "./docs.ts";
import { checkHeaders } from "./frame.ts";
import { readEncoding } from "./encoding.ts";
import { toMediaType } from "./http-names.ts";
import { answerKind, bodyKind, hasBytes, meantType, preference } from "./media-kind.ts";
import type { MethodField } from "./methods.ts";
import { noDocs, type Schema } from "./schema.ts";
import type { SchemaReader } from "./schema-reader.ts";
import { isStream, readStream, readStreamName, type StreamKind } from "./stream.ts";
import { warnOfUntyped } from "./untyped.ts";

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
  const schema = readSchema(schemas, media, kind);
  return {
    required: reader.boolean(node, "required") ?? false,
    mediaType,
    kind,
    schema,
    // Of other bodies it says nothing (OpenAPI 3.1, section 4.8.14).
    encoding:
      kind === "form" || kind === "multipart"
        ? readEncoding(reader, media, schema, (id) => schemas.definitions.get(id))
        : new Map(),
    examples: readExamples(reader, media),
    ...(description === undefined ? {} : { description }),
  };
}

/** Reads an operation's responses (OpenAPI, Responses Object), told apart into answers, failures and redirections. */
export function readAnswers(
  reader: Reader,
  schemas: SchemaReader,
  operation: SpecNode,
  method: MethodField,
): Pick<Operation, "answers" | "failures" | "redirections"> {
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
      : [readAnswer(reader, schemas, node, status, method)];
  });
  const isSuccess = (answer: Answer): boolean => answer.status.startsWith("2");
  const answers = all.filter(isSuccess);
  const fallback = all.filter((answer) => answer.status === "default");
  const redirections = all.filter((answer) => answer.status.startsWith("3"));
  return {
    // Without a documented success, what the document says of every status is also said of success.
    answers: answers.length > 0 ? answers : fallback,
    failures: all.filter((answer) => !isSuccess(answer) && !/^[13]/.test(answer.status)).map(asFailure),
    ...(redirections.length === 0 ? {} : { redirections }),
  };
}

function readAnswer(
  reader: Reader,
  schemas: SchemaReader,
  node: SpecNode,
  status: string,
  method: MethodField,
): Answer {
  reader.known(node, "a response", ["summary", "description", "headers", "content", "links"]);
  checkHeaders(reader, node);
  const description = reader.string(node, "description");
  // What is documented for HEAD is what a GET would give: its own answers never have content (RFC 9110, section 9.3.2).
  const chosen = method === "head" ? undefined : choose(reader, node, "a response", answerKind);
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

/** What went wrong is never read in parts, and only as JSON: any other body is text that has no type. */
function asFailure({ stream: _stream, ...answer }: Answer): Answer {
  if (answer.kind === "json" || answer.kind === "none") return answer;
  return { ...answer, kind: isStream(answer.kind) ? "text" : answer.kind, schema: unknown };
}

const fields = ["schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding", "itemEncoding"];

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
    if (media === undefined || mediaType === undefined || !reader.expectObject(media, "a media type"))
      return [];
    reader.known(media, "a media type", fields);
    return [{ mediaType, kind: kindOf(meantType(reader, mediaType, media)), media }];
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
  // Only where there is a choice: a large schema takes time to look at.
  const rank = ({ kind, media }: Content<Kind>): number =>
    preference(kind, () => all.length > 1 && hasBytes(reader, media));
  const ranks = new Map(all.map((content) => [content, rank(content)]));
  const [best, ...rest] = all.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
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
  warnOfUntyped(reader, best.mediaType, best.kind, best.media);
  return stream === undefined ? best : { ...best, stream };
}

function isStreamed(content: Content<AnswerKind | BodyKind>): content is Content<StreamKind> {
  return isStream(content.kind);
}

/** A media type without a schema may be anything of its kind. */
function readSchema(schemas: SchemaReader, media: SpecNode, kind: AnswerKind | BodyKind): Schema {
  const node = child(media, "schema");
  if (kind === "binary") return { kind: "binary", docs: noDocs };
  if (kind === "text") return { kind: "string", dateTime: false, docs: noDocs };
  return node === undefined ? unknown : schemas.read(node, kind === "multipart" ? asParts : asText);
}

const unknown: Schema = { kind: "unknown", docs: noDocs };
