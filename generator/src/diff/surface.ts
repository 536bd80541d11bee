import type { Api } from "../model/api.ts";
import { isOpen } from "../model/direction.ts";
import type { Origin } from "../model/locate.ts";
import { knownEnumName } from "../model/surface.ts";
import type { SchemaId } from "../model/schema.ts";
import { reached } from "../model/type-declarations.ts";
import { compareNamedTypes } from "./named-types.ts";
import type { Recorder, Scope } from "./recorder.ts";
import type { SchemaComparison } from "./schemas.ts";

/** Something exported that is no operation's own: a type, or a function for a type. */
interface Export {
  readonly name: string;
  readonly isType: boolean;
  readonly origin?: Origin;
  /** Whether only operations that are a preview lead to it. */
  readonly preview: boolean;
}

/** Compares what two versions of a package export besides what belongs to one operation. */
export function compareExports(recorder: Recorder, schemas: SchemaComparison, before: Api, after: Api): void {
  const stable = stableDefinitions(before);
  compareNamedTypes(recorder, schemas, before, after, stable);
  const [old, now] = [exportsOf(before, stable), exportsOf(after, stableDefinitions(after))];
  for (const each of old.values()) {
    if (now.has(each.name)) continue;
    const rule = each.isType ? "type-removed" : "export-removed";
    recorder.add(rule, scope(each, "old"), { before: each.name });
  }
  for (const each of now.values()) {
    if (!old.has(each.name)) recorder.add("export-added", scope(each, "new"), { after: each.name });
  }
}

function scope({ name, origin, preview }: Export, side: "old" | "new"): Scope {
  return { subject: name, steps: [], preview, ...(origin === undefined ? {} : { [side]: origin }) };
}

function exportsOf(api: Api, stable: ReadonlySet<SchemaId>): ReadonlyMap<string, Export> {
  const found = new Map<string, Export>();
  const add = (name: string, isType: boolean, id?: string): void => {
    const origin = id === undefined ? undefined : api.definitions.get(id);
    const preview = id !== undefined && !stable.has(id);
    found.set(name, { name, isType, preview, ...(origin === undefined ? {} : { origin }) });
  };
  add(api.package.className, false);
  for (const type of api.types) {
    const { schema, id } = type.definition;
    add(type.name, true, id);
    if (schema.kind === "literals" && isOpen(schema, type.direction)) add(knownEnumName(type), false, id);
  }
  for (const { name, union } of [...api.unions.guards, ...api.unions.builders]) add(name, false, union.id);
  for (const { matchName, isKnownName, union } of api.unions.matches) {
    add(matchName, false, union.id);
    add(isKnownName, false, union.id);
  }
  return found;
}

/** The named schemas that an operation leads to which is no preview. */
function stableDefinitions(api: Api): ReadonlySet<SchemaId> {
  const operations = api.operations.filter(({ preview }) => !preview);
  const { input, output } = reached({ operations, webhooks: api.webhooks }, api.definitions);
  return new Set([...input, ...output]);
}
