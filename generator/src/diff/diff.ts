import { compare } from "../diagnostics.ts";
import type { Api, Operation } from "../model/api.ts";
import { webhooksName } from "../model/surface.ts";
import { type Change, levels } from "./change.ts";
import { compareIncoming } from "./incoming.ts";
import { type Comparison, compareOperations } from "./operations.ts";
import { Recorder, type Scope } from "./recorder.ts";
import { SchemaComparison } from "./schemas.ts";
import { compareOptions, compareServers } from "./service.ts";
import { compareExports } from "./surface.ts";

/**
 * Compares the packages of two versions of a document, or of all documents of a configuration.
 *
 * @returns What users of the packages see, by package, the most serious first. Packages are the same when their names are.
 */
export function diffApis(before: readonly Api[], after: readonly Api[]): readonly Change[] {
  const names = [...new Set([...before, ...after].map((api) => api.package.name))].toSorted(compare);
  const find = (apis: readonly Api[], name: string): Api | undefined =>
    apis.find((api) => api.package.name === name);
  return names.flatMap((name) => {
    const [old, now] = [find(before, name), find(after, name)];
    const changes = old !== undefined && now !== undefined ? diffApi(old, now) : wholePackage(old, now);
    return changes.toSorted(
      (a, b) =>
        levels.indexOf(b.level) - levels.indexOf(a.level) ||
        compare(a.subject, b.subject) ||
        compare(a.place, b.place) ||
        compare(a.rule, b.rule),
    );
  });
}

function wholePackage(old: Api | undefined, now: Api | undefined): readonly Change[] {
  const recorder = new Recorder(old, now);
  const name = (now ?? old)?.package.name ?? "";
  const scope: Scope = { subject: name, steps: [], preview: isPreview(old) };
  recorder.add(now === undefined ? "package-removed" : "package-added", scope);
  return recorder.changes;
}

/** Whether a package has nothing that a user may rely on. */
function isPreview(api: Api | undefined): boolean {
  return api !== undefined && api.operations.every(({ preview }) => preview);
}

/** Compares two versions of one package. */
export function diffApi(old: Api, now: Api): readonly Change[] {
  const recorder = new Recorder(old, now);
  const schemas = new SchemaComparison(old, now, recorder);
  const comparison: Comparison = { old, new: now, recorder, schemas };
  const pairs = pairOperations(old.operations, now.operations);
  // What a stable operation leads to is stable, whatever preview leads there too: so those come first.
  for (const [before, after] of pairs.both.toSorted(([a], [b]) => Number(a.preview) - Number(b.preview))) {
    compareOperations(comparison, before, after);
  }
  compareIncoming(comparison, old.webhooks, now.webhooks, { subject: webhooksName, preview: false });
  for (const operation of pairs.removed) {
    const scope = { subject: operation.name, steps: [], old: operation, preview: operation.preview };
    recorder.add("operation-removed", scope, { before: operation.name });
  }
  for (const operation of pairs.added) {
    const scope = { subject: operation.name, steps: [], new: operation, preview: false };
    recorder.add("operation-added", scope, { after: operation.name });
  }
  const whole: Scope = { subject: now.package.name, steps: [], preview: isPreview(old) };
  compareServers(recorder, old.server, now.server, whole);
  compareOptions(recorder, old, now, whole);
  compareExports(recorder, schemas, old, now);
  if (wordsOf(old) !== wordsOf(now)) recorder.add("package-text-changed", whole);
  return recorder.changes;
}

/** What is said of a package, its servers and its credentials. */
function wordsOf({ title, description, documentation, server, security }: Api): string {
  const variables = server.variables.map((variable) => [variable.name, variable.description]);
  const schemes = [...security].map(([name, scheme]) => [name, scheme.description]);
  return JSON.stringify([title, description, documentation, server.others, variables, schemes]);
}

interface PairedOperations {
  readonly both: readonly (readonly [old: Operation, now: Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/** The same operation in both versions: by its name, else by its id, else by its method and path. */
function pairOperations(old: readonly Operation[], now: readonly Operation[]): PairedOperations {
  const both: (readonly [Operation, Operation])[] = [];
  let removed = [...old];
  let added = [...now];
  const keys: readonly ((operation: Operation) => string)[] = [
    ({ name }) => name,
    ({ id }) => id,
    ({ method, path, streamOf }) => `${method} ${path} ${streamOf !== undefined}`,
  ];
  for (const key of keys) {
    const left = new Map(added.map((operation) => [key(operation), operation]));
    const found = removed.flatMap((operation) => {
      const other = left.get(key(operation));
      return other === undefined ? [] : [[operation, other] as const];
    });
    both.push(...found);
    const used = new Set(found.flat());
    removed = removed.filter((operation) => !used.has(operation));
    added = added.filter((operation) => !used.has(operation));
  }
  return { both, removed, added };
}
