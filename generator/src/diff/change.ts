import type { Position } from "../model/locate.ts";
import type { RuleId } from "./rules.ts";

/** What a version number says of a change (Semantic Versioning 2.0.0). */
export type Level = "major" | "minor" | "patch";

export const levels: readonly Level[] = ["patch", "minor", "major"];

export function isAtLeast(level: Level, least: Level): boolean {
  return levels.indexOf(level) >= levels.indexOf(least);
}

/** The highest of some levels; undefined for none. */
export function highest(found: readonly Level[]): Level | undefined {
  return levels.findLast((level) => found.includes(level));
}

/** One thing that is not as it was, as the user of a package sees it. */
export interface Change {
  readonly rule: RuleId;
  readonly level: Level;
  /** The npm package. */
  readonly package: string;
  /** The operation, type or export, by its name in the package; the package's name for what concerns all of it. */
  readonly subject: string;
  /** The way inside the subject, for example `body.data[].status`; empty for the subject itself. */
  readonly place: string;
  /** The first operation that leads to the subject, and the way there: `searchEvents body.filter`. */
  readonly reachedBy?: string;
  /** In what is sent, in what comes back, or in both. */
  readonly direction?: "input" | "output" | "both";
  readonly before?: string;
  readonly after?: string;
  /** Where it stands, in the new document if it is there and in the old one if not. */
  readonly where?: Position & { readonly side: "old" | "new" };
  /** The level would be higher, but only operations that are a preview are concerned. */
  readonly preview?: true;
  /** One sentence. */
  readonly message: string;
  /** What the user of the package changes. */
  readonly migration?: string;
}
