import { extensionPlaces } from "../load/extensions.ts";
import { methodFields } from "./methods.ts";

/** The objects of OpenAPI that hold references or hold what does, below an operation. */
export type ObjectKind =
  | "pathItem"
  | "operation"
  | "callback"
  | "incomingItem"
  | "incoming"
  | "parameter"
  | "requestBody"
  | "response"
  | "header"
  | "mediaType"
  | "encoding"
  | "example"
  | "schema"
  | "securityScheme";

/** What stands in a field: one object, a list of them, or a map whose keys are the author's names. */
interface Field {
  readonly kind: ObjectKind;
  readonly as: "one" | "list" | "map";
}

const one = (kind: ObjectKind): Field => ({ kind, as: "one" });
const list = (kind: ObjectKind): Field => ({ kind, as: "list" });
const map = (kind: ObjectKind): Field => ({ kind, as: "map" });

function each(field: Field, names: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(names.map((name) => [name, field]));
}

const described = { schema: one("schema"), content: map("mediaType"), examples: map("example") };

const exchanged = {
  parameters: list("parameter"),
  requestBody: one("requestBody"),
  responses: map("response"),
};

/** The fields of each object that are objects themselves (OpenAPI 3.1, section 4.8); every other field is data. */
export const grammar: Readonly<Record<ObjectKind, Readonly<Record<string, Field>>>> = {
  pathItem: { parameters: list("parameter") },
  operation: { ...exchanged, callbacks: map("callback") },
  callback: {},
  incomingItem: { parameters: list("parameter"), ...each(one("incoming"), methodFields("3.2")) },
  incoming: exchanged,
  parameter: described,
  header: described,
  requestBody: { content: map("mediaType") },
  response: { headers: map("header"), content: map("mediaType") },
  mediaType: {
    ...each(one("schema"), ["schema", "itemSchema"]),
    examples: map("example"),
    encoding: map("encoding"),
  },
  encoding: { headers: map("header") },
  example: {},
  securityScheme: {},
  schema: {
    ...each(list("schema"), ["allOf", "anyOf", "oneOf", "prefixItems"]),
    ...each(one("schema"), ["items", "contains", "additionalProperties", "propertyNames", "not"]),
    ...each(one("schema"), [
      "if",
      "then",
      "else",
      "unevaluatedItems",
      "unevaluatedProperties",
      "contentSchema",
    ]),
    ...each(map("schema"), ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]),
  },
};

/** Fields that nothing is generated for, and that would lead out of the package. */
export const dropped: Readonly<Partial<Record<ObjectKind, readonly string[]>>> = {
  // A request of the service is answered, not called.
  incoming: ["callbacks", "security", "servers"],
  response: ["links"],
};

/** Where the components of each kind stand (OpenAPI, Components Object), in the order in which they are written. */
export const sections: Readonly<Record<Section, ObjectKind>> = {
  schemas: "schema",
  responses: "response",
  parameters: "parameter",
  examples: "example",
  requestBodies: "requestBody",
  headers: "header",
  securitySchemes: "securityScheme",
};

export type Section =
  "schemas" | "responses" | "parameters" | "examples" | "requestBodies" | "headers" | "securitySchemes";

export function sectionOf(kind: ObjectKind): Section | undefined {
  return (Object.keys(sections) as Section[]).find((section) => sections[section] === kind);
}

export function isSection(text: string): text is Section {
  return Object.hasOwn(sections, text);
}

/** The extensions that the generator reads: the only ones that a package's document keeps. */
export const readExtensions: ReadonlySet<string> = new Set(Object.keys(extensionPlaces));
