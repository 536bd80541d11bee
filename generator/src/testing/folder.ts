import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Relative paths with `/`, and the text of each file. */
export type Tree = Readonly<Record<string, string>>;

/** A folder that is gone when the test at hand has finished. */
export function temporaryFolder(files: Tree = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-")));
  // What a killed process or git in the background still writes there would make it fail once.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  writeTree(folder, files);
  return folder;
}

export function writeTree(folder: string, files: Tree): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Every file below a folder, byte for byte, in code-unit order of the paths; `node_modules` is left out. */
export function readTree(folder: string): Tree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => !path.split("/").includes("node_modules"))
    .sort();
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}
