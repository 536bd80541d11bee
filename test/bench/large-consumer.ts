import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { compilers } from "../consumer/compilers.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { githubDocument } from "../diff/github.ts";
import { makeManyPackages } from "../remote-cache/many-packages.ts";
import { race } from "./measure.ts";
import { installPeers } from "./peers.ts";

/**
 * Time of `tsc` on a program that calls one operation of one package of GitHub's document, over that on an empty one: of
 * a small, a middle and the two largest packages, built as their package.json says and installed from tarballs. Beside
 * them, the same operation of a peer's one flat client of the whole document, which lies in the program's own sources.
 */
const rounds = Number(process.env["ROUNDS"] ?? 5);
const scope = "@many";

/** Each program: one operation, its answer used. */
const programs: Readonly<Record<string, string>> = {
  empty: "export {};\n",
  // What any program costs that awaits a value and prints it, without a package.
  bare: "const answer = await Promise.resolve({ name: 1 });\nconsole.log(answer.name);\nexport {};\n",
  emojis: `import { createClient, emojisGet } from "${scope}/emojis";
const emojis = await emojisGet(createClient());
console.log(emojis);
`,
  gists: `import { createClient, gistsGet } from "${scope}/gists";
const gist = await gistsGet(createClient(), { gist_id: "1" });
console.log(gist.owner?.login);
`,
  actions: `import { actionsGetWorkflowRun, createClient } from "${scope}/actions";
const run = await actionsGetWorkflowRun(createClient(), { owner: "acme", repo: "shop", run_id: 1 });
console.log(run.head_branch);
`,
  repos: `import { createClient, reposGet } from "${scope}/repos";
const repo = await reposGet(createClient(), { owner: "acme", repo: "shop" });
console.log(repo.full_name);
`,
  "hey-api": `import { reposGet } from "./flat/sdk.gen.js";
const { data } = await reposGet({ path: { owner: "acme", repo: "shop" } });
console.log(data?.full_name);
`,
};

/** Programs without a package of ours. */
const others = new Set(["empty", "bare", "hey-api"]);

const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-bench-")));
try {
  const consumer = await makeConsumer();
  for (const { name, tsc } of compilers) {
    const times = race(
      Object.keys(programs).map((program) => ({
        name: program,
        run: [[process.execPath, tsc, "-p", `tsconfig.${program}.json`]],
        cwd: consumer,
      })),
      rounds,
    );
    const empty = times.get("empty") ?? Number.NaN;
    process.stdout.write(`${name}: empty ${Math.round(empty)} ms\n`);
    for (const [program, time] of times) {
      if (program === "empty") continue;
      const bound = others.has(program) ? "" : " (at most 1.1)";
      process.stdout.write(
        `  ${program.padEnd(16)} ${Math.round(time)} ms, ratio ${(time / empty).toFixed(2)}${bound}\n`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A project that has installed the packages, and where the peer has written its client. */
async function makeConsumer(): Promise<string> {
  const origin = join(folder, "origin");
  const consumer = join(folder, "consumer");
  for (const place of [origin, consumer]) mkdirSync(place);
  const used = Object.keys(programs).filter((name) => !others.has(name));
  await makeManyPackages(origin, used);
  const [command, ...start] = pnpm();
  await runOrThrow(command, [...start, "-r", "run", "build"], { cwd: origin });
  await runOrThrow(command, [...start, "-r", "pack", "--pack-destination", join(origin, "vendor")], {
    cwd: origin,
  });
  writeFileSync(join(consumer, "package.json"), '{ "private": true, "type": "module" }\n');
  const tarballs = readdirSync(join(origin, "vendor")).map((file) => join(origin, "vendor", file));
  await runOrThrow("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs], {
    cwd: consumer,
  });
  const peers = join(folder, "peers");
  const program = installPeers(peers, ["@hey-api/openapi-ts@0.99.0", "typescript@5.9.3"]);
  // It looks here for what its imports have to end with.
  const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
  writeFileSync(join(peers, "tsconfig.json"), JSON.stringify({ compilerOptions: nodenext }));
  await runOrThrow(
    process.execPath,
    [program("openapi-ts"), "-i", githubDocument, "-o", join(consumer, "flat"), "--silent"],
    { cwd: peers },
  );
  // As `tsc --init` writes it, where declarations of packages are not checked.
  const compilerOptions = { target: "es2023", module: "nodenext", types: [], strict: true, noEmit: true };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(consumer, `${name}.ts`), text);
    writeFileSync(
      join(consumer, `tsconfig.${name}.json`),
      JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true }, files: [`${name}.ts`] }),
    );
  }
  return consumer;
}
