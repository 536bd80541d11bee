import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { temporaryFolder, writeTree } from "./testing/folder.ts";
import { carryThrough, mutated, places, replaced, replacement, rich } from "./testing/mutations.ts";

describe("a document with anything anywhere", () => {
  it("is a good one before", () => {
    const folder = temporaryFolder({ "openapi.json": JSON.stringify(rich) });
    const { codes, files } = carryThrough("openapi.json", folder);
    // Two media types for one body, of which one is used.
    expect(codes).toEqual(["CW2012"]);
    expect(files).toBeGreaterThan(10);
  });

  // Two thousand documents take a minute, and a busy machine longer.
  it("ends in packages or in diagnostics, never in a crash", () => {
    const folder = temporaryFolder();
    const outcomes = new Set<string>();
    fc.assert(
      fc.property(mutated, (document) => {
        writeTree(folder, { "openapi.json": document });
        const { codes, files, broken } = carryThrough("openapi.json", folder);
        expect(codes.length + files).toBeGreaterThan(0);
        expect(broken).toEqual([]);
        for (const code of codes) outcomes.add(code);
        if (files > 0) outcomes.add("files");
      }),
      { seed: 2020, numRuns: 2000 },
    );
    // The changes reach far: into every stage, and through to the end.
    for (const outcome of ["files", "CW1011", "CW1030", "CW1031", "CW1032", "CW2001", "CW2005", "CW2020"]) {
      expect([...outcomes]).toContain(outcome);
    }
  }, 600_000);
});

describe("the documents of this workspace with anything anywhere", () => {
  const spec = join(import.meta.dirname, "../../spec");
  it.each(["ci-visibility-pipelines", "code-coverage"])("%s: never a crash", (domain) => {
    const source = join(spec, domain, "openapi.yaml");
    const document: unknown = parse(readFileSync(source, "utf8"));
    const all = places(document);
    const folder = temporaryFolder();
    // Its references lead to files beside it, from wherever the changed copy stands.
    const beside = relative(folder, dirname(source));
    const moved = JSON.stringify(document).replaceAll(/"\$ref":"([^#"][^"]*)"/g, (_match, path: string) =>
      JSON.stringify({ $ref: join(beside, path) }).slice(1, -1),
    );
    fc.assert(
      fc.property(fc.nat(all.length - 1), replacement, (index, by) => {
        const changed = replaced(JSON.parse(moved), all[index] ?? [], by);
        writeTree(folder, { "openapi.json": JSON.stringify(changed) ?? "" });
        const { codes, files } = carryThrough("openapi.json", folder);
        expect(codes.length + files).toBeGreaterThan(0);
      }),
      { seed: 31, numRuns: 10 },
    );
  });
});
