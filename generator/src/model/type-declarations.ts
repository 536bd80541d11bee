import { compare } from "../diagnostics.ts";
import { report } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Api, Direction, TypeDeclaration } from "./api.ts";
import { reachable } from "./direction.ts";
import type { IncomingRequest } from "./incoming.ts";
import { type Claim, collisions, configured, distinctNames, toTypeName, type Wish } from "./naming.ts";
import type { PackagePlan } from "./packages.ts";
import type { Definition, Schema, SchemaId } from "./schema.ts";
import { knownEnumName, publicNames } from "./surface.ts";
import { unionsOf } from "./union.ts";
import { unionSurface } from "./union-surface.ts";

/** The exported types of a package and how references find them. */
export function declareTypes(
  reader: Reader,
  plan: PackagePlan,
  definitions: ReadonlyMap<SchemaId, Definition>,
  differing: ReadonlySet<SchemaId>,
  names: Readonly<Record<string, string>>,
): Pick<Api, "types" | "typeName" | "definition" | "definitions" | "unions"> & {
  /** Names that do not follow from what a schema is called, since others want them too. */
  readonly settled: ReadonlyMap<SchemaId, string>;
} {
  const { input: inputs, output: outputs } = reached(plan, definitions);
  const taken = new Set(publicNames(plan));
  const named = nameDefinitions(
    [...definitions.values()].filter(({ id }) => inputs.has(id) || outputs.has(id)),
    names,
    taken,
  );
  warnOfNumbers(reader, named);
  const baseNames = new Map([...named].map(([{ definition }, name]) => [definition.id, name]));
  const baseName = (id: SchemaId): string => baseNames.get(id) ?? "Schema";
  const typeName = (id: SchemaId, direction: Direction): string =>
    direction === "input" && differing.has(id) && outputs.has(id) ? `${baseName(id)}Input` : baseName(id);
  const types = [...definitions.values()]
    .filter(({ id }) => inputs.has(id) || outputs.has(id))
    .flatMap((definition): readonly TypeDeclaration[] => {
      const { id } = definition;
      const output: TypeDeclaration = { name: baseName(id), direction: "output", definition };
      const input: TypeDeclaration = { name: typeName(id, "input"), direction: "input", definition };
      if (!outputs.has(id)) return [input];
      return inputs.has(id) && differing.has(id) ? [output, input] : [output];
    })
    .toSorted((a, b) => compare(a.name, b.name));
  reportCollisions(reader, types);
  return {
    types,
    definitions,
    settled: settledNames(named),
    unions: unionSurface(
      unionsOf(types, definitions),
      inputs,
      new Set([...taken, ...types.flatMap((type) => [type.name, ...enumNames(type)])]),
    ),
    typeName,
    definition: (id) => {
      const found = definitions.get(id);
      if (found === undefined) throw new Error(`no definition ${id}`);
      return found;
    },
  };
}

/** A schema that wants a name, and the one that it gets. */
interface Named extends Wish {
  readonly definition: Definition;
}

/**
 * A name that a person chose, then one that is documented letter by letter, then one that is documented, and last those
 * that only follow from a place: whoever comes later gives way.
 */
function nameDefinitions(
  definitions: readonly Definition[],
  names: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): ReadonlyMap<Named, string> {
  const used = new Set<string>(taken);
  const wishes = definitions.map((definition): Named => {
    const { documentedName, givenName, derived, file, pointer } = definition;
    const choice = configured(names, documentedName) ?? givenName;
    const name = choice ?? toTypeName(documentedName);
    const place = `${file}#${pointer}`;
    // One name in the configuration may be that of several places.
    const chosen = derived ? givenName : choice;
    if (derived && chosen === undefined) return { definition, name, order: place, rank: 3 };
    const rank = chosen !== undefined ? 0 : name === documentedName ? 1 : 2;
    return {
      definition,
      name: taken.has(name) ? `${name}Schema` : name,
      order: `${documentedName} ${place}`,
      rank,
    };
  });
  // What is derived leaves room for types of requests beside those of answers, its own and others'.
  const inputs = new Set<string>();
  return distinctNames(
    wishes,
    (name, { rank }) => !used.has(name) && (rank < 3 || (!inputs.has(name) && !used.has(`${name}Input`))),
    (name) => {
      used.add(name);
      inputs.add(`${name}Input`);
    },
  );
}

