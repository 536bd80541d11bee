import type { PackageConfig } from "../config.ts";
import type { Api } from "../model/api.ts";
import { batchName } from "../model/surface.ts";
import { apiReference } from "./api-reference.ts";
import { batchModule } from "./batch.ts";
import { classModule } from "./class.ts";
import { clientModule } from "./client.ts";
import type { Module } from "./declaration.ts";
import { documentJson } from "./document.ts";
import { enumsModule } from "./enums.ts";
import { errorsModule } from "./errors.ts";
import { incomingModule } from "./incoming.ts";
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

/** Everything a package consists of, file by file. This list is the answer to "where is it emitted?". */
export function* emitPackage(api: Api, config: PackageConfig, kept: Kept): Generator<EmittedFile> {
  yield module("src/index.ts", indexModule(api));
  yield module("src/client.ts", clientModule(api, kept.version));
  yield module("src/class.ts", classModule(api));
  yield module("src/types.ts", typesModule(api));
  const enums = enumsModule(api);
  if (enums !== undefined) yield module("src/enums.ts", enums);
  const unions = unionsModule(api);
  if (unions !== undefined) yield module("src/unions.ts", unions);
  yield module("src/errors.ts", errorsModule(api));
  const incoming = incomingModule(api);
  if (incoming !== undefined) yield module("src/incoming.ts", incoming);
  for (const operation of api.operations) {
    yield module(`src/operations/${operation.name}.ts`, operationModule(api, operation));
    if (operation.batch !== undefined)
      yield module(`src/operations/${batchName(operation)}.ts`, batchModule(api, operation, operation.batch));
  }
  yield { path: "README.md", text: readme(api) };
  yield { path: "api.md", text: apiReference(api) };
  yield { path: "openapi.json", text: documentJson(api) };
  yield { path: "package.json", text: packageJson(api, config, kept) };
  yield { path: "tsconfig.json", text: tsconfig() };
  yield { path: "turbo.json", text: turboJson(config.testInputs ?? []) };
  yield { path: ".gitattributes", text: gitAttributes(api) };
  const text = license(api, config);
  if (text !== undefined) yield { path: "LICENSE", text };
}

function module(path: string, of: Module): EmittedFile {
  return { path, text: printModule(of) };
}
