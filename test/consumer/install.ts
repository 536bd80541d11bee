// Makes an empty project elsewhere and installs the packed packages in it, as a user's `npm install` would.
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "./command.ts";
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

/**
 * The pnpm that runs this test: an npx inside an npx waits for a lock that the outer one may hold. Without one around,
 * npx brings it.
 */
function pnpm(): readonly [command: string, ...input: string[]] {
  const around = process.env["npm_execpath"] ?? "";
  if (!/pnpm[^/\\]*$/.test(around)) return ["npx", "-y", "pnpm@12"];
  return /\.[cm]?js$/.test(around) ? [process.execPath, around] : [around];
}
