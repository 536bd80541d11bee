// Runs turbo in a workspace and tells what it did.
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";

/** Where the output of a task came from: it was made, or another run had left it here or with the cache server. */
export type Origin = "made" | "local" | "remote";

interface Summary {
  readonly tasks: readonly {
    readonly taskId: string;
    readonly cache: { readonly status: "HIT" | "MISS"; readonly source?: "LOCAL" | "REMOTE" };
  }[];
}

const turbo = join(workspaceFolder, "node_modules", ".bin", "turbo");

/** Builds and tests all packages. Gives each task by its name, such as `@many/emojis#build`. */
export async function buildAndTest(
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, Origin>> {
  const runs = join(folder, ".turbo", "runs");
  rmSync(runs, { recursive: true, force: true });
  // turbo looks for the pnpm it is run by.
  const [command, ...start] = pnpm();
  await runOrThrow(
    command,
    [...start, "exec", turbo, "run", "build", "test", "--summarize", "--output-logs=errors-only"],
    {
      cwd: folder,
      env: { ...env, TURBO_TELEMETRY_DISABLED: "1" },
    },
  );
  const [file = ""] = globSync("*.json", { cwd: runs });
  const { tasks }: Summary = JSON.parse(readFileSync(join(runs, file), "utf8"));
  return new Map(
    tasks.map(({ taskId, cache }) => [
      taskId,
      cache.status === "MISS" ? "made" : cache.source === "REMOTE" ? "remote" : "local",
    ]),
  );
}