function settledNames(named: ReadonlyMap<Named, string>): ReadonlyMap<SchemaId, string> {
  const disputed = new Set([...named].flatMap(([wish, name]) => (wish.name === name ? [] : [wish.name])));
  return new Map(
    [...named]
      .filter(([wish]) => wish.rank > 1 && disputed.has(wish.name))
      .map(([{ definition }, name]) => [definition.id, name]),
  );
}

/** Tells of documented names that gave way. */
function warnOfNumbers(reader: Reader, named: ReadonlyMap<Named, string>): void {
  const owners = new Map([...named].map(([{ definition }, name]) => [name, definition.documentedName]));
  for (const [wish, name] of named) {
    if (wish.definition.derived || name === wish.name) continue;
    const what = JSON.stringify(wish.definition.documentedName);
    report(
      reader.diagnostics,
      "CW2016",
      reader.at(wish.definition.file, wish.definition.pointer),
      `the schema ${what} becomes the type ${name}: ${wish.name} is ${JSON.stringify(owners.get(wish.name))}`,
      `choose a name in the configuration: names: { schemas: { ${what}: "…" } }`,
    );
  }
}

/** Only enumerations have a guard of this name: others leave it to whoever wants it. */
function enumNames(type: TypeDeclaration): readonly string[] {
  return type.definition.schema.kind === "literals" ? [knownEnumName(type)] : [];
}

function reportCollisions(reader: Reader, types: readonly TypeDeclaration[]): void {
  const claims = types.map((type): Claim & { type: TypeDeclaration } => ({
    name: type.name,
    what: type.definition.documentedName,
    type,
  }));
  for (const [first, ...others] of collisions(claims, false)) {
    for (const { type, what, name } of others) {
      report(
        reader.diagnostics,
        "CW2003",
        reader.at(type.definition.file, type.definition.pointer),
        `the schemas ${JSON.stringify(first?.what)} (${first?.type.definition.file}#${first?.type.definition.pointer}) and ${JSON.stringify(what)} would both be the type ${name}`,
        `name one of them in the configuration: names: { schemas: { ${JSON.stringify(what)}: "…" } }`,
      );
    }
  }
}

/** What schemas are spoken of. */
type Speaking = Pick<PackagePlan, "operations" | "webhooks">;

/** Every schema that operations and webhooks speak of themselves. */
export function schemasOf(speaking: Speaking): readonly Schema[] {
  return [...inputSchemas(speaking), ...outputSchemas(speaking)];
}

/** The named schemas that operations and webhooks lead to, by direction. */
export function reached(
  speaking: Speaking,
  definitions: ReadonlyMap<SchemaId, Definition>,
): Readonly<Record<Direction, ReadonlySet<SchemaId>>> {
  return {
    input: reachable(inputSchemas(speaking), definitions, "input"),
    output: reachable(outputSchemas(speaking), definitions, "output"),
  };
}

/** What is sent: the requests of the client, and its answers to those of the service. */
function inputSchemas(speaking: Speaking): readonly Schema[] {
  return [
    ...speaking.operations.flatMap((operation) => [
      ...operation.parameters.map((parameter) => parameter.schema),
      ...bodySchemas(operation),
    ]),
    ...incoming(speaking).flatMap(answerSchemas),
  ];
}

/** What arrives: the answers of the service, and its own requests. */
function outputSchemas(speaking: Speaking): readonly Schema[] {
  return [
    ...speaking.operations.flatMap(({ answers, failures }) =>
      answerSchemas({ answers: [...answers, ...failures] }),
    ),
    ...incoming(speaking).flatMap(bodySchemas),
  ];
}

function incoming({ operations, webhooks }: Speaking): readonly IncomingRequest[] {
  return [...webhooks, ...operations.flatMap(({ callbacks }) => callbacks)];
}

function bodySchemas({ body }: Pick<IncomingRequest, "body">): readonly Schema[] {
  return body === undefined ? [] : [body.schema];
}

function answerSchemas({ answers }: Pick<IncomingRequest, "answers">): readonly Schema[] {
  return answers.flatMap(({ schema }) => schema ?? []);
}
