// A packed package: what npm would send to a registry, and what it holds.
import { readFileSync } from "node:fs";
import { unpack } from "@publint/pack";
import type { Kind } from "./published.ts";

/** The fields of a `package.json` that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly repository?: string | { readonly url?: string };
  readonly exports?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Tarball {
  /** Where it lies. */
  readonly path: string;
  readonly kind: Kind;
  readonly manifest: Manifest;
  /** Bytes by path in the package, such as `dist/index.js`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The compressed bytes. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a `.tgz` file.
 *
 * @param kindOf - The kind of the package of a name; it throws for a name that it does not know.
 * @throws Error when it holds no `package.json`.
 */
export async function readTarball(path: string, kindOf: (name: string) => Kind): Promise<Tarball> {
  const bytes = new Uint8Array(readFileSync(path));
  const { files: packed, rootDir } = await unpack(bytes);
  const files = new Map(packed.map(({ name, data }) => [name.slice(rootDir.length + 1), data]));
  const text = textOf(files, "package.json");
  if (text === undefined) throw new Error(`${path} holds no package.json`);
  const manifest = JSON.parse(text) as Manifest;
  return { path, kind: kindOf(manifest.name), manifest, files, bytes };
}

/** The text of a file in a package, if it is there. */
export function textOf(files: Tarball["files"], path: string): string | undefined {
  const data = files.get(path);
  return data && new TextDecoder().decode(data);
}
