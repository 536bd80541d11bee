import { isObject, type JsonObject, listOf, objectOf, step, textOf, valueAt } from "../json.js";

/** How a parameter's value is put together, with the places of the schemas of its parts. */
export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "array"; readonly items: string | undefined }
  | {
      readonly kind: "object";
      /** Place of the schema of each named property. */
      readonly properties: ReadonlyMap<string, string>;
      /** Place of the schema of all other properties. */
      readonly rest: string | undefined;
      /** Whether other properties may be there. */
      readonly open: boolean;
    };

/** What a schema says of the shape of its values; `undefined` where it says nothing. */
type Said = Shape | undefined;

const scalar: Shape = { kind: "scalar" };
// Alternatives of alternatives multiply.
const most = 16;

/** The shapes that a schema allows, at least one, those with parts first. */
export function shapesOf(document: JsonObject, pointer: string | undefined): readonly Shape[] {
  const found = (pointer === undefined ? [] : said(document, pointer, 0)).map((one) => one ?? scalar);
  const withParts = found.filter(({ kind }) => kind !== "scalar");
  return withParts.length === found.length && found.length > 0 ? found : [...withParts, scalar];
}

function said(document: JsonObject, pointer: string, depth: number): readonly Said[] {
  if (depth > most) return [undefined];
  const schema = objectOf(valueAt(document, pointer));
  const inner = (keyword: string): (readonly Said[])[] =>
    listOf(schema[keyword]).map((_, index) => said(document, step(pointer, keyword, index), depth + 1));
  const either = (keyword: string): (readonly Said[])[] => {
    const alternatives = inner(keyword).flat();
    return alternatives.length === 0 ? [] : [alternatives];
  };
  const reference = textOf(schema["$ref"]);
  const target = reference?.startsWith("#") === true ? decodeURIComponent(reference.slice(1)) : undefined;
  const all = [
    ...(target === undefined ? [] : [said(document, target, depth + 1)]),
    ...inner("allOf"),
    ...either("oneOf"),
    ...either("anyOf"),
  ];
  return all.reduce<readonly Said[]>(
    (some, more) => some.flatMap((one) => more.flatMap((other) => both(one, other))).slice(0, most),
    own(schema, pointer),
  );
}

function own(schema: JsonObject, pointer: string): readonly Said[] {
  const { items, properties, additionalProperties: rest } = schema;
  const types = typeof schema["type"] === "string" ? [schema["type"]] : listOf(schema["type"]);
  const isUntyped = types.length === 0;
  const found: Shape[] = [];
  if (types.includes("array") || (isUntyped && items !== undefined)) {
    found.push({ kind: "array", items: items === undefined ? undefined : step(pointer, "items") });
  }
  if (types.includes("object") || (isUntyped && (isObject(properties) || isObject(rest)))) {
    const names = Object.keys(objectOf(properties));
    found.push({
      kind: "object",
      properties: new Map(names.map((name) => [name, step(pointer, "properties", name)])),
      rest: rest === undefined || rest === false ? undefined : step(pointer, "additionalProperties"),
      open: rest !== false,
    });
  }
  if (types.some((type) => !/^(?:array|object|null)$/.test(String(type)))) found.push(scalar);
  return found.length === 0 ? [isUntyped ? undefined : scalar] : found;
}

/** The shape of a value that two schemas allow together; none where they allow different ones. */
function both(one: Said, other: Said): readonly Said[] {
  if (one === undefined || other === undefined) return [one ?? other];
  if (one.kind === "array" && other.kind === "array") return [{ ...one, items: one.items ?? other.items }];
  if (one.kind === "object" && other.kind === "object") {
    return [
      {
        kind: "object",
        properties: new Map([...other.properties, ...one.properties]),
        rest: one.rest ?? other.rest,
        open: one.open && other.open,
      },
    ];
  }
  return one.kind === other.kind ? [one] : [];
}
