import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import { gunzipSync } from "node:zlib";
import { parseTar } from "nanotar";

/** Folders for the length of one command. */
export class Scratch {
  readonly #folders: string[] = [];

  folder(): string {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-")));
    this.#folders.push(folder);
    return folder;
  }

  /** Writes the files of a tar archive, gzipped or not, into a folder. Links and what would leave the folder stay out. */
  unpack(archive: Buffer): string {
    const isGzip = archive[0] === 0x1f && archive[1] === 0x8b;
    const folder = this.folder();
    // A copy with memory of its own: nanotar takes all memory that a buffer stands in for the buffer.
    const bytes = new Uint8Array(isGzip ? gunzipSync(archive) : archive);
    for (const { name, type, data } of parseTar(bytes)) {
      const path = join(folder, name);
      if (type !== "file" || data === undefined || !path.startsWith(folder + sep)) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, data);
    }
    return folder;
  }

  [Symbol.dispose](): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  }
}
