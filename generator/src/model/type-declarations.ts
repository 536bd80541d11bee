import { compare } from "../diagnostics.ts";
import { report } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Api, Direction, TypeDeclaration } from "./api.ts";
import { reachable } from "./direction.ts";
import type { IncomingRequest } from "./incoming.ts";
import { type Claim, collisions, configured, toTypeName } from "./naming.ts";
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
): Pick<Api, "types" | "typeName" | "definition" | "definitions" | "unions"> {
  const inputs = reachable(inputSchemas(plan), definitions, "input");
  const outputs = reachable(outputSchemas(plan), definitions, "output");
  const taken = new Set(publicNames(plan));
  const baseNames = nameDefinitions(
    [...definitions.values()].filter(({ id }) => inputs.has(id) || outputs.has(id)),
    names,
    taken,
  );
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

/** The documented names first; those that only follow from a place give way, in the order of their places. */
function nameDefinitions(
  definitions: readonly Definition[],
  names: Readonly<Record<string, string>>,
  taken: ReadonlySet<string>,
): ReadonlyMap<SchemaId, string> {
  const found = new Map<SchemaId, string>();
  const used = new Set(taken);
  const wanted = (definition: Definition): string =>
    configured(names, definition.documentedName) ??
    definition.givenName ??
    toTypeName(definition.documentedName);
  for (const definition of definitions.filter((each) => !each.derived)) {
    const name = wanted(definition);
    const usable = taken.has(name) ? `${name}Schema` : name;
    found.set(definition.id, usable);
    used.add(usable).add(`${usable}Input`);
  }
  const derived = definitions
    .filter((each) => each.derived)
    .toSorted((a, b) => compare(`${a.file}#${a.pointer}`, `${b.file}#${b.pointer}`));
  for (const definition of derived) {
    const name = wanted(definition);
    let usable = name;
    for (let count = 2; used.has(usable); count++) usable = `${name}${count}`;
    found.set(definition.id, usable);
    used.add(usable).add(`${usable}Input`);
  }
  return found;
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
