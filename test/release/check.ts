// All that must be true of packages before they are published.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import { billsOfMaterials } from "./bill-of-materials.ts";
import { checkBillOfMaterials } from "./checks/bill-of-materials.ts";
import { checkContents } from "./checks/contents.ts";
import { checkEntryPoints } from "./checks/entry-points.ts";
import { checkExportedApi } from "./checks/exported-api.ts";
import { checkManifest } from "./checks/manifest.ts";
import type { Problem } from "./checks/problem.ts";
import { checkSize } from "./checks/size.ts";
import { checkSourceMaps } from "./checks/source-maps.ts";
import { checkVersion } from "./checks/version.ts";
import { exportedApis } from "./exported-api.ts";
import { layOut } from "./install.ts";
import { publishedPackages, type Kind, type PublishedPackage } from "./published.ts";
import { readTarball, type Tarball } from "./tarball.ts";

export interface ReleaseCheck {
  readonly workspace: string;
  /** The folder of the `.tgz` files. */
  readonly tarballs: string;
  /** Where the bills of materials are written. */
  readonly bills: string;
  /** Writes the texts of the exported APIs in place of comparing them. */
  readonly update: boolean;
  /** `owner/name` on GitHub of the workflow that publishes. */
  readonly repository: string | undefined;
}

export interface Checked {
  readonly tarball: Tarball;
  readonly problems: readonly Problem[];
}

/** Packs built packages of a workspace into a folder. */
export async function pack(
  packages: readonly PublishedPackage[],
  workspace: string,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (packages.length === 0) return;
  const [command, ...start] = pnpm();
  const chosen = packages.flatMap(({ name }) => ["--filter", name]);
  await runOrThrow(command, [...start, ...chosen, "pack", "--pack-destination", folder], { cwd: workspace });
}

/**
 * Runs every check on every tarball of a folder. A package that is not among them, because its version is published
 * already, is packed too: the others are checked together with it.
 */
export async function checkRelease(options: ReleaseCheck): Promise<Checked[]> {
  const { workspace, bills } = options;
  const packages = publishedPackages(workspace);
  const scratch = mkdtempSync(join(tmpdir(), "clientwright-packed-"));
  const tarballs = await readAll(options.tarballs, packages);
  const names = new Set(tarballs.map(({ manifest }) => manifest.name));
  await pack(
    packages.filter(({ name }) => !names.has(name)),
    workspace,
    scratch,
  );
  const folder = layOut([...tarballs, ...(await readAll(scratch, packages))], packages);
  try {
    mkdirSync(bills, { recursive: true });
    const released = packages.filter(({ name }) => names.has(name));
    const materials = await billsOfMaterials(released, workspace, bills);
    const apis = exportedApis(
      tarballs.map(({ manifest }) => manifest),
      folder,
    );
    const checked: Checked[] = [];
    for (const tarball of tarballs) {
      const { manifest } = tarball;
      const reviewed = join(workspace, "test", "release", "api");
      const problems = [
        ...checkContents(tarball, [workspace]),
        ...checkManifest(manifest, options.repository),
        ...checkVersion(tarball),
        ...checkSourceMaps(tarball),
        ...(await checkEntryPoints(tarball)),
        ...(await checkSize(tarball, folder)),
        ...checkExportedApi(
          apis.filter(({ name }) => name === manifest.name),
          { reviewed, update: options.update },
        ),
        ...checkBillOfMaterials(manifest, materials.get(manifest.name)),
      ];
      checked.push({ tarball, problems });
    }
    return checked;
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(scratch, { recursive: true });
  }
}

async function readAll(folder: string, packages: readonly PublishedPackage[]): Promise<Tarball[]> {
  const kindOf = (name: string): Kind => {
    const found = packages.find((each) => each.name === name);
    if (found === undefined)
      throw new Error(`${folder} holds ${name}, which is no package of this workspace`);
    return found.kind;
  };
  const files = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  const tarballs = await Promise.all(files.map((file) => readTarball(join(folder, file), kindOf)));
  return tarballs.toSorted((a, b) => a.manifest.name.localeCompare(b.manifest.name, "en"));
}
