import type { PackageConfig } from "./config.ts";
import { hash } from "./hash.ts";
import type { LoadedPackage } from "./packages.ts";

/**
 * Equal for two packages exactly when the same generator would write the same files for them: a hash of all that the
 * emitters get to see, so that an edit of a document is known to leave most of its packages alone.
 *
 * @param document - The package's own document, as text.
 */
export function fingerprint({ api, kept }: LoadedPackage, config: PackageConfig, document: string): string {
  const { typeName: _typeName, definition: _definition, definitions: _definitions, ...said } = api;
  // What is left out follows from the types: names and definitions of all that a package reaches.
  const { unions: _unions, document: _document, ...shown } = said;
  const seen = { ...shown, kept, config, document };
  return hash(JSON.stringify(seen, (_key, value: unknown) => (value instanceof Map ? [...value] : value)));
}
