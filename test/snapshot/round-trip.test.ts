import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProject, type Project } from "./project.ts";
import { readScenarios, type Scenario } from "./scenario.ts";

let first: Project;
let second: Project;
let again: readonly Scenario[];

/** Every package's own document, generated in place of the one that it came from. */
beforeAll(async () => {
  first = await makeProject(readScenarios());
  const folder = join(first.folder, "packages");
  again = readdirSync(folder).map((name) => ({
    name,
    path: "",
    title: name,
    text: "",
    document: readFileSync(join(folder, name, "openapi.json"), "utf8"),
    options: {},
    use: undefined,
  }));
  second = await makeProject(again);
});
afterAll(() => {
  for (const { folder } of [first, second]) rmSync(folder, { recursive: true, force: true });
});

/** What a package consists of, apart from the names of the files that it was made from. */
function files({ folder }: Project, name: string): Readonly<Record<string, string>> {
  const root = join(folder, "packages", name);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted();
  return Object.fromEntries(
    paths
      .filter((path) => /\.(ts|md)$|package\.json$|openapi\.json$/.test(path) && !path.endsWith("use.ts"))
      .map((path) => [
        path,
        readFileSync(join(root, path), "utf8").replace(/Generated from .*?\. Do not edit/, "Generated"),
      ]),
  );
}

describe("the document that a package ships", () => {
  it("is read without an error, for every scenario", () => {
    expect(second.report.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(again.length).toBeGreaterThanOrEqual(readScenarios().length);
  });

  it("gives the same package again, for every scenario", () => {
    for (const { name } of again) expect(files(second, name), name).toEqual(files(first, name));
  });
});
