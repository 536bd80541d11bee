import type { Api, Direction, TypeDeclaration } from "../model/api.ts";
import { children, isOpen, isRequired } from "../model/direction.ts";
import type { Property, Schema, SchemaId } from "../model/schema.ts";
import { reached } from "../model/type-declarations.ts";
import type { Recorder, Scope } from "./recorder.ts";
import type { SchemaComparison } from "./schemas.ts";

/** One version of a package, as far as its named types go. */
interface Version {
  readonly api: Api;
  readonly leadsTo: Readonly<Record<Direction, ReadonlySet<SchemaId>>>;
}

/**
 * Compares what the exported types of two versions stand for by their names. Code may hold a type whatever operation it
 * came from, so what no operation of both versions leads to is compared here; and a name that stood for requests may
 * stand for answers alone now.
 *
 * @param stable - The named schemas that an operation of the old version leads to which is no preview.
 */
export function compareNamedTypes(
  recorder: Recorder,
  schemas: SchemaComparison,
  before: Api,
  after: Api,
  stable: ReadonlySet<SchemaId>,
): void {
  const version = (api: Api): Version => ({ api, leadsTo: reached(api, api.definitions) });
  const [old, now] = [version(before), version(after)];
  const byName = new Map(after.types.map((type) => [type.name, type]));
  const pairs = before.types.flatMap((type) => {
    const found = byName.get(type.name);
    return found === undefined ? [] : [[type, found] as const];
  });
  // As with operations: what a preview leads to as well is no preview.
  const preview = (type: TypeDeclaration): boolean => !stable.has(type.definition.id);
  for (const [was, is] of pairs.toSorted(([a], [b]) => Number(preview(a)) - Number(preview(b)))) {
    const [from, to] = [was.definition.id, is.definition.id];
    for (const direction of ["input", "output"] as const) {
      if (standsFor(old, was, direction) && standsFor(now, is, direction))
        schemas.compareNamed(from, to, direction, preview(was));
    }
    if (!standsFor(old, was, "input") || standsFor(now, is, "input")) continue;
    // Where requests do not take it at all any more, the operations have told so.
    if (!now.leadsTo.input.has(to)) continue;
    const both = standsFor(old, was, "output");
    if (!differs(after, to, both)) continue;
    const scope: Scope = {
      subject: was.name,
      steps: [],
      old: was.definition,
      new: is.definition,
      preview: preview(was),
    };
    recorder.add("type-split", scope, { before: was.name, after: after.typeName(to, "input") });
  }
}

function standsFor(
  { api, leadsTo }: Version,
  { name, definition }: TypeDeclaration,
  direction: Direction,
): boolean {
  return leadsTo[direction].has(definition.id) && api.typeName(definition.id, direction) === name;
}

/**
 * Whether values of requests and values of answers are not good for each other, so that it matters which of them a name
 * stands for.
 *
 * @param both - Whether the name stood for answers before, too: then what it can do for them is no news.
 */
function differs(api: Api, id: SchemaId, both: boolean): boolean {
  const seen = new Set<SchemaId>([id]);
  const stack: Schema[] = [api.definition(id).schema];
  for (let schema = stack.pop(); schema !== undefined; schema = stack.pop()) {
    if (isApart(schema, both)) return true;
    if (schema.kind === "reference" && !seen.has(schema.id)) {
      seen.add(schema.id);
      stack.push(api.definition(schema.id).schema);
    }
    // What one side alone has is no value that both could hold.
    stack.push(
      ...(schema.kind === "object"
        ? children({ ...schema, properties: schema.properties.filter(isShared) }, "both")
        : children(schema, "both")),
    );
  }
  return false;
}

function isApart(schema: Schema, both: boolean): boolean {
  switch (schema.kind) {
    case "string":
      // The text that an answer has is good for a request; a request's Date was good for the name.
      return schema.dateTime && !both;
    case "literals":
      return isOpen(schema, "input") !== isOpen(schema, "output");
    case "object":
      return schema.properties.some((property) => {
        if (property.writeOnly) return property.required || !both;
        const isGiven = isRequired(property, "output");
        return property.readOnly ? isGiven : isGiven !== isRequired(property, "input");
      });
    default:
      return false;
  }
}

function isShared({ readOnly, writeOnly }: Property): boolean {
  return !readOnly && !writeOnly;
}
