import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { githubDocument } from "../diff/github.ts";
import { median } from "./project.ts";

/**
 * How long it takes `generate --watch` after a file of a domain was saved until it has written the package and watches
 * again, and what part that is of generating everything cold: for this workspace's documents, and for GitHub's as one
 * document a domain, saving a small one and the largest. Needs the built generator.
 */
const saves = 10;
const root = join(import.meta.dirname, "..", "..");
const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-bench-")));
const bin = join(folder, "clientwright.mjs");

interface Saved {
  readonly file: string;
  /** A text that stands in the file once, and what takes its place at every other save. */
  readonly texts: readonly [one: string, other: string];
}

try {
  writeFileSync(
    bin,
    `import module from "node:module";
module.enableCompileCache?.();
const { main } = await import(${JSON.stringify(join(root, "generator", "dist", "cli.js"))});
process.exitCode = await main(process.argv.slice(2));
`,
  );
  const own = place("own");
  cpSync(join(root, "spec"), join(own, "spec"), { recursive: true });
  symlinkSync(join(root, "node_modules", "@clientwright"), join(own, "node_modules", "@clientwright"));
  await measure("this workspace", own, {
    "code-coverage": {
      file: "spec/code-coverage/openapi.yaml",
      texts: ["summary: Get the coverage of a branch", "summary: Get what a branch covers"],
    },
  });
  await measure("GitHub, one document a domain", domains(), {
    emojis: { file: "spec/emojis.json", texts: ['"summary": "Get emojis"', '"summary": "Get all emojis"'] },
    repos: {
      file: "spec/repos.json",
      texts: ['"summary": "Get a repository"', '"summary": "Get one repository"'],
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function place(name: string): string {
  const made = join(folder, name);
  mkdirSync(join(made, "node_modules"), { recursive: true });
  return made;
}

/** GitHub's domains, each the document that its package ships. */
function domains(): string {
  const whole = place("whole");
  cpSync(githubDocument, join(whole, "github.json"));
  configure(whole, '[{ document: "github.json", split: "tag" }]');
  const github = place("github");
  mkdirSync(join(github, "spec"));
  run(whole);
  const names = readdirSync(join(whole, "packages"));
  for (const name of names)
    cpSync(join(whole, "packages", name, "openapi.json"), join(github, "spec", `${name}.json`));
  configure(
    github,
    `${JSON.stringify(names)}.map((name) => ({ document: \`spec/\${name}.json\`, package: name }))`,
  );
  return github;
}

function configure(where: string, documents: string): void {
  const text = `export default { scope: "@bench", documents: ${documents} };\n`;
  writeFileSync(join(where, "clientwright.config.mjs"), text);
}

/** Generates once, in a process of its own, and gives the milliseconds that it took. */
function run(where: string): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bin, "generate"], {
    cwd: where,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`generate ended with ${status}\n${stderr}`);
  return performance.now() - began;
}

async function measure(name: string, where: string, saved: Readonly<Record<string, Saved>>): Promise<void> {
  run(where);
  for (const made of ["packages", "node_modules/.cache"])
    rmSync(join(where, made), { recursive: true, force: true });
  const cold = run(where);
  process.stdout.write(`${name}: cold ${Math.round(cold)} ms\n`);
  const child = spawn(process.execPath, [bin, "generate", "--watch"], { cwd: where });
  try {
    await watching(child);
    for (const [domain, { file, texts }] of Object.entries(saved)) {
      const times: number[] = [];
      for (let save = 0; save < saves; save++) times.push(await timeOf(child, join(where, file), texts));
      const middle = median(times);
      process.stdout.write(
        `  ${domain.padEnd(16)} ${Math.round(middle)} ms after a save (at most 1000), ${(middle / cold).toFixed(2)} of cold; slowest ${Math.round(Math.max(...times))} ms\n`,
      );
    }
  } finally {
    child.kill("SIGINT");
  }
}

async function timeOf(child: ChildProcess, file: string, [one, other]: Saved["texts"]): Promise<number> {
  const text = readFileSync(file, "utf8");
  const edited = text.includes(one) ? text.replace(one, other) : text.replace(other, one);
  if (edited === text) throw new Error(`${file} has neither ${one} nor ${other}`);
  const ready = watching(child);
  const began = performance.now();
  writeFileSync(file, edited);
  const printed = await ready;
  const took = performance.now() - began;
  if (!/^\s*changed /m.test(printed)) throw new Error(`a save changed nothing:\n${printed}`);
  return took;
}

/** Waits until a run has ended, and gives what was printed meanwhile. */
function watching(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const hear = (text: string): void => {
      printed += text;
      if (!printed.includes("watching; press")) return;
      child.stdout?.off("data", hear);
      child.off("close", end);
      resolve(printed);
    };
    const end = (): void => reject(new Error(`generate --watch ended:\n${printed}`));
    child.stdout?.setEncoding("utf8").on("data", hear);
    child.on("close", end);
  });
}
