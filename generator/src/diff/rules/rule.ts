import type { Level } from "../change.ts";

/** One way in which two documents can differ, and what it means for who upgrades. */
export interface Rule {
  /** What happened, as a sentence without its subject. */
  readonly title: string;
  /** The level where requests hold it; absent where requests cannot. */
  readonly input?: Level;
  /** The level where answers hold it; absent where answers cannot. */
  readonly output?: Level;
  /** Why the level is what it is. */
  readonly why: string;
  /** What the user of the package changes; absent where there is nothing to do. */
  readonly migration?: string;
  readonly example: ExamplePair;
}

/**
 * Two documents that differ by this rule, as the part that differs.
 *
 * `schema`: the schema `It`, which one operation sends and another gets. `operation`: the path item of `/run`.
 * `document`: all below `info`.
 */
export interface ExamplePair {
  readonly of: "schema" | "operation" | "document";
  readonly before: string;
  readonly after: string;
  /** More members of `components/schemas`, in both documents. */
  readonly more?: string;
}

/** A rule for what is neither sent nor received: one level. */
export function always(level: Level): { readonly input: Level; readonly output: Level } {
  return { input: level, output: level };
}

export function schemas(before: string, after: string, more?: string): ExamplePair {
  return { of: "schema", before, after, ...(more === undefined ? {} : { more }) };
}

export function operations(before: string, after: string, more?: string): ExamplePair {
  return { of: "operation", before, after, ...(more === undefined ? {} : { more }) };
}

export function documents(before: string, after: string): ExamplePair {
  return { of: "document", before, after };
}
