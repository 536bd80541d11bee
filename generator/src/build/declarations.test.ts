import { describe, expect, it } from "vitest";
import { joinDeclarations } from "./declarations.ts";
import { BuildError } from "./problem.ts";

/** By path; undefined where there is none. */
type Files = Readonly<Record<string, string | undefined>>;

const files: Files = {
  "src/index.ts": `// Header
export { ApiError } from "@acme/runtime";
export { get } from "./operations/get.js";
export type { GetParams } from "./operations/get.js";
export type { Thing } from "./types.js";
`,
  "src/operations/get.ts": `import { type Client as RuntimeClient, define } from "@acme/runtime";
import { api } from "../client.js";
import type { Thing } from "../types.js";
/** Parameters. */
export interface GetParams { id: string }
const operation = define<Thing>(api);
/** Only for a module beside this one. */
export const definition: unknown = operation;
/**
 * Gets a thing 🙂.
 *
 * * a list
 */
export function get(client: RuntimeClient, params: GetParams): Promise<Thing> { return operation(client, params); }
`,
  "src/types.ts": `/** A thing. */
export interface Thing {
  /**
   * Its id,
   * in two lines.
   */
  id: string;
}
`,
};

function join(changed: Files = {}): string {
  const all: Files = { ...files, ...changed };
  return joinDeclarations((file) => all[file]);
}

function refusal(changed: Files): readonly string[] {
  try {
    join(changed);
  } catch (error) {
    if (error instanceof BuildError) return error.problems.map(({ file, message }) => `${file}: ${message}`);
    throw error;
  }
  return [];
}

describe("the declarations of a package", () => {
  it("are what index.ts exports, with the comments, and one import of each package", () => {
    expect(join()).toBe(`import type { Client as RuntimeClient } from "@acme/runtime";
export { ApiError } from "@acme/runtime";
/** Parameters. */
export interface GetParams {
  id: string;
}
/**
 * Gets a thing 🙂.
 *
 * * a list
 */
export declare function get(client: RuntimeClient, params: GetParams): Promise<Thing>;
/** A thing. */
export interface Thing {
  /**
   * Its id,
   * in two lines.
   */
  id: string;
}
`);
  });

  it("are the same whenever they are made", () => {
    expect(join()).toBe(join());
  });

  it("are not made where the type of an export has to be inferred, and the place is shown", () => {
    const [message, ...more] = refusal({
      "src/types.ts": "export interface Thing { id: string }\nexport const a = compute();\n",
    });
    expect(more).toEqual([]);
    expect(message).toMatch(/^src\/types\.ts: .*--isolatedDeclarations/);
    expect(message).toContain("export const a = compute();");
  });

  it.each<readonly [string, Files, string]>([
    ["there is no package", { "src/index.ts": undefined }, "build runs in the folder of a package"],
    [
      "index.ts does more",
      { "src/index.ts": "export const a: 1 = 1;\n" },
      "re-exports by name, and does nothing else",
    ],
    ["index.ts does not parse", { "src/index.ts": "export { from;\n" }, "src/index.ts: "],
    [
      "index.ts re-exports all",
      { "src/index.ts": 'export * from "./types.js";\n' },
      'this does not: export * from "./types.js";',
    ],
    [
      "a name has another outside",
      { "src/index.ts": `${files["src/index.ts"]}export type { Thing as Other } from "./types.js";\n` },
      "src/types.ts: does not export Thing as Other, which src/index.ts names",
    ],
    [
      "a module is not there",
      { "src/index.ts": 'export { a } from "./a.js";\n' },
      "src/a.ts: is not there, and src/index.ts names it",
    ],
    ["a module does not parse", { "src/types.ts": "export interface {\n" }, "src/types.ts: "],
    [
      "a name is not there",
      { "src/types.ts": "interface Thing { id: string }\n" },
      "src/types.ts: does not export Thing, which src/index.ts names",
    ],
    [
      "a type is needed that is not public",
      {
        "src/types.ts": 'import type { Hidden } from "./hidden.js";\nexport interface Thing { id: Hidden }\n',
      },
      "src/types.ts: needs Hidden of ./hidden.js, which src/index.ts does not export",
    ],
    [
      "a name means two things",
      {
        "src/types.ts":
          'import type { Other as RuntimeClient } from "@acme/runtime";\nexport interface Thing { id: RuntimeClient }\n',
      },
      "another module means something else by RuntimeClient",
    ],
    [
      "a name of the package is taken from outside",
      {
        "src/types.ts":
          'import type { get } from "@acme/runtime";\nexport interface Thing { id: typeof get }\n',
      },
      "another module means something else by get",
    ],
  ])("are not made where %s", (_what, changed, message) => {
    expect(refusal(changed).join("\n")).toContain(message);
  });
});
