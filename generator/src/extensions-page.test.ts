import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const names = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ""))].toSorted();

it("EXTENSIONS.md describes every field that is read, and no other", () => {
  const root = join(import.meta.dirname, "..");
  const sources = globSync("src/{model,load}/**/*.ts", { cwd: root }).filter(
    (path) => !path.endsWith(".test.ts"),
  );
  const read = sources.map((path) => readFileSync(join(root, path), "utf8")).join("\n");
  const page = readFileSync(join(root, "EXTENSIONS.md"), "utf8");
  expect(names(page, /^## `x-clientwright-(\w+)`$/gm)).toEqual(names(read, /x-clientwright-([a-z]+)/g));
  const shipped = readFileSync(join(root, "package.json"), "utf8");
  expect(shipped).toContain('"EXTENSIONS.md"');
});
