import { isObject, type JsonObject, listOf, objectOf, step, textOf, valueAt } from "../json.js";

/** How a parameter's value is put together, with the places of the schemas of its parts. */
export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "array"; readonly items: string | undefined }
  | {
      readonly kind: "object";
      /** Place of the schema of each named property. */
      readonly properties: ReadonlyMap<string, string>;
      /** Whether other properties may be there. */
      readonly open: boolean;
    };

/** The shape that a schema asks for; the first alternative decides where it has several. */
export function shapeOf(document: JsonObject, pointer: string | undefined, depth = 0): Shape {
  const schema = pointer === undefined ? {} : objectOf(valueAt(document, pointer));
  if (pointer === undefined || depth > 16) return { kind: "scalar" };
  const reference = textOf(schema["$ref"]);
  if (reference?.startsWith("#") === true) {
    return shapeOf(document, decodeURIComponent(reference.slice(1)), depth + 1);
  }
  const types = typeof schema["type"] === "string" ? [schema["type"]] : listOf(schema["type"]);
  if (types.includes("array") || schema["items"] !== undefined) {
    return { kind: "array", items: schema["items"] === undefined ? undefined : step(pointer, "items") };
  }
  if (types.includes("object") || isObject(schema["properties"])) {
    const names = Object.keys(objectOf(schema["properties"]));
    return {
      kind: "object",
      properties: new Map(names.map((name) => [name, step(pointer, "properties", name)])),
      open: schema["additionalProperties"] !== false,
    };
  }
  for (const keyword of ["oneOf", "anyOf", "allOf"]) {
    for (const index of listOf(schema[keyword]).keys()) {
      const inner = shapeOf(document, step(pointer, keyword, index), depth + 1);
      if (inner.kind !== "scalar") return inner;
    }
  }
  return { kind: "scalar" };
}
