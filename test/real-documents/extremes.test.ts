import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOrThrow } from "../consumer/command.ts";
import { compile, compilers } from "../consumer/compilers.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";

/** Sizes that documents of large services have, in one document too large to be read as a scenario. */
const values = 1000;
const levels = 60;
const variants = 120;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-extremes-")));
const own = join(folder, "packages", "extremes");

function reference(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** `Level59` extends `Level58`, and so on; each adds one property. */
function chain(): readonly (readonly [string, object])[] {
  return Array.from({ length: levels }, (_, level) => {
    const added = {
      type: "object",
      required: [`p${level}`],
      properties: { [`p${level}`]: { type: "string" } },
    };
    return [
      `Level${level}`,
      level === 0 ? added : { allOf: [reference(`Level${level - 1}`), added] },
    ] as const;
  });
}

function kinds(): readonly (readonly [string, object])[] {
  return Array.from({ length: variants }, (_, kind) => {
    const properties = { kind: { const: `k${kind}` }, [`only${kind}`]: { type: "number" } };
    return [`Kind${kind}`, { type: "object", required: Object.keys(properties), properties }] as const;
  });
}

const document = {
  openapi: "3.1.1",
  info: { title: "Extremes", version: "1" },
  paths: {
    "/things": {
      post: {
        operationId: "saveThing",
        requestBody: { required: true, content: { "application/json": { schema: reference("Thing") } } },
        responses: {
          200: { description: "The thing.", content: { "application/json": { schema: reference("Thing") } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: "object",
        required: ["code", "deep", "event"],
        properties: {
          code: reference("Code"),
          deep: reference(`Level${levels - 1}`),
          event: reference("Event"),
          children: { type: "array", items: reference("Thing") },
        },
      },
      Code: { type: "string", enum: Array.from({ length: values }, (_, value) => `v${value}`) },
      Event: { oneOf: kinds().map(([name]) => reference(name)) },
      ...Object.fromEntries([...chain(), ...kinds()]),
    },
  },
};

const right = `import { createClient, isKind7, saveThing, type Level${levels - 1}, type ThingInput } from "./src/index.js";

declare const deep: Level${levels - 1};
const thing: ThingInput = { code: "v${values - 1}", deep, event: { kind: "k${variants - 1}", only${variants - 1}: 1 } };
const { event, code } = await saveThing(createClient(), thing);
export const first: string = deep.p0 + deep.p${levels - 1} + code;
if (isKind7(event)) event.only7.toFixed();
`;
const wrong = right
  .replace(`"v${values - 1}"`, `"v${values}"`)
  .replace(`only${variants - 1}: 1`, "only0: 1")
  .replace("deep.p0", "deep.q0");

beforeAll(async () => {
  mkdirSync(join(folder, "node_modules", "@clientwright"), { recursive: true });
  symlinkSync(
    join(workspaceFolder, "packages", "runtime"),
    join(folder, "node_modules", "@clientwright", "runtime"),
  );
  writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
  writeFileSync(
    join(folder, "clientwright.config.mjs"),
    'export default { documents: [{ document: "openapi.json", package: "extremes" }] };\n',
  );
  const clientwright = join(workspaceFolder, "generator", "bin", "clientwright.js");
  await runOrThrow(process.execPath, [clientwright, "generate"], { cwd: folder });
  for (const [name, text] of Object.entries({ right, wrong })) {
    writeFileSync(join(own, `${name}.ts`), text);
    const options = { noEmit: true, rootDir: ".", isolatedDeclarations: false };
    writeFileSync(
      join(own, `tsconfig.${name}.json`),
      JSON.stringify({ extends: "./tsconfig.json", compilerOptions: options, include: [`${name}.ts`] }),
    );
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(compilers)("under $name", (compiler) => {
  it(`an enumeration of ${values} values, ${levels} levels of allOf and a union of ${variants} compile`, async () => {
    expect(await compile(compiler, own, "tsconfig.right.json")).toEqual([]);
  });

  it("and still tell what is wrong", async () => {
    const found = await compile(compiler, own, "tsconfig.wrong.json");
    expect(found.map(({ line }) => line).toSorted()).toEqual([4, 4, 6]);
  });
});
