import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runOrThrow } from "../consumer/command.ts";
import { newestCompiler } from "../consumer/compilers.ts";
import { installPackedPackages } from "../consumer/install.ts";
import { chromium } from "./chromium.ts";
import type { Place } from "./place.ts";
import { bun, deno, nodePlaces } from "./processes.ts";
import { startService } from "./service.ts";
import { worker } from "./worker.ts";

const places: readonly Place[] = [...(await nodePlaces()), deno, bun, chromium, worker];
const ran = new Map<string, string>(places.map(({ name }) => [name, "not run"]));
const service = await startService();
let folder = "";

beforeAll(async () => {
  folder = await installPackedPackages();
  cpSync(join(import.meta.dirname, "programs"), join(folder, "programs"), { recursive: true });
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom"],
    module: "nodenext",
    types: [],
    strict: true,
    rootDir: "programs",
    outDir: "built",
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["programs"] }));
  await runOrThrow(process.execPath, [newestCompiler().tsc, "-p", "."], { cwd: folder });
});

afterAll(async () => {
  await service.close();
  if (folder !== "") rmSync(folder, { recursive: true });
  const lines = [...ran].map(([name, outcome]) => `  ${name.padEnd(18)} ${outcome}\n`);
  process.stdout.write(`The packed packages, platform by platform:\n${lines.join("")}`);
});

// Whoever has no browser at hand can work on this; what merges has been everywhere.
const mustRun = Boolean(process.env["CI"]);

// A platform is downloaded the first time, some of them 100 MB.
describe.each(places)("$name", { timeout: 300_000 }, (place) => {
  it("sends, finds, is refused, tries again, is aborted, runs out of time and follows events", async ({
    skip,
  }) => {
    const found = await place.find();
    if (typeof found === "string") {
      ran.set(place.name, `not run: ${found.split("\n")[0]}`);
      if (mustRun) throw new Error(`${place.name} must run in CI: ${found}`);
      return skip(found);
    }
    ran.set(place.name, `${found.version}: failed`);
    const id = place.name.replaceAll(/\W+/g, "-");

    const report = await found.run({ folder, page: service.page }, service.baseUrl(id));

    expect(report).toEqual({
      streamed: [1, 2],
      sent: "undefined",
      found: ["e1", "e2", "e3"],
      refused: { status: 400, errors: ["no such metric"] },
      retried: { attempts: 2, coverage: 82.4 },
      aborted: "AbortError",
      timedOut: "in one attempt",
      keyless: place.environment
        ? "undefined"
        : expect.stringMatching(/^ConfigurationError: .*the option apiKey/),
    });
    const seen = service.seen(id);
    const [sent] = seen;
    expect(sent?.headers).toMatchObject({ "dd-api-key": "api-key", "content-type": "application/json" });
    expect(sent?.headers).not.toHaveProperty("dd-application-key");
    expect(sent?.body).toContain('"end":"2021-11-11T11:09:11.999Z"');
    for (const { headers } of seen) expect(headers["user-agent"]).toMatch(place.userAgent);
    // A missing key fails before a request; a platform without an environment has none to find.
    const keyless = seen.filter(({ path }) => path.startsWith("/keyless"));
    expect(keyless.map(({ headers }) => headers["dd-api-key"])).toEqual(
      place.environment ? ["from-environment"] : [],
    );
    ran.set(place.name, `${found.version}: passed`);
  });
});
