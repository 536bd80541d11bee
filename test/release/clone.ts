// A copy of the workspace that may be edited and released.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run, runOrThrow, type Printed } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";
import { copyWorkspace } from "../workspace/copy.ts";
import type { Registry } from "./registry.ts";

export interface Clone {
  readonly folder: string;
  /** Makes it publish to another registry. */
  use(registry: Registry): void;
  /** Runs pnpm, as a maintainer would: `pnpm("release:version")`. Whatever its exit code. */
  tryPnpm(...input: readonly string[]): Promise<Printed>;
  /** Runs pnpm and gives what it printed. Throws Error, with all of that, when it fails. */
  pnpm(...input: readonly string[]): Promise<string>;
  /** Changes the text of a file. Throws Error when that changes nothing. */
  edit(path: string, change: (text: string) => string): void;
  read(path: string): string;
  commit(message: string): Promise<void>;
  remove(): void;
}

/** Copies the workspace as it lies there, makes a repository of it, and installs. */
export async function cloneWorkspace(registry: Registry): Promise<Clone> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-train-")));
  copyWorkspace(workspaceFolder, folder);
  const git = (...input: readonly string[]): Promise<string> => runOrThrow("git", input, { cwd: folder });
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "A maintainer");
  await git("config", "user.email", "maintainer@clients.example");
  // Where to publish is a matter of the machine.
  writeFileSync(join(folder, ".git", "info", "exclude"), ".npmrc\n");
  const [command, ...start] = pnpm();
  // Where these tests run is not where the clone publishes from.
  const options = { cwd: folder, env: { GITHUB_REPOSITORY: undefined } };
  const clone: Clone = {
    folder,
    use: ({ npmrc }) => writeFileSync(join(folder, ".npmrc"), npmrc("@clientwright")),
    tryPnpm: (...input) => run(command, [...start, ...input], options),
    pnpm: (...input) => runOrThrow(command, [...start, ...input], options),
    edit: (path, change) => {
      const text = clone.read(path);
      const changed = change(text);
      if (changed === text) throw new Error(`The edit does not change ${path}`);
      writeFileSync(join(folder, path), changed);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
    commit: async (message) => {
      await git("add", "--all");
      await git("commit", "--quiet", "--no-verify", "--message", message);
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
  clone.use(registry);
  await clone.commit("All of it");
  await clone.pnpm("install", "--frozen-lockfile", "--prefer-offline");
  return clone;
}
