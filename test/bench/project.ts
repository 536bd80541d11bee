// A user's project for the benches: the packed packages, the peers, and the programs that are measured.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { installPackedPackages } from "../consumer/install.ts";

/** The service's own SDK, used through what it documents. */
export const serviceSdk = "@datadog/datadog-api-client@1.64.0";

/** Makes the project, hands it over, and takes it away again. Needs the built packages. */
export async function inProject(
  peers: readonly string[],
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await installPackedPackages();
  try {
    if (peers.length) {
      const install = ["install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts"];
      await runOrThrow("npm", [...install, "--prefer-offline", ...peers], { cwd: folder });
    }
    cpSync(join(import.meta.dirname, "programs"), join(folder, "programs"), { recursive: true });
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
