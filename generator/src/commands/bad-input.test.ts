import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { readTree, temporaryFolder } from "../testing/folder.ts";
import { config } from "../testing/project.ts";

const broken = `openapi: 3.1.1
info: { title: One, version: "1" }
paths:
  /a:
    get:
      operationId: listThings
      summry: Lists things.
      responses: { "200": { $ref: "#/components/responses/Gone" } }
  /b:
    get:
      operationId: listThings
      responses: { "200": { $ref: "https://example.com/responses.yaml" } }
  /c/{id}:
    get:
      operationId: list-things
      responses: { "200": { $ref: "gone.yaml#/x" } }
components:
  schemas:
    One: { $ref: "#/components/schemas/Other" }
    Other: { $ref: "#/components/schemas/One" }
`;

describe("bad input on the command line", () => {
  it("is shown all at once: place, severity, code, message, pointer and help; exit 1; nothing is written", async () => {
    const files = {
      "clientwright.config.mjs": config({
        documents: [
          { document: "one.yaml", package: "one" },
          { document: "two.yaml", package: "two" },
          { document: "three.json", package: "three" },
          { document: "missing.yaml", package: "four" },
        ],
      }),
      "one.yaml": broken,
      "two.yaml": "openapi: 3.1.1\ninfo:\n  title: Two\n  title: Again\n",
      "three.json": '{ "openapi": "3.3.0" }',
    };
    const folder = temporaryFolder(files);
    const { code, stdout, stderr } = await run(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(readTree(folder)).toEqual(files);
    const lines = stderr.split("\n").filter((line) => /^\S+ (error|warning) CW/.test(line));
    expect(lines.map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "missing.yaml error CW1001",
      "one.yaml:7:7 warning CW1031",
      "one.yaml:8:29 error CW1011",
      "one.yaml:11:7 error CW2002",
      "one.yaml:12:29 error CW1010",
      "one.yaml:14:5 error CW2005",
      "one.yaml:15:7 warning CW2016",
      "one.yaml:16:29 error CW1001",
      "one.yaml:19:12 error CW1012",
      "one.yaml:20:14 error CW1012",
      "three.json:1:3 error CW1020",
      "two.yaml:4:3 error CW1003",
    ]);
    expect(stderr).toContain(
      'one.yaml:8:29 error CW1011 the reference "#/components/responses/Gone" leads nowhere\n' +
        "  at /paths/~1a/get/responses/200/$ref\n" +
        "  help: check the spelling, or add what it names\n",
    );
    expect(stderr).toContain("  help: did you mean summary?\n");
    expect(stderr).toMatch(/\n10 errors, 2 warnings; nothing was written\n$/);
  });

  it("cannot command the terminal", async () => {
    const folder = temporaryFolder({
      "clientwright.config.mjs": config({ documents: [{ document: "one.yaml" }] }),
      "one.yaml": 'openapi: "\\e[31m\\a3.1\\u202e"\n',
    });
    const { code, stderr } = await run(folder, ["generate"]);
    expect(code).toBe(1);
    expect(stderr).toContain("CW1020");
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
  });

  it("that only warns is written, exit 0", async () => {
    const folder = temporaryFolder({
      "clientwright.config.mjs": config({ documents: [{ document: "one.yaml" }] }),
      "one.yaml":
        "openapi: 3.1.1\ninfo: { title: One, version: '1' }\ntypo: {}\npaths: { /a: { get: { operationId: a, responses: {} } } }\n",
    });
    const { code, stdout, stderr } = await run(folder, ["generate"]);
    expect(code).toBe(0);
    expect(stderr).toContain("one.yaml:3:1 warning CW1031");
    expect(stderr).toMatch(/\n0 errors, 1 warning\n$/);
    expect(stdout).toContain("created packages/one/src/index.ts");
  });
});
