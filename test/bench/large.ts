import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { githubDocument } from "../diff/github.ts";
import { installPeers } from "./peers.ts";
import { median } from "./project.ts";
import { type Usage, usage } from "./usage.ts";

/**
 * GitHub's whole description, 13 MB, as one package a tag: cold, with nothing changed, and after an edit of one
 * operation, against peers that write one flat client of it. Then the same with 1, 10 and all tags: time and memory may
 * grow no faster than the document. Needs the built generator.
 */
const rounds = Number(process.env["ROUNDS"] ?? 5);
const root = join(import.meta.dirname, "..", "..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-bench-")));

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly tags?: readonly string[] }>>>>;
}

/** A project whose document has the operations of the first tags, and every component. */
function project(name: string, tags: number): string {
  const place = join(folder, name);
  const document = JSON.parse(readFileSync(githubDocument, "utf8")) as Document;
  const tagsOf = (item: Document["paths"][string]): string => Object.values(item)[0]?.tags?.[0] ?? "";
  const kept = new Set([...new Set(Object.values(document.paths).map(tagsOf))].sort().slice(0, tags));
  const paths = Object.entries(document.paths).filter(([, item]) => kept.has(tagsOf(item)));
  mkdirSync(join(place, "spec"), { recursive: true });
  const value = { ...document, paths: Object.fromEntries(paths) };
  writeFileSync(join(place, "spec", "github.json"), JSON.stringify(value, null, 2));
  writeFileSync(
    join(place, "clientwright.config.mjs"),
    `export default { scope: "@bench", documents: [{ document: "spec/github.json", split: "tag" }] };\n`,
  );
  return place;
}

const bin = join(folder, "clientwright.mjs");
// As the program of the published package does it.
writeFileSync(
  bin,
  `import module from "node:module";
module.enableCompileCache?.();
const { main } = await import(${JSON.stringify(join(root, "generator", "dist", "cli.js"))});
process.exitCode = await main(process.argv.slice(2));
`,
);

function fresh(place: string): void {
  for (const name of ["packages", "node_modules"])
    rmSync(join(place, name), { recursive: true, force: true });
}

/** Says something else of one operation, or what it said before. */
function edit(place: string): void {
  const file = join(place, "spec", "github.json");
  const text = readFileSync(file, "utf8");
  const [one, other] = ['"summary": "Get emojis"', '"summary": "Get all emojis"'];
  writeFileSync(file, text.includes(one) ? text.replace(one, other) : text.replace(other, one));
}

interface Contestant {
  readonly name: string;
  readonly before?: () => void;
  readonly run: () => Usage;
}

/** Runs contestants in turn, and gives the medians of each. */
function race(contestants: readonly Contestant[]): ReadonlyMap<string, Usage> {
  const all = new Map(contestants.map(({ name }) => [name, [] as Usage[]]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, before, run } of contestants) {
      before?.();
      all.get(name)?.push(run());
    }
  }
  const of = (usages: readonly Usage[], key: keyof Usage): number => median(usages.map((each) => each[key]));
  return new Map(
    [...all].map(([name, found]) => [
      name,
      { wall: of(found, "wall"), cpu: of(found, "cpu"), memory: of(found, "memory") },
    ]),
  );
}

function print(results: ReadonlyMap<string, Usage>, baseline: string): void {
  const base = results.get(baseline);
  for (const [name, { wall, cpu, memory }] of results) {
    const seconds = (value: number): string => `${(value / 1000).toFixed(2)} s`.padStart(8);
    const ratio = (value: number, of: number | undefined): string => (value / (of ?? Number.NaN)).toFixed(2);
    process.stdout.write(
      `${name.padEnd(32)} ${seconds(wall)} (${ratio(wall, base?.wall)})  CPU ${seconds(cpu)} (${ratio(cpu, base?.cpu)})  ` +
        `${`${Math.round(memory / 2 ** 20)} MiB`.padStart(8)} (${ratio(memory, base?.memory)})\n`,
    );
  }
}

try {
  const peers = join(folder, "peers");
  const program = installPeers(peers, [
    "@hey-api/openapi-ts@0.99.0",
    "orval@8.30.0",
    "openapi-typescript@7.13.0",
    "typescript@5.9.3",
  ]);
  const all = project("all", Number.POSITIVE_INFINITY);
  const generate = (place: string) => (): Usage => usage([bin, "generate"], place);
  const document = join(all, "spec", "github.json");
  const hey = "hey-api/openapi-ts, one client";
  const results = race([
    {
      name: hey,
      run: () =>
        usage([program("openapi-ts"), "-i", document, "-o", join(peers, "hey-api"), "--silent"], peers),
    },
    {
      name: "orval, one client",
      run: () =>
        usage(
          [program("orval"), "--input", document, "--output", join(peers, "orval.ts"), "--client", "fetch"],
          peers,
        ),
    },
    {
      name: "openapi-typescript, types only",
      run: () => usage([program("openapi-typescript"), document, "-o", join(peers, "types.ts")], peers),
    },
    { name: "clientwright, cold", before: () => fresh(all), run: generate(all) },
    { name: "clientwright, one edit", before: () => edit(all), run: generate(all) },
    { name: "clientwright, nothing changed", run: generate(all) },
  ]);
  process.stdout.write(`GitHub's document, medians of ${rounds} rounds, and ratios to hey-api\n`);
  print(results, hey);
  const part = (name: string): number =>
    (results.get(name)?.wall ?? Number.NaN) / (results.get("clientwright, cold")?.wall ?? Number.NaN);
  process.stdout.write(
    `cold: at most 1.00 of hey-api in time and memory; nothing changed / cold ${part("clientwright, nothing changed").toFixed(2)} (at most 0.10); one edit / cold ${part("clientwright, one edit").toFixed(2)}\n\n`,
  );
  process.stdout.write("cold, by tags\n");
  const sizes = [1, 10, Number.POSITIVE_INFINITY].map((tags) => ({
    name: `${Number.isFinite(tags) ? tags : "all"} tags`,
    tags,
  }));
  print(
    race(
      sizes.map(({ name, tags }) => {
        const place = project(name, tags);
        return { name, before: () => fresh(place), run: generate(place) };
      }),
    ),
    "all tags",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
