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
  /** Path of the OpenAPI 3.0, 3.1 or 3.2 document, JSON or YAML. */
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
  /** Codes of warnings that are known and need not be told, for example `["CW2012"]`. @defaultValue none */
  readonly ignoreWarnings?: readonly string[];
}

export interface PackageConfig {
  /** SPDX expression. Of MIT the text is written too; the `LICENSE` that you put beside another one is kept. @defaultValue `"MIT"` */
  readonly license?: string;
  readonly author?: string;
  readonly homepage?: string;
  /** Where the source is, for example `git+https://github.com/acme/clients.git`: npm asks for it to prove where a package was built. */
  readonly repository?: string;
  /** The folder of the repository that holds this project. @defaultValue its root */
  readonly repositoryDirectory?: string;
  /** Who may install the packages, and from where. @defaultValue `{ access: "public" }`, on npm's registry */
  readonly publishConfig?: { readonly access?: "public" | "restricted"; readonly registry?: string };
  readonly keywords?: readonly string[];
  /** The range of `@clientwright/runtime` to depend on. @defaultValue the version this generator was made with */
  readonly runtime?: string;
  /**
   * Scripts to add to the generated ones, or to put in their place: `build` is `clientwright build`, which makes one module
   * and one declaration file; `tsc -p tsconfig.json` makes one of each an operation.
   */
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

/** An npm name without its scope that is also the name of one folder. */
export function isPackageName(name: string): boolean {
  return /^[a-z0-9][a-z0-9-_]*$/.test(name) && name !== "node_modules";
}
