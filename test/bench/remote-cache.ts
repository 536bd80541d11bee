import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCacheServer } from "../remote-cache/cache-server.ts";
import { cloneOf, generateIn, makeManyPackages } from "../remote-cache/many-packages.ts";
import { buildAndTest } from "../remote-cache/turbo.ts";

/**
 * GitHub's whole description as one package a tag, built and tested through turbo in two clones that share a remote cache:
 * what each of them makes itself, and how long it takes of what the first clone took.
 */
const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-cache-")));
const server = await startCacheServer(folder);
try {
  const [origin, first, second] = ["origin", "first", "second"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(origin);
  await makeManyPackages(origin);
  await cloneOf(origin, first);
  await cloneOf(origin, second);
  const cold = await step("first clone", first);
  await step("second clone", second, cold);
  const document = join(second, "spec", "openapi.json");
  writeFileSync(document, readFileSync(document, "utf8").replace('"Get emojis"', '"Get all emojis"'));
  await generateIn(second);
  await step("an edit of one domain", second, cold);
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

async function step(name: string, clone: string, cold?: number): Promise<number> {
  const start = performance.now();
  const done = [...(await buildAndTest(clone, server.env)).values()];
  const time = performance.now() - start;
  const made = done.filter((from) => from === "made").length;
  const ratio = cold === undefined ? "" : `, ${(time / cold).toFixed(2)} of the first`;
  process.stdout.write(
    `${name.padEnd(22)} ${made} of ${done.length} tasks made, ${(time / 1000).toFixed(1)} s${ratio}\n`,
  );
  return time;
}
