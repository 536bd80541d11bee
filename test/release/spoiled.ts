// A packed package with something wrong in it, to see that a check finds it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { readTarball, type Tarball } from "./tarball.ts";

/** The texts of the files to write, or `undefined` for one to delete, by path in the package. */
export type Edit = Readonly<Record<string, string | undefined>>;

/** Packs the package anew, with npm, after an edit of its files. */
export async function spoiled({ kind, files }: Tarball, edit: Edit): Promise<Tarball> {
  const folder = mkdtempSync(join(tmpdir(), "clientwright-spoiled-"));
  try {
    for (const [path, content] of [...files, ...Object.entries(edit)]) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      if (content === undefined) rmSync(target);
      else writeFileSync(target, content);
    }
    await runOrThrow("npm", ["pack", "--ignore-scripts", "--silent"], { cwd: folder });
    const file = readdirSync(folder).find((name) => name.endsWith(".tgz"));
    if (file === undefined) throw new Error("npm packed nothing");
    return await readTarball(join(folder, file), () => kind);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
