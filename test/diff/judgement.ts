// What the diff says of an edit beside what a judge says of it.
import type { Change } from "../../generator/src/diff/change.ts";
import type { Reason } from "./reasons.ts";

/** One case, judged twice. */
export interface Judged {
  readonly name: string;
  readonly changes: readonly Change[];
  /** What the judge has against it; nothing where it has no objection. */
  readonly objections: readonly string[];
}

export interface Agreement {
  readonly cases: number;
  readonly agreed: number;
  /** How many disagreements each reason explains. */
  readonly explained: ReadonlyMap<Reason, number>;
  /** The disagreements that no reason explains, one line each. */
  readonly unexplained: readonly string[];
}

/** Whether a change breaks: previews break too, they only never force a version. */
function isBreak({ level, preview }: Change): boolean {
  return level === "major" || preview === true;
}

/** Counts agreement, and holds each disagreement to a reason: every rule that the disagreement is about needs one. */
export function judge(cases: readonly Judged[], reasons: readonly Reason[]): Agreement {
  const explained = new Map<Reason, number>();
  const unexplained: string[] = [];
  let agreed = 0;
  for (const { name, changes, objections } of cases) {
    const breaks = changes.some(isBreak);
    if (breaks === objections.length > 0) {
      agreed++;
      continue;
    }
    const about = changes.filter((change) => isBreak(change) === breaks);
    const found = about.map((change) =>
      reasons.find((reason) => fits(reason, change, breaks, objections, name)),
    );
    // Where we see a break and the judge none, each of our breaks needs its reason. Where it is the other way round,
    // one of the changes is what the judge objects to.
    if (about.length === 0) {
      found.push(
        reasons.find(({ rule, theirs }) => rule === "none" && objections.some((text) => theirs?.test(text))),
      );
    }
    const isExplained = breaks
      ? found.every((reason) => reason !== undefined)
      : found.some((reason) => reason !== undefined);
    if (isExplained) {
      for (const reason of new Set(found)) {
        if (reason !== undefined) explained.set(reason, (explained.get(reason) ?? 0) + 1);
      }
      continue;
    }
    const rules = about.map(({ rule, subject, place, direction }) =>
      [rule, direction ?? "", subject, place].join(" ").trim(),
    );
    unexplained.push(
      `${breaks ? "only we object" : "only the judge objects"}: ${name}: ${rules.join("; ")} | ${objections[0] ?? ""}`,
    );
  }
  return { cases: cases.length, agreed, explained, unexplained };
}

function fits(
  reason: Reason,
  change: Change,
  breaks: boolean,
  objections: readonly string[],
  name: string,
): boolean {
  const { ours, rule, direction, theirs, edit } = reason;
  return (
    ours === (breaks ? "breaks" : "fine") &&
    rule === change.rule &&
    (direction === undefined || change.direction === direction || change.direction === "both") &&
    (edit === undefined || edit.test(name)) &&
    (theirs === undefined || objections.some((text) => theirs.test(text)))
  );
}
