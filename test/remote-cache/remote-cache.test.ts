import { globSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCacheServer, type CacheServer } from "./cache-server.ts";
import { cloneOf, generateIn, makeManyPackages } from "./many-packages.ts";
import { buildAndTest, type Origin } from "./turbo.ts";

/** Many packages on many machines: what one has built, the others do not build again. */
const tags = ["codes-of-conduct", "emojis", "gitignore", "licenses"];
let folder: string;
let server: CacheServer;
const clone = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-cache-")));
  server = await startCacheServer(folder);
  mkdirSync(clone("origin"));
  await makeManyPackages(clone("origin"), tags);
  for (const name of ["first", "second"]) await cloneOf(clone("origin"), clone(name));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Each task of these packages, with one origin. */
const tasks = (packages: readonly string[], origin: Origin): readonly [string, Origin][] =>
  packages.flatMap((name): [string, Origin][] =>
    ["build", "test"].map((task) => [`@many/${name}#${task}`, origin]),
  );
const sorted = (done: ReadonlyMap<string, Origin>): readonly [string, Origin][] => [...done].toSorted();

function built(name: string): ReadonlyMap<string, string> {
  const packages = join(clone(name), "packages");
  const files = globSync("*/dist/**/*.*", { cwd: packages }).toSorted();
  return new Map(files.map((file) => [file, readFileSync(join(packages, file), "utf8")]));
}

it("the second clone builds nothing, and has what the first one built", async () => {
  expect(sorted(await buildAndTest(clone("first"), server.env))).toEqual(tasks(tags, "made"));
  expect(sorted(await buildAndTest(clone("second"), server.env))).toEqual(tasks(tags, "remote"));
  const first = built("first");
  expect(first.size).toBeGreaterThan(tags.length);
  expect(built("second")).toEqual(first);
});

it("an edit of one domain builds and tests one package", async () => {
  const file = join(clone("second"), "spec", "openapi.json");
  const text = readFileSync(file, "utf8");
  const edited = text.replace('"summary":"Get emojis"', '"summary":"Get all emojis"');
  expect(edited).not.toBe(text);
  writeFileSync(file, edited);
  await generateIn(clone("second"));
  const others = tags.filter((tag) => tag !== "emojis");
  expect(sorted(await buildAndTest(clone("second"), server.env))).toEqual(
    [...tasks(["emojis"], "made"), ...tasks(others, "local")].toSorted(),
  );
});

it("a clone that the cache does not let in builds everything itself", async () => {
  rmSync(join(clone("first"), ".turbo"), { recursive: true, force: true });
  const env = { ...server.env, TURBO_TOKEN: "another-token" };
  expect(sorted(await buildAndTest(clone("first"), env))).toEqual(tasks(tags, "made"));
});
