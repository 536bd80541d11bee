import type { Batch } from "./batch.ts";
import type { IncomingRequest } from "./incoming.ts";
import type { Origin, Position, Step } from "./locate.ts";
import type { Pagination } from "./pagination.ts";
import type { PartialRule } from "./partial.ts";
import type { UnionSurface } from "./union-surface.ts";
import type { Definition, Docs, Schema, SchemaId } from "./schema.ts";

/** Everything that one generated package says, with no trace of the document's dialect or layout. */
export interface Api {
  readonly package: PackageIdentity;
  readonly title: string;
  readonly description?: string;
  /** The document's path as it stands in generated headers. */
  readonly source: string;
  readonly documentation?: Link;
  readonly server: Server;
  /** By scheme name; only those that an operation of this package asks for. */
  readonly security: ReadonlyMap<string, SecurityScheme>;
  /** In the document's order. */
  readonly operations: readonly Operation[];
  /** What the service sends by itself. */
  readonly webhooks: readonly IncomingRequest[];
  /** In code-unit order of their names. */
  readonly types: readonly TypeDeclaration[];
  /** The name of a definition's type, seen from a request or an answer. */
  typeName(id: SchemaId, direction: Direction): string;
  definition(id: SchemaId): Definition;
  readonly definitions: ReadonlyMap<SchemaId, Definition>;
  /** The functions that tell variants of unions apart and make them. */
  readonly unions: UnionSurface;
  /** The OpenAPI document of this package alone, as JSON; made when it is asked for. */
  document(): object;
  /** Where something stands in the document, by the way that leads there from an operation or a named schema. */
  locate(origin: Origin, steps: readonly Step[]): Position;
}

export type Direction = "input" | "output";

export interface PackageIdentity {
  /** The npm name, with its scope. */
  readonly name: string;
  /** The folder below the output folder. */
  readonly folder: string;
  /** The class whose methods are the operations. */
  readonly className: string;
}

export interface Link {
  readonly url: string;
  readonly description?: string;
}

/** One exported type: a definition as requests see it, as answers see it, or as both do when that is the same. */
export interface TypeDeclaration {
  readonly name: string;
  readonly direction: Direction;
  readonly definition: Definition;
}

export interface Server {
  /** A URL template (OpenAPI, Server Object); undefined when the document names no absolute server. */
  readonly url?: string;
  /** What the document says in place of a URL where that is relative, with the defaults of its variables: for texts alone. */
  readonly relative?: string;
  readonly variables: readonly ServerVariable[];
  /** The URLs of the servers after the first, absent where there are none: whoever wants one of them gives it as `baseUrl`. */
  readonly others?: readonly string[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly description?: string;
  readonly env?: string;
  /** Known values; others are allowed. */
  readonly values: readonly string[];
}

export type SecurityScheme = {
  /** The name of the client's option that carries the credential. */
  readonly option: string;
  readonly env?: string;
  readonly description?: string;
} & (
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "bearer" | "basic" }
);

export interface Operation {
  /** The documented operationId, or the derived one. */
  readonly id: string;
  /** The function's name. */
  readonly name: string;
  /** The id of the operation of which this one gives the answer in parts. */
  readonly streamOf?: string;
  readonly method: string;
  /** The path template, as documented. */
  readonly path: string;
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  readonly preview: boolean;
  readonly idempotency: "safe" | "idempotent" | "none";
  readonly documentation?: Link;
  /** Where it differs from the package's. */
  readonly server?: Server;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  /** By status: exact, `2XX`, or `default` where no success is documented. */
  readonly answers: readonly Answer[];
  /** By status: exact, `4XX`, or `default`. */
  readonly failures: readonly Answer[];
  /** Documented statuses such as 304, absent where there are none: to a caller each is an error without a type of its own. */
  readonly redirections?: readonly Answer[];
  /** Alternatives, each a list of schemes that are all needed; an empty list means that none is. Undefined: no security at all. */
  readonly security?: readonly (readonly string[])[];
  readonly scopes: readonly string[];
  readonly pagination?: Pagination;
  readonly batch?: Batch;
  readonly partial: readonly PartialRule[];
  /** What the service sends because of a call. */
  readonly callbacks: readonly IncomingRequest[];
  readonly file: string;
  readonly pointer: string;
}

export type ParameterLocation = "path" | "query" | "header" | "cookie";

export interface Parameter {
  /** The name on the wire. */
  readonly name: string;
  readonly in: ParameterLocation;
  /** Where its value stands in the operation's input: `filter[query]` is at `filter`, `query`. */
  readonly key: readonly string[];
  readonly required: boolean;
  readonly schema: Schema;
  readonly docs: Docs;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type of a parameter that is serialised by `content` instead of a style. */
  readonly content?: string;
}

export interface Body {
  readonly required: boolean;
  readonly description?: string;
  readonly mediaType: string;
  readonly kind: BodyKind;
  readonly schema: Schema;
  /** Per property of a form or multipart body, what differs from the default (OpenAPI, Encoding Object). */
  readonly encoding: ReadonlyMap<string, Encoding>;
  readonly examples: readonly Example[];
}

export type BodyKind = "json" | "form" | "multipart" | "text" | "binary";

export interface Encoding {
  readonly contentType?: string;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Example {
  readonly name: string;
  readonly summary?: string;
  readonly value: unknown;
}

export interface Answer {
  readonly status: string;
  readonly description?: string;
  readonly mediaType?: string;
  readonly kind: AnswerKind;
  /** Undefined when the answer has no content. */
  readonly schema?: Schema;
  /** Of events: the data of the last one, which is not given. */
  readonly end?: string;
  /** The same answer in parts, where the document has it both ways, and the name of the function that gives it. */
  readonly stream?: Answer & { readonly name?: string };
  readonly examples: readonly Example[];
}

/** How the body of an answer is read; the last four are streams, whose `schema` is that of one item, or of one event's data. */
export type AnswerKind =
  "json" | "text" | "binary" | "none" | "text-events" | "json-events" | "json-lines" | "json-sequence";
