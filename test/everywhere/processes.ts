// Platforms that run a file as a program: Node, Deno and Bun. They load the installed packages as they are.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { findNodes } from "../consumer/nodes.ts";
import { keys, type Place, type Runner } from "./place.ts";
import { tool } from "./tools.ts";

const ours = /^clientwright\/\d[^ ]* [\w-]+\/\d/;
const onWindows = process.platform === "win32";
const file = onWindows ? ".exe" : "";

/** The oldest Node that the packages promise to run on. */
const oldest = "20.19.0";

/** That version, then the Node of this workspace and those on the PATH, one of each major version. */
export async function nodePlaces(): Promise<Place[]> {
  const around = await findNodes();
  return [
    program(`Node ${oldest}`, async () => {
      const name = `node-${onWindows ? "win" : process.platform}-${process.arch}`;
      return runner(join(await tool(name, oldest), name, "bin", `node${file}`), []);
    }),
    ...around.map(({ path, version }) => program(`Node ${version}`, () => runner(path, []))),
  ];
}

export const deno: Place = program("Deno", async () => {
  const modules = await tool("deno", "2.9.6");
  // Keys are named one by one: whoever runs Deno with fewer permissions has no environment there.
  const allowed = ["--allow-net=127.0.0.1", `--allow-env=${Object.keys(keys).join(",")},DD_SITE`];
  return runner(process.execPath, [join(modules, "deno", "bin.cjs"), "run", "--no-lock", ...allowed]);
});

export const bun: Place = program("Bun", async () => {
  const arch = process.arch === "arm64" ? "aarch64" : process.arch;
  const name = `@oven/bun-${onWindows ? "windows" : process.platform}-${arch}`;
  return runner(join(await tool(name, "1.4.5"), name, "bin", `bun${file}`), ["run"]);
});

function program(name: string, find: () => Promise<Runner>): Place {
  return {
    name,
    environment: true,
    userAgent: ours,
    find: () => find().catch((error: unknown) => (error instanceof Error ? error.message : String(error))),
  };
}

async function runner(command: string, before: readonly string[]): Promise<Runner> {
  if (!existsSync(command)) throw new Error(`${command} is not there`);
  const version = ["--version"];
  const input = before[0]?.endsWith("bin.cjs") ? [before[0], ...version] : version;
  const printed = await runOrThrow(command, input, { cwd: process.cwd() });
  return {
    version: /\d+\.\d+\.\d+/.exec(printed)?.[0] ?? printed.trim(),
    async run({ folder }, baseUrl) {
      const main = join(folder, "built", "process.js");
      const options = { cwd: folder, env: { ...keys, DD_APP_KEY: undefined, DD_SITE: undefined } };
      return JSON.parse(await runOrThrow(command, [...before, main, baseUrl], options));
    },
  };
}
