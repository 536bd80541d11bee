import { type JsonObject, type JsonValue, listOf, objectOf } from "../json.js";
import type { Variant } from "./variants.js";

/** What a copy of a document is for: judging values, or drawing them. */
export type Purpose = "judge" | "sample";

/** Variants of which one is chosen by its tag: the schemas for `oneOf` or `anyOf`, and what holds besides. */
export interface Choice {
  readonly branches: readonly JsonValue[];
  readonly beside: readonly JsonObject[];
}

/** The schemas that make a tag choose, each at the place in the list where its variant was. */
export function choiceOf(property: string, variants: readonly Variant[], purpose: Purpose): Choice {
  const told = variants.filter(({ tags }) => tags !== undefined);
  if (told.length === 0) return { branches: variants.map(({ schema }) => schema), beside: [] };
  const known = [...new Set(told.flatMap(({ tags = [] }) => tags))];
  const branches = variants.map(({ schema, tags, isFallback }) => {
    if (tags === undefined) return schema;
    const tag: JsonObject = { required: [property], properties: { [property]: oneOf(tags) } };
    if (purpose === "sample") return { allOf: [schema, tag] };
    if (!isFallback) return branch(schema, tag);
    const others = known.filter((value) => !tags.includes(value));
    return branch(schema, { properties: { [property]: { not: { enum: others } } } });
  });
  if (purpose === "sample") return { branches, beside: [] };
  const [first] = told;
  // What is no object has no tag. Null may fit several variants, of which each would then refuse the others' one.
  const untagged = { anyOf: told.map(({ schema }) => schema) };
  const complete = branches.map((one, index) =>
    variants[index] === first ? conditional({ type: "object" }, one, untagged) : one,
  );
  const isOpen = variants.some(({ schema, tags, isFallback }) =>
    tags === undefined ? mayBeObject(schema) : isFallback,
  );
  // It tells what is wrong with a tag better than all of the variants that it does not choose.
  const beside = { required: [property], properties: { [property]: { enum: known } } };
  return { branches: complete, beside: isOpen ? [] : [beside] };
}

/** Only a value with the tag is judged by the variant, so that no mistake is told by variants that were not meant. */
function branch(schema: JsonValue, tag: JsonObject): JsonObject {
  return conditional({ type: "object", ...tag }, schema, false);
}

function conditional(test: JsonObject, met: JsonValue, unmet: JsonValue): JsonObject {
  // oxlint-disable-next-line unicorn/no-thenable -- It is JSON Schema, which nobody awaits.
  return { if: test, then: met, else: unmet };
}

function oneOf(values: readonly JsonValue[]): JsonObject {
  const [first] = values;
  return values.length === 1 && first !== undefined ? { const: first } : { enum: values };
}

function mayBeObject(schema: JsonValue): boolean {
  const { type = "object" } = objectOf(schema);
  return schema !== false && (type === "object" || listOf(type).includes("object"));
}
