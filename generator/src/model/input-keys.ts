import { compare } from "../diagnostics.ts";
import type { Parameter, ParameterLocation } from "./api.ts";

type Described = Omit<Parameter, "key">;

/**
 * Gives each parameter its place in the input, the same whatever the order of the document: flat by name, bracketed query
 * names nested, and a name that two locations share told apart by its location (`id` in the path, `query_id`), as is one
 * called `body`, where the body stands.
 */
export function withKeys(parameters: readonly Described[]): readonly Parameter[] {
  const owners = ownersOf(parameters);
  const nested = nestedKeys(parameters, owners);
  const roots = new Set([...nested.values()].map(([root]) => root ?? ""));
  const moved = new Map<Described, string>();
  for (const parameter of parameters) {
    const { name, in: where } = parameter;
    if (nested.has(parameter) || (name !== "body" && owners.get(name) === where)) continue;
    moved.set(parameter, `${where}_${name}`);
  }
  const settled = settle(moved, new Set([...owners.keys(), ...roots]));
  return parameters.map((parameter) => ({
    ...parameter,
    key: nested.get(parameter) ?? [settled.get(parameter) ?? parameter.name],
  }));
}

/** The location whose parameter has a name for itself. */
function ownersOf(parameters: readonly Described[]): ReadonlyMap<string, ParameterLocation> {
  const precedence: readonly ParameterLocation[] = ["path", "query", "header", "cookie"];
  const owners = new Map<string, ParameterLocation>([["body", "path"]]);
  for (const { name, in: where } of parameters) {
    const owner = owners.get(name);
    if (owner === undefined || precedence.indexOf(where) < precedence.indexOf(owner)) owners.set(name, where);
  }
  return owners;
}

/**
 * The places of those that can be nested. `filter` and `filter[query]` cannot both be `filter`, nor `f[b]` and `f[b][c]`
 * both be `f.b`: then both stay as they are written.
 */
function nestedKeys(
  parameters: readonly Described[],
  owners: ReadonlyMap<string, ParameterLocation>,
): ReadonlyMap<Described, readonly string[]> {
  const wishes = parameters.flatMap((parameter): readonly (readonly [Described, readonly string[]])[] => {
    const key = parameter.in === "query" ? brackets(parameter.name) : undefined;
    return key === undefined || owners.has(key[0] ?? "") ? [] : [[parameter, key]];
  });
  const root: Place = { below: new Map() };
  for (const [parameter, key] of wishes) {
    let place = root;
    for (const part of key) {
      const next: Place = place.below.get(part) ?? { below: new Map() };
      place.below.set(part, next);
      place = next;
    }
    place.parameter = parameter;
  }
  const flat = new Set<Described>();
  for (const [parameter, key] of wishes) {
    let place: Place | undefined = root;
    for (const part of key) {
      place = place?.below.get(part);
      const shorter = place?.parameter;
      if (shorter !== undefined && shorter !== parameter) flat.add(shorter).add(parameter);
    }
  }
  return new Map(wishes.filter(([parameter]) => !flat.has(parameter)));
}

/** A place in the input, and those in it. */
interface Place {
  parameter?: Described;
  readonly below: Map<string, Place>;
}

/** The name that each wishes, with a number where another has it: a name of its own comes first, then a wish. */
function settle(
  wishes: ReadonlyMap<Described, string>,
  owned: ReadonlySet<string>,
): ReadonlyMap<Described, string> {
  const used = new Set([...owned, ...wishes.values()]);
  const sorted = [...wishes].toSorted(([, a], [, b]) => compare(a, b));
  return new Map(
    sorted.map(([parameter, wish]) => {
      let name = wish;
      for (let count = 2; owned.has(wish) && used.has(name); count++) name = `${wish}${count}`;
      used.add(name);
      return [parameter, name];
    }),
  );
}

/** `page[limit]` -> `page`, `limit`; undefined for a name without brackets, with empty ones (`ids[]`) or with more levels than anybody writes. */
function brackets(name: string): readonly string[] | undefined {
  const match = /^([^[\]]+)((?:\[[^[\]]+\]){1,20})$/.exec(name);
  if (match === null) return undefined;
  const inner = [...(match[2] ?? "").matchAll(/\[([^[\]]+)\]/g)].map((part) => part[1] ?? "");
  return [match[1] ?? "", ...inner];
}
