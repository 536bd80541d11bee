import { posix } from "node:path";
import type { PackageConfig } from "../config.ts";
import type { Api } from "../model/api.ts";
import { version } from "../version.ts";
import { visible } from "./doors.ts";
import { headerText } from "./header.ts";
import { runtimeModule } from "./imports.ts";
import { paragraphs } from "./prose.ts";

/** The generator, which builds the package, and the runtime that its code was written for are released under one version. */
const ownRange = `^${version()}`;

/** What the disk says of a package. */
export interface Kept {
  /** From the `package.json` that is already there: its version belongs to the release tool. */
  readonly version: string;
  /** The package's folder from the root of the project, with `/`. */
  readonly directory?: string;
}

/** `package.json`, ready to publish: ESM only, types first, nothing but `dist` and the texts. */
export function packageJson(api: Api, config: PackageConfig, kept: Kept): string {
  const [first = `A typed client for ${api.title}.`] = paragraphs(api.description ?? "");
  const summary = visible(first).replaceAll(/\s+/g, " ").trim();
  return json({
    name: api.package.name,
    version: kept.version,
    description: /^(.*?[.!?])(\s|$)/.exec(summary)?.[1] ?? summary,
    keywords: [...(config.keywords ?? ["openapi", "client", "sdk", "fetch"])],
    ...(config.homepage === undefined ? {} : { homepage: config.homepage }),
    license: config.license ?? "MIT",
    ...(config.author === undefined ? {} : { author: config.author }),
    ...repository(config, kept),
    type: "module",
    sideEffects: false,
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./openapi.json": "./openapi.json",
      "./package.json": "./package.json",
    },
    files: ["dist", "api.md", "openapi.json", "CHANGELOG.md"],
    engines: { node: ">=20.19" },
    publishConfig: { access: "public", ...config.publishConfig },
    // What was not built since the last edit is never what gets published.
    scripts: {
      build: "clientwright build",
      prepublishOnly: "npm run build",
      typecheck: "tsc -p tsconfig.json --noEmit",
      ...config.scripts,
    },
    dependencies: { [runtimeModule]: config.runtime ?? ownRange },
    devDependencies: {
      "@clientwright/generator": ownRange,
      typescript: "^7.0.2",
      ...config.devDependencies,
    },
  });
}

function repository(
  { repository: url, repositoryDirectory = "" }: PackageConfig,
  { directory = "" }: Kept,
): { readonly repository?: unknown } {
  return url === undefined
    ? {}
    : { repository: { type: "git", url, directory: posix.join(repositoryDirectory, directory) } };
}

/** `tsconfig.json`: the strict flags that the emitted code promises to compile under. */
export function tsconfig(): string {
  return json({
    compilerOptions: {
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      module: "nodenext",
      moduleResolution: "nodenext",
      types: [],
      rootDir: "src",
      outDir: "dist",
      declaration: true,
      sourceMap: true,
      inlineSources: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noImplicitOverride: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      isolatedDeclarations: true,
      verbatimModuleSyntax: true,
      skipLibCheck: false,
    },
    include: ["src"],
  });
}

/**
 * `turbo.json`: what the tasks of this package read. Of the document it is the part that the package ships, so that an edit
 * of one domain makes only that domain's tasks run again, also where one file describes all of them.
 *
 * @param testInputs - What else the tests read, from the root of the workspace.
 */
export function turboJson(testInputs: readonly string[]): string {
  const fromRoot = testInputs.map((input) => `$TURBO_ROOT$/${input}`);
  return json({
    $schema: "https://turborepo.com/schema.json",
    extends: ["//"],
    tasks: {
      build: {
        dependsOn: ["^build"],
        inputs: ["src/**", "tsconfig.json", "package.json"],
        outputs: ["dist/**"],
      },
      test: {
        dependsOn: ["build"],
        inputs: ["src/**", "*.md", "openapi.json", "package.json", ...fromRoot],
        outputs: ["reports/**"],
      },
    },
  });
}

/** The licence's text, where the generator knows it. */
export function license(api: Api, config: PackageConfig): string | undefined {
  if ((config.license ?? "MIT") !== "MIT") return undefined;
  return mit.replace("HOLDER", config.author ?? `The authors of ${api.package.name}`);
}

/** That the files are generated, and end their lines as generate writes them: `--check` holds on Windows too. */
export function gitAttributes(api: Api): string {
  return `# ${headerText(api)}\n* linguist-generated text=auto eol=lf\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const mit = `MIT License

Copyright (c) HOLDER

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;
