import { dirname, relative, resolve as resolvePath } from "node:path";
import type { Diagnostics } from "../diagnostics.ts";
import { type Dialect, readDialect } from "./dialect.ts";
import { child, isObject, nodeKey, report, type SpecNode } from "./node.ts";
import { join, lookUp, segments } from "./pointer.ts";
import { references } from "./references.ts";
import { readSource, type Source } from "./source.ts";

/** One document with every file it refers to, read and parsed. */
export interface SpecDocument {
  readonly root: SpecNode;
  readonly dialect: Dialect;
  /** All files, the root's first, the rest in the order in which references reach them. */
  readonly sources: readonly Source[];
  /**
   * Follows a node's `$ref`, and the `$ref` it leads to, until something else is reached. A node without `$ref` is its
   * own target. Undefined after a reference that cannot be followed, which was reported when the document was loaded.
   */
  follow(node: SpecNode): SpecNode | undefined;
  /** What a node's own `$ref` names, which may be a reference again: for objects that may have fields beside it. */
  step(node: SpecNode): SpecNode | undefined;
}

/**
 * Reads a document and all files it refers to.
 *
 * Every problem is added to the diagnostics; the result is undefined when there is nothing to build a model from.
 *
 * @param asked - Is given the absolute path of every file that is asked for, with the hash of what was read; it is empty
 * for one that is not there.
 */
export function loadDocument(
  path: string,
  cwd: string,
  diagnostics: Diagnostics,
  asked: Map<string, string> = new Map(),
): SpecDocument | undefined {
  const files = new Map<string, Source | undefined>();
  const read = (file: string, from?: SpecNode): Source | undefined => {
    if (files.has(file)) return files.get(file);
    const source = readReported(file, cwd, diagnostics, from);
    // Of a file that came only after it was first asked for, it counts that it was not there.
    if (!asked.has(file)) asked.set(file, source?.hash ?? "");
    if (source !== undefined || isReference(from)) files.set(file, source);
    return source;
  };
  const first = read(resolvePath(cwd, path));
  if (first === undefined) return undefined;
  const { follow, step } = follower(read);
  let bounded = true;
  for (const source of files.values()) {
    // The map grows while it is walked: each file's references may lead to files that nobody has read yet.
    if (source !== undefined) bounded = checkReferences(source, follow, diagnostics) && bounded;
  }
  // A model of what has no bounds would take time and memory without them.
  if (!bounded) return undefined;
  const root: SpecNode = { value: first.value, source: first, pointer: "" };
  const dialect = first.problems.length === 0 ? readDialect(root, diagnostics) : undefined;
  if (dialect === undefined) return undefined;
  const sources = [...files.values()].filter((source) => source !== undefined);
  return {
    root,
    dialect,
    sources,
    follow: (node) => asNode(follow(node)),
    step: (node) => asNode(step(node)),
  };
}

type Failure = "CW1010" | "CW1011" | "CW1012" | "CW1013" | "unread";
type Follow = (node: SpecNode) => SpecNode | Failure;

function asNode(result: SpecNode | Failure): SpecNode | undefined {
  return typeof result === "string" ? undefined : result;
}

function readReported(
  file: string,
  cwd: string,
  diagnostics: Diagnostics,
  from: SpecNode | undefined,
): Source | undefined {
  try {
    const source = readSource(file, cwd);
    for (const { position, ...problem } of source.problems) {
      diagnostics.add({ ...problem, file: source.name, ...position });
    }
    return source;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const what = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    const name = relative(cwd, file).replaceAll("\\", "/") || file;
    if (from === undefined) {
      diagnostics.add({
        code: "CW1001",
        message: `the document ${name} ${what}`,
        hint: "check the path in the configuration; it is relative to the configuration file",
        file: name,
      });
    } else if (isReference(from)) {
      report(
        diagnostics,
        "CW1001",
        { ...from, pointer: `${from.pointer}/$ref` },
        `the file ${name} ${what}`,
        "check the path; it is relative to this file",
      );
    }
    return undefined;
  }
}

/** A mapping is followed as if it were written with `$ref`; whether it has to lead somewhere, the model decides. */
function isReference(node: SpecNode | undefined): boolean {
  return node === undefined || lookUp(node.source.value, [...(segments(node.pointer) ?? []), "$ref"]).found;
}

