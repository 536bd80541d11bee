import type { Diagnostics } from "../diagnostics.ts";
import { children } from "./direction.ts";
import type { Definition, Schema, SchemaId, Union } from "./schema.ts";
import { analyse, aroundUnion, unionBehind } from "./union.ts";
import type { Decision } from "./union-decision.ts";

type Definitions = ReadonlyMap<SchemaId, Definition>;

/**
 * Warns of every union of the document that cannot be told apart, by itself or by what is beside it.
 *
 * @param others - The schemas that operations hold themselves, which have no name.
 */
export function warnOfUntold(
  definitions: Definitions,
  others: readonly Schema[],
  diagnostics: Diagnostics,
  locate: (place: NonNullable<Union["place"]>) => { readonly line: number; readonly column: number },
): void {
  if (!diagnostics.wants("CW2014")) return;
  const told = new Set([...definitions.values()].map((definition) => toldAround(definition, definitions)));
  const untold = new Map<string, { union: Union; why: string }>();
  const stack = [...others, ...[...definitions.values()].map((definition) => definition.schema)];
  for (let schema = stack.pop(); schema !== undefined; schema = stack.pop()) {
    stack.push(...children(schema, "both"));
    if (schema.kind !== "union" || schema.place === undefined) continue;
    const { decision, variants } = analyse(schema, definitions);
    const why = whyUntold(decision);
    if ((variants.length > 1 || decision.kind === "unknown") && why !== undefined)
      untold.set(keyOf(schema.place), { union: schema, why });
  }
  for (const [key, { union, why }] of untold) {
    if (told.has(key) || union.place === undefined) continue;
    diagnostics.add({
      code: "CW2014",
      message: `the variants of this union cannot be told apart: ${why}`,
      hint: "give each variant a required property with a const of its own, or declare a discriminator; the type is emitted without guards",
      ...union.place,
      ...locate(union.place),
    });
  }
}

/** The union that a property of a named object holds and another property of it names the variant of. */
function toldAround(definition: Definition, definitions: Definitions): string | undefined {
  const owner = definition.schema;
  if (owner.kind !== "object") return undefined;
  const around = aroundUnion(owner, definition, definitions)?.around;
  const property = owner.properties.find(({ name }) => name === around);
  const place = property && unionBehind(property.schema, definitions)?.place;
  return place && keyOf(place);
}

function keyOf({ file, pointer }: NonNullable<Union["place"]>): string {
  return `${file}#${pointer}`;
}

function whyUntold(decision: Decision): string | undefined {
  if (decision.kind === "unknown") return decision.why;
  if (decision.kind === "variant") return undefined;
  return decision.branches.map((branch) => whyUntold(branch.leadsTo)).find((why) => why !== undefined);
}
