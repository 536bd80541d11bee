// Makes an empty project elsewhere and installs the packed packages in it, as a user's `npm install` would.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "./command.ts";
import { pnpm } from "./pnpm.ts";
import { workspaceFolder } from "./workspace-packages.ts";

/** Packs the built packages, installs the tarballs with npm, and gives the folder of the new project. */
export async function installPackedPackages(): Promise<string> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-consumer-")));
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  const [command, ...start] = pnpm();
  await runOrThrow(command, [...start, "--filter", "./packages/*", "pack", "--pack-destination", tarballs], {
    cwd: workspaceFolder,
  });
  writeFileSync(join(folder, "package.json"), '{ "name": "consumer", "private": true, "type": "module" }\n');
  await runOrThrow(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--prefer-offline",
      ...readdirSync(tarballs).map((file) => `./tarballs/${file}`),
    ],
    { cwd: folder },
  );
  return folder;
}
