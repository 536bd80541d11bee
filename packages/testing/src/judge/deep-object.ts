// Reads a value whose members are names with brackets. OpenAPI defines one level; deeper ones go on with brackets, as
// most servers read them and generated clients write them.
import type { Parameter } from "../document/parameter.js";
import type { JsonValue } from "../json.js";
import type { Shape } from "../schema/shape.js";
import { decode, inAnyShape, type Reading, scalar, type ValueReader, whole } from "./value.js";

export function isDeep({ style, content }: Parameter): boolean {
  return style === "deepObject" && content === undefined;
}

/** The texts between the brackets of a name; `undefined` when it is not one of the parameter. */
export function keysOf({ name: own }: Parameter, name: string): readonly string[] | undefined {
  if (!name.startsWith(own)) return undefined;
  const rest = name.slice(own.length);
  return /^(?:\[[^[\]]*\])+$/.test(rest) ? rest.slice(1, -1).split("][") : undefined;
}

/** What stands under one name: texts, or names inside of it. */
interface Branch {
  readonly texts: string[];
  readonly members: Map<string, Branch>;
}

export function readDeep(
  reader: ValueReader,
  parameter: Parameter,
  pairs: readonly { readonly name: string; readonly raw: string }[],
): Reading {
  const root: Branch = { texts: [], members: new Map() };
  for (const { name, raw } of pairs) {
    let branch = root;
    for (const key of keysOf(parameter, name) ?? []) {
      const next = branch.members.get(key) ?? { texts: [], members: new Map() };
      branch.members.set(key, next);
      branch = next;
    }
    branch.texts.push(decode(raw));
  }
  return inAnyShape(reader, parameter.schema, (shape) => {
    // Brackets tell a list from a text.
    if (shape.kind === "array" && root.texts.length > 0) return { problem: "its name ends in []" };
    const reading = readAs(reader, root, shape, parameter.schema);
    return reading.problem === undefined ? whole(reader, reading.value, parameter.schema) : reading;
  });
}

const anything = { properties: new Map<string, string>(), rest: undefined };

function readBranch(reader: ValueReader, branch: Branch, schema: string | undefined): Reading {
  if (schema === undefined && branch.members.size > 0) return readMembers(reader, branch, anything);
  return inAnyShape(reader, schema, (shape) => readAs(reader, branch, shape, schema));
}

function readAs(reader: ValueReader, branch: Branch, shape: Shape, schema: string | undefined): Reading {
  const { texts, members } = branch;
  if (texts.length > 0 && members.size > 0) return { problem: "it is a value and has members" };
  if (shape.kind === "array") return readItems(reader, branch, shape.items);
  if (shape.kind === "object") {
    if (texts.length > 0) return { problem: "it is an object, and has no members" };
    return readMembers(reader, branch, shape);
  }
  const [text, ...others] = texts;
  if (text === undefined) return { problem: "one value was expected" };
  return others.length > 0 ? { problem: "it is there twice" } : scalar(reader, text, schema);
}

function readItems(reader: ValueReader, { texts, members }: Branch, items: string | undefined): Reading {
  const names = [...members.keys()];
  const isNumbered = names.every((name, index) => name === String(index));
  const isPlain = names.length === 1 && members.get("")?.members.size === 0;
  if (!isNumbered && !isPlain) return { problem: "the names of its items are their numbers" };
  const single = (text: string): Branch => ({ texts: [text], members: new Map() });
  const branches = isPlain
    ? (members.get("")?.texts ?? []).map(single)
    : [...texts.map(single), ...members.values()];
  const values: JsonValue[] = [];
  for (const branch of branches) {
    const reading = readBranch(reader, branch, items);
    if (reading.problem !== undefined) return reading;
    values.push(reading.value);
  }
  return { value: values };
}

function readMembers(
  reader: ValueReader,
  { members }: Branch,
  { properties, rest }: Pick<Extract<Shape, { kind: "object" }>, "properties" | "rest">,
): Reading {
  const entries: [string, JsonValue][] = [];
  for (const [name, branch] of members) {
    const reading = readBranch(reader, branch, properties.get(name) ?? rest);
    if (reading.problem !== undefined) return { problem: `${name}: ${reading.problem}` };
    entries.push([name, reading.value]);
  }
  return { value: Object.fromEntries(entries) };
}
