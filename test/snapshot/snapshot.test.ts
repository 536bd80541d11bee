import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  addSource,
  compile,
  compileBuilt,
  makeProject,
  problems,
  type Project,
  readOutput,
} from "./project.ts";
import { addShownCode, isUnused } from "./shown.ts";
import { declarations, fragments, readScenario, readScenarios, withFragments } from "./scenario.ts";

const scenarios = readScenarios();
let project: Project;

beforeAll(async () => {
  project = await makeProject(scenarios);
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

describe("scenarios", () => {
  it("are generated without an error", () => {
    expect(project.report.diagnostics.filter((diagnostic) => diagnostic.severity === "error")).toEqual([]);
    expect(project.report.ok).toBe(true);
  });

  it.each(scenarios)("$title", (scenario) => {
    const now = withFragments(scenario.text, ({ file, names }) =>
      declarations(readOutput(project, scenario, file), names),
    );
    if (process.env["UPDATE_SNAPSHOTS"] === "1") writeFileSync(scenario.path, now);
    else expect(now).toBe(scenario.text);
    expect(fragments(now).length).toBeGreaterThan(0);
    for (const { text } of fragments(now)) expect(text.trim()).not.toBe("");
  });

  it.each(scenarios)("$title: the page names each warning, and no other", (scenario) => {
    const named = [...scenario.text.matchAll(/\b(CW\d{4})\b/g)].map((match) => match[1]);
    const found = problems(project, scenario).map((line) => /CW\d{4}/.exec(line)?.[0]);
    expect([...new Set(found)].sort()).toEqual([...new Set(named)].sort());
  });
});

describe("all that is generated", () => {
  it("compiles with the flags of the packages, what texts show too, and what is wrong does not", () => {
    expect(addShownCode(project)).toBeGreaterThan(scenarios.length);
    const probe = "packages/known-bad/src/probe.ts";
    const text = readFileSync(join(import.meta.dirname, "known-bad.ts.txt"), "utf8");
    addSource(project, probe, text);
    const errors = compile(project, scenarios[0]?.name ?? "");
    expect(errors.filter((line) => !line.startsWith(probe) && !isUnused(line))).toEqual([]);
    // Shown code is compiled with the same flags: what it gets and does nothing with is refused.
    expect(errors.some(isUnused)).toBe(true);
    const found = errors.filter((line) => line.startsWith(probe));
    const refused = new Set(found.map((line) => Number(/\((\d+),/.exec(line)?.[1])));
    const bad = text.split("\n").flatMap((line, index) => (line.includes("// bad") ? [index + 1] : []));
    expect([...refused].sort((a, b) => a - b)).toEqual(bad);
  });

  it("is built, and its declarations compile", async () => {
    expect(await compileBuilt(project, scenarios[0]?.name ?? "")).toEqual([]);
  });
});

describe("reading a scenario", () => {
  const page = "# T\n\n```yaml\na: 1\n```\n\n```ts src/a.ts A b\nold\n```\n\n```ts use\nuse\n```\n";

  it("takes it apart", () => {
    expect(readScenario("x", page)).toMatchObject({
      title: "T",
      document: "a: 1\n",
      use: "use\n",
      options: {},
    });
    expect(fragments(page)).toEqual([{ file: "src/a.ts", names: ["A", "b"], text: "old\n" }]);
    expect(withFragments(page, () => "new\n")).toBe(page.replace("old", "new"));
  });

  it("makes a fence longer than the fences inside", () => {
    const inside = "/**\n * ```ts\n * ```\n */\n";
    const now = withFragments(page, () => inside);
    expect(now).toContain(`\`\`\`\`ts src/a.ts A b\n${inside}\`\`\`\`\n`);
    expect(fragments(now)).toEqual([{ file: "src/a.ts", names: ["A", "b"], text: inside }]);
  });

  it("refuses a page without a document", () => {
    expect(() => readScenario("x", "# T\n")).toThrow("x: a scenario has a title and a document");
  });

  const module =
    '// Header\nimport a from "a";\n\n/** About A. */\nexport interface A {\n  x: 1;\n\n  y: 2;\n}\n\nconst b = 1;\n';

  it("finds declarations with their comments, whole", () => {
    expect(declarations(module, ["b", "A"])).toBe(
      "const b = 1;\n\n/** About A. */\nexport interface A {\n  x: 1;\n\n  y: 2;\n}\n",
    );
    expect(declarations(module, [])).toBe(module);
  });

  it("refuses a name that is not declared", () => {
    expect(() => declarations(module, ["x"])).toThrow("no declaration of x");
  });
});
