/**
 * Our own picture of a schema: what JSON Schema says in a hundred ways, said in one. Both dialects of OpenAPI are gone
 * here (`nullable`, type arrays, `example`), and so is every reference: a {@link Reference} names its target by id.
 */
export type Schema =
  | Unknown
  | Never
  | Null
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | Binary
  | Literals
  | ArraySchema
  | ObjectSchema
  | Union
  | Intersection
  | Reference;

/** What every schema may carry besides its shape. */
interface Annotated {
  readonly docs: Docs;
}

/** Any JSON value: no keyword says more. */
export interface Unknown extends Annotated {
  readonly kind: "unknown";
}

/** No value at all: the schema `false`. */
export interface Never extends Annotated {
  readonly kind: "never";
}

export interface Null extends Annotated {
  readonly kind: "null";
}

export interface BooleanSchema extends Annotated {
  readonly kind: "boolean";
}

export interface NumberSchema extends Annotated {
  readonly kind: "number";
  /** Whole ones alone; no type says so. */
  readonly integer?: true;
}

export interface StringSchema extends Annotated {
  readonly kind: "string";
  /** RFC 3339 `date-time`: requests take a `Date` too. */
  readonly dateTime: boolean;
}

/** Raw bytes, in a body or a part of one: `format: binary`. */
export interface Binary extends Annotated {
  readonly kind: "binary";
}

export type Scalar = string | number | boolean | null;

/** `const` and `enum`. */
export interface Literals extends Annotated {
  readonly kind: "literals";
  readonly values: readonly Scalar[];
  /** Whether values unknown to this version may arrive; by default they may in answers and not in requests. */
  readonly open?: boolean;
}

export interface ArraySchema extends Annotated {
  readonly kind: "array";
  readonly items: Schema;
  /** The first elements, each with a schema of its own (`prefixItems`). */
  readonly prefix: readonly Schema[];
  /** How many of {@link prefix} are always there. */
  readonly required: number;
}

export interface ObjectSchema extends Annotated {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** The schema of members without a name in {@link properties}; absent when the document says nothing of them. */
  readonly additional?: Schema;
}

export interface Property {
  /** The name on the wire, which is also the name in TypeScript. */
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** Only in answers. */
  readonly readOnly: boolean;
  /** Only in requests. */
  readonly writeOnly: boolean;
}

/** `oneOf` and `anyOf`, and every `null` beside another type. */
export interface Union extends Annotated {
  readonly kind: "union";
  readonly variants: readonly Variant[];
  readonly discriminator?: Discriminator;
  /** Whether variants unknown to this version may arrive; by default they may in answers and not in requests. */
  readonly open?: boolean;
  /** Where a `oneOf` or `anyOf` stands; absent for a union that only says "or null" or "several types". */
  readonly place?: { readonly file: string; readonly pointer: string };
}

export interface Variant {
  readonly schema: Schema;
  /** The short camelCase title that the document gives this variant, if any. */
  readonly title?: string;
}

export interface Discriminator {
  readonly property: string;
  /** Tag value -> the schema it stands for. */
  readonly mapping: ReadonlyMap<string, SchemaId>;
  /** Whether tags of the mapping lead nowhere: any variant without a tag may be meant by them. */
  readonly isBroken?: true;
}

/** `allOf`. */
export interface Intersection extends Annotated {
  readonly kind: "intersection";
  readonly members: readonly Schema[];
}

/** Names one place in one file; two references to one place have one id. */
export type SchemaId = string;

export interface Reference extends Annotated {
  readonly kind: "reference";
  readonly id: SchemaId;
}

/** A schema that references lead to, and that becomes an exported type. */
export interface Definition {
  readonly id: SchemaId;
  /** The name that the document gives it. */
  readonly documentedName: string;
  /** Whether the name follows from the place: the document gives it none, so it may give way to one that it gives. */
  readonly derived: boolean;
  /** The name that its type shall have in place of the documented one. */
  readonly givenName?: string;
  /** The short name that the document gives a union, for the functions that handle it. */
  readonly unionName?: string;
  readonly schema: Schema;
  /** `file:line:column` of the definition is computed from these when somebody asks. */
  readonly file: string;
  readonly pointer: string;
}

export interface Docs {
  readonly title?: string;
  readonly description?: string;
  readonly deprecated: boolean;
  /** Undefined when there is none: JSON has no undefined of its own. */
  readonly default?: unknown;
  readonly examples: readonly unknown[];
  readonly limits: Limits;
}

/** The bounds that a document states: for the reader's eyes and the diff, never checked by a client. */
export interface Limits {
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

export const noDocs: Docs = { deprecated: false, examples: [], limits: {} };
