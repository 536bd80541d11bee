import { compare } from "../diagnostics.ts";
import type { Api } from "../model/api.ts";
import { operationNames } from "../model/surface.ts";
import type { Import, ImportedName } from "./declaration.ts";

/**
 * Collects what a module imports. A name that the module's own package also has keeps its meaning there: the
 * runtime's is then imported under another name, which every use of it gets back from here.
 */
export class Imports {
  readonly #byModule = new Map<string, Map<string, ImportedName>>();
  readonly #own: ReadonlySet<string>;

  constructor(own: Iterable<string>) {
    this.#own = own instanceof Set ? own : new Set(own);
  }

  /** @returns the local name */
  type(from: string, name: string): string {
    return this.#add(from, name, true);
  }

  /** @returns the local name */
  value(from: string, name: string): string {
    return this.#add(from, name, false);
  }

  /** Packages before files, each in code-unit order. */
  get all(): readonly Import[] {
    return [...this.#byModule]
      .sort(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || compare(a, b))
      .map(([from, names]) => ({
        from,
        names: [...names.values()].sort(
          (a, b) => Number(a.typeOnly) - Number(b.typeOnly) || compare(a.name, b.name),
        ),
      }));
  }

  #add(from: string, name: string, typeOnly: boolean): string {
    const names = this.#byModule.get(from) ?? new Map<string, ImportedName>();
    this.#byModule.set(from, names);
    const alias = !from.startsWith(".") && this.#own.has(name) ? runtimeAlias(name) : undefined;
    const before = names.get(name);
    names.set(name, {
      name,
      typeOnly: typeOnly && (before?.typeOnly ?? true),
      ...(alias === undefined ? {} : { alias }),
    });
    return alias ?? name;
  }
}

const declared = new WeakMap<Api, ReadonlySet<string>>();

/** The names that a package declares: each means the same in all its modules, which are built into one. */
export function ownNames(api: Api): ReadonlySet<string> {
  const before = declared.get(api);
  if (before !== undefined) return before;
  const names = new Set([
    ...api.types.map((type) => type.name),
    ...api.operations.flatMap(operationNames),
    api.package.className,
  ]);
  declared.set(api, names);
  return names;
}

/** `ClientOptions` -> `RuntimeClientOptions`, `createClient` -> `runtimeCreateClient`. */
function runtimeAlias(name: string): string {
  const isType = name.charAt(0) === name.charAt(0).toUpperCase();
  return `${isType ? "Runtime" : "runtime"}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

export const runtimeModule = "@clientwright/runtime";
