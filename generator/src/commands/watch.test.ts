import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { GenerateReport } from "../generate.ts";
import { reader, start } from "../testing/cli.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { config, document, project } from "../testing/project.ts";
import { watch } from "./watch.ts";

const nothing: GenerateReport = {
  ok: true,
  diagnostics: [],
  packages: [],
  timings: {} as GenerateReport["timings"],
  recovered: 0,
  inputs: [],
};

describe("generate --watch", () => {
  it("generates again after each save, survives a mistake, and ends on a signal", async () => {
    const folder = temporaryFolder(project());
    const child = start(folder, ["generate", "--watch"]);
    const until = reader(child);
    await until("watching");
    expect(existsSync(join(folder, "packages/one/src/operations/listThings.ts"))).toBe(true);

    writeFileSync(join(folder, "spec/one.yaml"), document("One", "listAgain"));
    await until("created packages/one/src/operations/listAgain.ts");
    await until("watching");

    writeFileSync(join(folder, "spec/two.yaml"), "openapi: [");
    await until("CW1002");
    await until("watching");

    writeFileSync(join(folder, "spec/two.yaml"), document("Two", "listMended"));
    await until("created packages/two/src/operations/listMended.ts");
    await until("watching");

    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it.runIf(process.features.typescript)("follows what the configuration imports", async () => {
    const folder = temporaryFolder({
      "clientwright.config.ts":
        'import { name } from "./parts/name.ts";\nexport default { documents: [{ document: "one.yaml", package: name }] };\n',
      "parts/name.ts": 'export { name } from "./other.ts";\n',
      "parts/other.ts": 'export const name: string = "first";\n',
      "one.yaml": document("One"),
    });
    const child = start(folder, ["generate", "--watch"]);
    const until = reader(child);
    await until("created packages/first/src/index.ts");
    await until("watching");

    writeFileSync(join(folder, "parts/other.ts"), 'export const name: string = "second";\n');
    await until("created packages/second/src/index.ts");
    await until("deleted packages/first/src/index.ts");
    await until("watching");

    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("waits for a configuration that is not there yet, or broken", async () => {
    const folder = temporaryFolder({ "one.yaml": document("One") });
    const child = start(folder, ["generate", "--watch"]);
    const until = reader(child);
    await until("CW3001");
    await until("watching");

    writeFileSync(join(folder, "clientwright.config.mjs"), "export default {");
    await until("CW3001");
    await until("watching");

    writeFileSync(join(folder, "clientwright.config.mjs"), config({ documents: [{ document: "one.yaml" }] }));
    await until("created packages/one/src/index.ts");
    await until("watching");

    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });

  it("generates again for what was saved while a run was at work, also of a file that it was the first to read", async () => {
    const folder = temporaryFolder({ "one.yaml": "1", "two.yaml": "1" });
    const files = ["one.yaml", "two.yaml"].map((name) => join(folder, name));
    const [one = "", two = ""] = files;
    const interruption = new AbortController();
    let runs = 0;
    const run = (): Promise<GenerateReport> => {
      runs++;
      // As editors do it: the whole file at once.
      if (runs === 1) writeFileSync(one, "2");
      if (runs === 2) writeFileSync(two, "2");
      if (runs === 3) interruption.abort();
      return Promise.resolve({ ...nothing, inputs: runs === 1 ? [one] : files });
    };
    expect(await watch(run, () => {}, interruption.signal)).toBe(0);
    expect(runs).toBe(3);
  });

  it("sees that a file is mended or made which another refers to", async () => {
    const folder = temporaryFolder({
      "clientwright.config.mjs": config({ documents: [{ document: "one.yaml" }] }),
      "one.yaml": document("One").replace("#/components/schemas/Thing", "parts/thing.yaml#/Thing"),
    });
    mkdirSync(join(folder, "parts"));
    const child = start(folder, ["generate", "--watch"]);
    const until = reader(child);
    await until("CW1001");
    await until("watching");

    writeFileSync(
      join(folder, "parts/thing.yaml"),
      `Thing: { type: string, description: "${"x".repeat(2e6)}" }`,
    );
    await until("CW1005");
    await until("watching");

    writeFileSync(join(folder, "parts/thing.yaml"), "Thing: { type: string }");
    await until("created packages/one/src/index.ts");
    await until("watching");

    const ended = new Promise((resolve) => child.on("close", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
  });
});
