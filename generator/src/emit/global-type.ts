import type { Api } from "../model/api.ts";

/** Types of the language and the platform that emitted code speaks of. */
export type GlobalType = "Blob" | "Date" | "NonNullable" | "Omit" | "Record";

/** A global type, also where a schema of the same name would hide it. */
export function globalType(api: Pick<Api, "types">, name: GlobalType): string {
  const own = names.get(api.types) ?? new Set(api.types.map((type) => type.name));
  names.set(api.types, own);
  return own.has(name) ? `globalThis.${name}` : name;
}

const names = new WeakMap<Api["types"], ReadonlySet<string>>();