/** Following is one idea with two users: the check after loading, which reports, and the model, which only asks. */
function follower(read: (file: string, from: SpecNode) => Source | undefined): {
  readonly follow: Follow;
  readonly step: Follow;
} {
  const known = new Map<Source, Map<unknown, SpecNode | Failure>>();
  const step = (node: SpecNode): SpecNode | Failure => {
    const ref = child(node, "$ref")?.value;
    if (typeof ref !== "string") return "CW1013";
    const hash = ref.indexOf("#");
    const file = hash < 0 ? ref : ref.slice(0, hash);
    if (/^[a-z][a-z0-9+.-]+:|^\/\//i.test(file)) return "CW1010";
    const path = segments(decodeFragment(hash < 0 ? "" : ref.slice(hash + 1)));
    if (path === undefined) return "CW1013";
    const source =
      file === "" ? node.source : read(resolvePath(dirname(node.source.path), decodeFragment(file)), node);
    if (source === undefined || source.problems.length > 0) return "unread";
    const { found, value } = lookUp(source.value, path);
    return found ? { value, source, pointer: path.reduce<string>(join, "") } : "CW1011";
  };
  const follow = (start: SpecNode): SpecNode | Failure => {
    if (!isObject(start.value) || !Object.hasOwn(start.value, "$ref")) return start;
    // Where a reference leads follows from its text and its file, and many have the same text.
    const before = known.get(start.source)?.get(start.value["$ref"]);
    if (before !== undefined) return before;
    const seen = new Set<string>();
    const passed: (readonly [Source, unknown])[] = [];
    let node: SpecNode | Failure = start;
    while (typeof node !== "string" && isObject(node.value) && Object.hasOwn(node.value, "$ref")) {
      const here = nodeKey(node);
      const source: Source = node.source;
      const ref: unknown = node.value["$ref"];
      const end: SpecNode | Failure | undefined = seen.has(here) ? "CW1012" : known.get(source)?.get(ref);
      seen.add(here);
      passed.push([source, ref]);
      node = end ?? step(node);
    }
    // Every reference on the way has the same end: a long row of them is walked once.
    for (const [source, ref] of passed) {
      const ends = known.get(source) ?? new Map<unknown, SpecNode | Failure>();
      known.set(source, ends.set(ref, node));
    }
    return node;
  };
  return { follow, step };
}

/** References are URI references (RFC 3986): a fragment or path may be percent-encoded, but need not be. */
function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const explain: Record<
  Exclude<Failure, "unread">,
  (ref: string) => readonly [message: string, hint: string]
> = {
  CW1010: (ref) => [
    `the reference ${ref} leads to another host`,
    "download that file, put it beside the document and refer to it by its path: nothing is fetched while generating",
  ],
  CW1011: (ref) => [`the reference ${ref} leads nowhere`, "check the spelling, or add what it names"],
  CW1012: (ref) => [
    `the reference ${ref} only leads back to itself`,
    "one of the references in the circle must be a definition",
  ],
  CW1013: (ref) => [
    `the reference ${ref} is not a path with a JSON pointer`,
    "write it as file.yaml#/components/schemas/Name or #/components/schemas/Name; anchors and $id are not read",
  ],
};

/** @returns whether the file's depth and texts are within the bounds that all who look through it rely on */
function checkReferences(source: Source, follow: Follow, diagnostics: Diagnostics): boolean {
  const { found, mapped, tooDeep, tooLong } = references(source);
  if (tooDeep !== undefined) {
    report(
      diagnostics,
      "CW1005",
      tooDeep,
      "the document is nested too deeply to be read",
      "flatten it; a description of an API has no use for hundreds of levels",
    );
  }
  if (tooLong !== undefined) {
    report(
      diagnostics,
      "CW1005",
      tooLong,
      "a text here is too long: more than a million characters",
      "shorten it; data does not belong into a description of an API",
    );
  }
  for (const node of found) {
    const result = follow(node);
    if (typeof result !== "string" || result === "unread") continue;
    const ref = isObject(node.value) ? JSON.stringify(node.value["$ref"]) : "";
    report(diagnostics, result, { ...node, pointer: `${node.pointer}/$ref` }, ...explain[result](ref));
  }
  // Followed for the files that only they lead to, whose own references are then checked too. References come first:
  // they tell of a file that is not there.
  for (const node of mapped) follow(node);
  return tooDeep === undefined && tooLong === undefined;
}
