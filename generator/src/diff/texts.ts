import { isDeepStrictEqual } from "node:util";
import type { Docs, Limits } from "../model/schema.ts";
import type { Recorder, Scope } from "./recorder.ts";

/** The least value that a bound allows grows with it; the greatest shrinks with it. */
const bounds = {
  minimum: "least",
  exclusiveMinimum: "least",
  minLength: "least",
  minItems: "least",
  minProperties: "least",
  maximum: "greatest",
  exclusiveMaximum: "greatest",
  maxLength: "greatest",
  maxItems: "greatest",
  maxProperties: "greatest",
} as const satisfies Partial<Record<keyof Limits, "least" | "greatest">>;

/** Compares what is said of values and no type holds: descriptions, deprecation, defaults and limits. */
export function compareTexts(recorder: Recorder, scope: Scope, old: Docs, now: Docs): void {
  if (!old.deprecated && now.deprecated) recorder.add("schema-deprecated", scope);
  if (old.deprecated && !now.deprecated) recorder.add("schema-undeprecated", scope);
  if (!isDeepStrictEqual(words(old), words(now))) recorder.add("text-changed", scope);
  if (!isDeepStrictEqual(old.default, now.default)) {
    recorder.add("default-changed", scope, details(old.default, now.default));
  }
  compareLimits(recorder, scope, old.limits, now.limits);
}

function words({ title, description, examples }: Docs): readonly unknown[] {
  return [title, description, examples];
}

function compareLimits(recorder: Recorder, scope: Scope, old: Limits, now: Limits): void {
  for (const [key, side] of Object.entries(bounds) as [keyof typeof bounds, "least" | "greatest"][]) {
    const [was, is] = [old[key], now[key]];
    if (was === is) continue;
    const open = side === "least" ? -Infinity : Infinity;
    const [before = open, after = open] = [was, is];
    const tighter = side === "least" ? after > before : after < before;
    recorder.add(tighter ? "limit-tightened" : "limit-loosened", scope, {
      before: `${key} ${was ?? "none"}`,
      after: `${key} ${is ?? "none"}`,
    });
  }
  if (old.uniqueItems !== now.uniqueItems) {
    recorder.add(now.uniqueItems === true ? "limit-tightened" : "limit-loosened", scope, {
      after: now.uniqueItems === true ? "items are unique" : "items may repeat",
    });
  }
  for (const key of ["format", "pattern", "multipleOf"] as const) {
    if (old[key] === now[key]) continue;
    recorder.add("format-changed", scope, details(old[key], now[key], `${key} `));
  }
}

function details(
  before: unknown,
  after: unknown,
  prefix = "",
): { readonly before: string; readonly after: string } {
  const say = (value: unknown): string =>
    value === undefined ? "none" : `${prefix}${typeof value === "string" ? value : JSON.stringify(value)}`;
  return { before: say(before), after: say(after) };
}
