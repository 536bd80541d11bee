// One step of a release: a program whose failure ends it.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

/** A release that ends here, and why. */
export class ReleaseError extends Error {
  override readonly name = "ReleaseError";
}

/**
 * Runs a program of the workspace and shows what it prints.
 *
 * @throws ReleaseError when it fails.
 */
export function step(workspace: string, command: string, ...input: readonly string[]): void {
  process.stdout.write(`\n== ${command} ${input.join(" ")}\n`);
  const path = [join(workspace, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  const { status, error } = spawnSync(command, input, {
    cwd: workspace,
    env: { ...process.env, PATH: path, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
  });
  if (error) throw error;
  if (status !== 0) throw new ReleaseError(`${command} ${input.join(" ")} ended with ${status}`);
}

/** Runs the work of a command. What ends a release is said in one line; a mistake of ours, with its place. */
export async function runCommand(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
