import { existsSync, writeFileSync } from "node:fs";
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

  it("generates again for what was saved while the first run was at work", async () => {
    const file = join(temporaryFolder({ "one.yaml": "1" }), "one.yaml");
    let runs = 0;
    let stop = (): void => {};
    const run = (): Promise<GenerateReport> => {
      runs++;
      if (runs === 1) writeFileSync(file, "2");
      else stop();
      return Promise.resolve({ ...nothing, inputs: [file] });
    };
    const code = await watch(
      run,
      () => {},
      (interrupt) => (stop = interrupt),
    );
    expect([code, runs]).toEqual([0, 2]);
  });
});
