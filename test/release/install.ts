// Lays packed packages out as npm would install them, without asking a registry: what they depend on comes from here.
import { existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { PublishedPackage } from "./published.ts";
import type { Tarball } from "./tarball.ts";

/**
 * @param packages - The folders whose `node_modules` have the dependencies of the packages.
 * @returns A new folder, whose `node_modules` holds the packages. The caller deletes it.
 */
export function layOut(tarballs: readonly Tarball[], packages: readonly PublishedPackage[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-release-")));
  const packed = new Set(tarballs.map(({ manifest }) => manifest.name));
  for (const { manifest, files } of tarballs) {
    const target = join(folder, "node_modules", manifest.name);
    for (const [path, data] of files) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      writeFileSync(join(target, path), data);
    }
    const source = packages.find(({ name }) => name === manifest.name)?.folder;
    const wanted = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    for (const name of wanted.filter((one) => !packed.has(one))) {
      const installed = source && join(source, "node_modules", name);
      if (!installed || !existsSync(installed)) continue;
      const link = join(target, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(realpathSync(installed), link, "junction");
    }
  }
  return folder;
}
