import type { Diagnostics } from "./diagnostics.ts";
import { isIdentifier } from "./model/naming.ts";

/** What `clientwright.config.ts` exports. Paths are relative to that file. */
export interface Config {
  /** The folder that holds one folder a package. @defaultValue `"packages"` */
  readonly output?: string;
  /** The npm scope of all packages, with its `@`. @defaultValue none */
  readonly scope?: string;
  /** Which documents become which packages. */
  readonly documents: readonly DocumentConfig[];
  /** What goes into every package's `package.json` besides what is generated. */
  readonly package?: PackageConfig;
}

/** One OpenAPI document: one package, or one package a tag. */
export interface DocumentConfig {
  /** Path of the OpenAPI 3.0 or 3.1 document, JSON or YAML. */
  readonly document: string;
  /** The package's name without its scope; also its folder. @defaultValue from the document's title */
  readonly package?: string;
  /** The class whose methods are the operations. @defaultValue from the package's name */
  readonly className?: string;
  /** `"tag"` makes one package for each first tag of an operation. @defaultValue one package */
  readonly split?: "tag";
  /** With `split`: the name and class of the package of a tag, where they should not follow from the tag. */
  readonly tags?: Readonly<Record<string, { readonly package?: string; readonly className?: string }>>;
  /** Names to use instead of the documented ones, for example where two of them collide. */
  readonly names?: {
    /** By operationId. */
    readonly operations?: Readonly<Record<string, string>>;
    /** By the schema's name in the document. */
    readonly schemas?: Readonly<Record<string, string>>;
  };
}

export interface PackageConfig {
  /** SPDX expression. @defaultValue `"MIT"` */
  readonly license?: string;
  readonly author?: string;
  readonly homepage?: string;
  readonly repository?: string;
  readonly keywords?: readonly string[];
  /** The range of `@clientwright/runtime` to depend on. @defaultValue the version this generator was made with */
  readonly runtime?: string;
  /** Scripts to add to the generated ones. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** What the script `test` reads outside its package, from the root of the workspace: turbo tests again when it changes. */
  readonly testInputs?: readonly string[];
  /** Development dependencies to add to the generated ones. */
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Gives a configuration its type, so that an editor completes and checks it. Returns what it is given. */
export function defineConfig(config: Config): Config {
  return config;
}

/** Checks what TypeScript cannot when the configuration is JavaScript, or when names would become paths. */
export function checkConfig(config: unknown, file: string, diagnostics: Diagnostics): config is Config {
  const before = diagnostics.all.length;
  const complain = (message: string, hint: string): void => {
    diagnostics.add({ code: "CW3002", message, hint, file });
  };
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  if (!isRecord(config)) {
    complain("the configuration is not an object", "export default defineConfig({ documents: [ … ] })");
    return false;
  }
  if (!Array.isArray(config["documents"]) || config["documents"].length === 0) {
    complain("the configuration names no documents", 'add documents: [{ document: "openapi.yaml" }]');
    return false;
  }
  const scope = config["scope"];
  if (scope !== undefined && !(typeof scope === "string" && /^@[a-z0-9-][a-z0-9-._]*$/.test(scope))) {
    complain(
      `scope must be an npm scope, and is ${JSON.stringify(scope)}`,
      'write it with its @, for example "@acme"',
    );
  }
  for (const document of config["documents"] as unknown[]) {
    if (!isRecord(document) || typeof document["document"] !== "string") {
      complain("an entry of documents has no document", 'write { document: "openapi.yaml" }');
      continue;
    }
    const tags = isRecord(document["tags"]) ? Object.values(document["tags"]) : [];
    const names = isRecord(document["names"]) ? Object.values(document["names"]) : [];
    const declared = [document, ...tags].map((named) => (isRecord(named) ? named["className"] : undefined));
    for (const name of [
      ...declared,
      ...names.flatMap((map) => (isRecord(map) ? Object.values(map) : [map])),
    ]) {
      if (name !== undefined && !(typeof name === "string" && isIdentifier(name))) {
        complain(
          `${JSON.stringify(name)} cannot be a name in TypeScript`,
          "use letters, digits, _ and $, no digit first, and no reserved word",
        );
      }
    }
    for (const named of [document, ...tags]) {
      const name = isRecord(named) ? named["package"] : undefined;
      if (name !== undefined && !(typeof name === "string" && isPackageName(name))) {
        complain(
          `${JSON.stringify(name)} cannot be the name of a package`,
          "use lower-case letters, digits, - and _, without the scope",
        );
      }
    }
  }
  return diagnostics.all.length === before;
}

/** An npm name without its scope that is also the name of one folder. */
export function isPackageName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-_]*$/.test(name) && name !== "node_modules";
}
