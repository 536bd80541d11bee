// Packs one generated package with its runtime, and installs the tarballs in an empty project, as a user would.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { workspaceFolder } from "../consumer/workspace-packages.ts";

/** Gives the folder of the new project. */
export async function installPacked(name: string): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-contract-")));
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  const [command, ...start] = pnpm();
  const filters = [name, "@clientwright/runtime"].flatMap((one) => ["--filter", one]);
  await runOrThrow(command, [...start, ...filters, "pack", "--pack-destination", tarballs], {
    cwd: workspaceFolder,
  });
  writeFileSync(join(folder, "package.json"), '{ "name": "contract", "private": true, "type": "module" }\n');
  const files = readdirSync(tarballs).map((file) => `./tarballs/${file}`);
  const install = ["install", "--no-audit", "--no-fund", "--prefer-offline", "--ignore-scripts"];
  await runOrThrow("npm", [...install, ...files], { cwd: folder });
  return folder;
}
