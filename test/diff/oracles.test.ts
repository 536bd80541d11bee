import { describe, expect, it } from "vitest";
import { diffApi } from "../../generator/src/diff/diff.ts";
import { editCases, exampleCases } from "./cases.ts";
import { judge, type Judged } from "./judgement.ts";
import { type Reason, typeReasons } from "./reasons.ts";
import { askRedocly } from "./redocly-oracle.ts";
import { redoclyReasons } from "./redocly-reasons.ts";
import { askCompiler } from "./type-oracle.ts";

const edits = editCases(600);
const all = [...edits, ...exampleCases()];

interface Judge {
  readonly name: string;
  readonly reasons: readonly Reason[];
  readonly ask: () => readonly (readonly string[])[];
}

const judges: readonly Judge[] = [
  { name: "TypeScript", reasons: typeReasons, ask: () => askCompiler(all) },
  {
    name: "redocly",
    reasons: redoclyReasons,
    ask: () => askRedocly(all.map(({ documents }) => documents)),
  },
];

describe.each(judges)("the diff and $name", ({ reasons, ask }) => {
  const answers = ask();
  const judged = all.map(({ name, changes }, index): Judged => ({
    name,
    changes,
    objections: answers[index] ?? [],
  }));
  const ofEdits = judged.slice(0, edits.length);

  it("agree on every random edit, or there is a written reason", () => {
    const { cases, agreed, unexplained } = judge(ofEdits, reasons);
    expect(unexplained).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(500);
    expect(agreed / cases).toBeGreaterThan(0.8);
    // Both verdicts are well represented: a judge that always says the same proves nothing.
    const objected = ofEdits.filter(({ objections }) => objections.length > 0).length;
    expect(objected).toBeGreaterThan(100);
    expect(cases - objected).toBeGreaterThan(100);
  });

  it("agree on the examples of the rules, or there is a written reason", () => {
    const { cases, unexplained } = judge(judged.slice(edits.length), reasons);
    expect(unexplained).toEqual([]);
    expect(cases).toBeGreaterThan(80);
  });

  it("have no reason that explains nothing", () => {
    const { explained } = judge(judged, reasons);
    expect(reasons.filter((reason) => !explained.has(reason))).toEqual([]);
  });

  it("would not agree, were the diff blind or alarmed", () => {
    const blind = judge(
      ofEdits.map((each) => ({ ...each, changes: [] })),
      reasons,
    );
    expect(blind.unexplained.length).toBeGreaterThan(100);
    const alarmed = judge(
      ofEdits.map((each) => ({
        ...each,
        changes: each.changes.map((change) => ({ ...change, level: "major" as const })),
      })),
      reasons,
    );
    expect(alarmed.unexplained.length).toBeGreaterThan(100);
  });
});

describe("a document and itself", () => {
  it("have no changes", () => {
    for (const { name, old } of edits) expect(diffApi(old, old), name).toEqual([]);
  });
});
