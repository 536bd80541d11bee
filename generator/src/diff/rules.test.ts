import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changesBetween } from "../testing/diff.ts";
import { exampleDocuments, type Frame } from "../testing/example-documents.ts";
import { rulesPage } from "../testing/rules-page.ts";
import { formatFile } from "../write/format.ts";
import { type Level, levels } from "./change.ts";
import { ruleIds, rules } from "./rules.ts";

/** Found by comparing texts of two packages, not documents: its test is beside that. */
const ofTexts = "export-changed";

const cases = ruleIds
  .filter((id) => id !== ofTexts)
  .flatMap((id) => {
    const { example, input, output } = rules[id];
    const frames: readonly (readonly [Frame, Level | undefined])[] =
      example.of === "schema"
        ? [
            ["sent", input],
            ["answered", output],
          ]
        : [["sent", input]];
    return frames.flatMap(([frame, level]) => (level === undefined ? [] : [{ id, frame, level }]));
  });

describe("the example of each rule", () => {
  it.each(cases)("$id, $frame: $level", ({ id, frame, level }) => {
    const [before, after] = exampleDocuments(rules[id].example, frame);
    const split = id.startsWith("package-") && id !== "package-text-changed" ? "tag" : undefined;
    const changes = changesBetween(before, after, split);
    const found = changes.filter((change) => change.rule === id);
    expect(found.map((change) => change.level)).toEqual([level]);
    // No rule hides behind a louder one: what else is found is never above what the example is about.
    const louder = changes.filter(
      (change) => levels.indexOf(change.level) > levels.indexOf(level) && !accompanies(id, change.rule),
    );
    expect(louder).toEqual([]);
    expect(changesBetween(before, before, split)).toEqual([]);
    expect(changesBetween(after, after, split)).toEqual([]);
  });
});

/** Changes that cannot come without another that is louder. */
function accompanies(id: string, louder: string): boolean {
  const known: Readonly<Record<string, readonly string[]>> = {
    "variant-removed": ["export-removed", "type-removed"],
  };
  return known[id]?.includes(louder) === true;
}

describe("the reference page", () => {
  it("shows every rule as the table has it", async () => {
    const path = join(import.meta.dirname, "../../RULES.md");
    const { text: page } = await formatFile({ path: "RULES.md", text: rulesPage() });
    if (process.env["UPDATE_SNAPSHOTS"] === "1") writeFileSync(path, page);
    expect(readFileSync(path, "utf8")).toBe(page);
  });
});

describe("the table", () => {
  it("gives a line on what to change for everything that can break, and a reason for every level", () => {
    for (const id of ruleIds) {
      const { input, output, migration, why, title } = rules[id];
      if (input === "major" || output === "major") expect([id, migration]).toEqual([id, expect.any(String)]);
      expect(why, id).toMatch(/^[A-Z`].*\.$/);
      expect(title, id).toMatch(/^[a-z]/);
      expect(input ?? output, id).toBeDefined();
    }
  });
});
