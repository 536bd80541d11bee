import { report } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { TaggedOperation } from "./operation.ts";
import { collisions, distinctNames, type Wish } from "./naming.ts";
import { operationNames, takenNames } from "./surface.ts";

interface Named extends Wish {
  readonly tagged: TaggedOperation;
}

/**
 * Every operation has an id, a function and a file of its own. Of two that would have one, the later by name gives way;
 * names are compared as files, since some file systems take upper and lower case for the same.
 */
export function settleOperations(
  reader: Reader,
  operations: readonly TaggedOperation[],
): readonly TaggedOperation[] {
  const refused = refuseDuplicates(reader, operations);
  const used = new Set<string>();
  const named = distinctNames(
    operations
      .filter((each) => !refused.has(each))
      .map((tagged): Named => {
        const { id, name, method, path, streamOf } = tagged.operation;
        // One that cannot have its documented name must not take that of another.
        const isSaid = name === id && streamOf === undefined && broughtTaken(tagged, name) === undefined;
        const rank = tagged.isNamed ? 0 : isSaid ? 1 : 2;
        return { tagged, name, rank, order: `${id} ${method} ${path}` };
      }),
    (name, { tagged }) => !used.has(name.toLowerCase()) && broughtTaken(tagged, name) === undefined,
    (name) => used.add(name.toLowerCase()),
  );
  const renamed = new Map([...named].map(([{ tagged }, name]) => [tagged, name]));
  const tagged = operations.map((each) => {
    const name = renamed.get(each) ?? each.operation.name;
    return { ...each, operation: { ...each.operation, name } };
  });
  warnOfNumbers(reader, named);
  refuseCollisions(
    reader,
    operations.flatMap((each, at) => (refused.has(each) ? [] : (tagged[at] ?? []))),
  );
  return tagged;
}

/** A name of the runtime's that an operation of this name would bring along. */
function broughtTaken({ operation: { batch } }: TaggedOperation, name: string): string | undefined {
  return operationNames({ name, batch }).find((each) => takenNames.has(each));
}

function fold({ name }: { readonly name: string }): string {
  return name.toLowerCase();
}

function warnOfNumbers(reader: Reader, named: ReadonlyMap<Named, string>): void {
  const owners = new Map([...named].map(([{ tagged }, name]) => [name.toLowerCase(), tagged.operation.id]));
  for (const [wish, name] of named) {
    const { id, file, pointer, streamOf } = wish.tagged.operation;
    if (wish.name === name) continue;
    const owner = owners.get(fold(wish));
    const taken = broughtTaken(wish.tagged, wish.name);
    const why =
      taken === undefined
        ? `${wish.name} is ${JSON.stringify(owner)}`
        : `${taken === wish.name ? taken : `${wish.name} brings ${taken}, which`} is a name that packages have of their own`;
    report(
      reader.diagnostics,
      "CW2016",
      reader.at(file, `${pointer}/operationId`),
      `the operation ${JSON.stringify(id)} becomes the function ${name}: ${why}`,
      streamOf === undefined
        ? `choose a name in the configuration: names: { operations: { ${JSON.stringify(id)}: "…" } }`
        : 'choose a name at the media type: x-clientwright-stream: { name: "…" }',
    );
  }
}

/** @returns The operations whose id another has already. */
function refuseDuplicates(
  reader: Reader,
  operations: readonly TaggedOperation[],
): ReadonlySet<TaggedOperation> {
  const byId = new Map<string, string>();
  const refused = new Set<TaggedOperation>();
  for (const tagged of operations.filter(({ operation: { streamOf } }) => streamOf === undefined)) {
    const { id, method, path, file, pointer } = tagged.operation;
    const first = byId.get(id);
    if (first === undefined) byId.set(id, `${method} ${path}`);
    else {
      refused.add(tagged);
      report(
        reader.diagnostics,
        "CW2002",
        reader.at(file, `${pointer}/operationId`),
        `the operationId ${JSON.stringify(id)} is also that of ${first}`,
        "give one of the two another operationId",
      );
    }
  }
  return refused;
}

/** Names that a person chose are given, and two may be one. */
function refuseCollisions(reader: Reader, operations: readonly TaggedOperation[]): void {
  const claims = operations.map(({ operation }) => ({ ...operation, what: operation.id }));
  for (const [first, ...others] of collisions(claims, true)) {
    for (const other of others) {
      report(
        reader.diagnostics,
        "CW2003",
        reader.at(other.file, `${other.pointer}/operationId`),
        `the operations ${JSON.stringify(first?.id)} and ${JSON.stringify(other.id)} would be the functions ${first?.name} and ${other.name}, in one file where upper and lower case are the same`,
        `name one of them in the configuration: names: { operations: { ${JSON.stringify(other.id)}: "…" } }`,
      );
    }
  }
}
