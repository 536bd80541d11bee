import type { PackageConfig } from "../config.ts";
import type { Api } from "../model/api.ts";
import { batchName } from "../model/surface.ts";
import { apiReference } from "./api-reference.ts";
import { batchModule } from "./batch.ts";
import { classModule } from "./class.ts";
import { clientModule } from "./client.ts";
import { documentJson } from "./document.ts";
import { enumsModule } from "./enums.ts";
import { errorsModule } from "./errors.ts";
import { indexModule } from "./index-module.ts";
import { operationModule } from "./operation.ts";
import { gitAttributes, type Kept, license, packageJson, tsconfig, turboJson } from "./package-files.ts";
import { printModule } from "./print.ts";
import { readme } from "./readme.ts";
import { typesModule } from "./types.ts";
import { unionsModule } from "./unions.ts";

/** One file of a package before it is formatted; `path` is relative to the package, with `/`. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** Everything a package consists of. This list is the answer to "where is it emitted?". */
export function emitPackage(
  api: Api,
  config: PackageConfig,
  kept: Kept,
  inputs: readonly string[],
): readonly EmittedFile[] {
  const enums = enumsModule(api);
  const unions = unionsModule(api);
  const licenseText = license(api, config);
  return [
    { path: "src/index.ts", text: printModule(indexModule(api)) },
    { path: "src/client.ts", text: printModule(clientModule(api, kept.version)) },
    { path: "src/class.ts", text: printModule(classModule(api)) },
    { path: "src/types.ts", text: printModule(typesModule(api)) },
    ...(enums === undefined ? [] : [{ path: "src/enums.ts", text: printModule(enums) }]),
    ...(unions === undefined ? [] : [{ path: "src/unions.ts", text: printModule(unions) }]),
    { path: "src/errors.ts", text: printModule(errorsModule(api)) },
    ...api.operations.map((operation) => ({
      path: `src/operations/${operation.name}.ts`,
      text: printModule(operationModule(api, operation)),
    })),
    ...api.operations.flatMap((operation) =>
      operation.batch === undefined
        ? []
        : [
            {
              path: `src/operations/${batchName(operation)}.ts`,
              text: printModule(batchModule(api, operation, operation.batch)),
            },
          ],
    ),
    { path: "README.md", text: readme(api) },
    { path: "api.md", text: apiReference(api) },
    { path: "openapi.json", text: documentJson(api) },
    { path: "package.json", text: packageJson(api, config, kept) },
    { path: "tsconfig.json", text: tsconfig() },
    { path: "turbo.json", text: turboJson(inputs, config.testInputs ?? []) },
    { path: ".gitattributes", text: gitAttributes(api) },
    ...(licenseText === undefined ? [] : [{ path: "LICENSE", text: licenseText }]),
  ];
}
