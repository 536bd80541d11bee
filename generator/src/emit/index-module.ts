import type { Api } from "../model/api.ts";
import { errorName, parametersName, runtimeTypes, runtimeValues } from "../model/surface.ts";
import type { Declaration, Module } from "./declaration.ts";
import { ident } from "./doors.ts";
import { header } from "./header.ts";
import { runtimeModule } from "./imports.ts";

/** `index.ts`: every public name, one by one, so that nothing becomes public by accident. */
export function indexModule(api: Api): Module {
  const values = (from: string, names: readonly string[]): Declaration => ({
    kind: "reExport",
    from,
    typeOnly: false,
    names,
  });
  const types = (from: string, names: readonly string[]): readonly Declaration[] =>
    names.length === 0 ? [] : [{ kind: "reExport", from, typeOnly: true, names }];
  return {
    header: header(api),
    imports: [],
    declarations: [
      values(runtimeModule, runtimeValues),
      ...types(runtimeModule, runtimeTypes),
      values("./class.js", [ident(api.package.className)]),
      values("./client.js", ["createClient"]),
      ...types("./client.js", ["ClientOptions"]),
      ...types(
        "./errors.js",
        api.operations.map((operation) => ident(errorName(operation))),
      ),
      ...api.operations.flatMap((operation) => [
        values(`./operations/${ident(operation.name)}.js`, [ident(operation.name)]),
        ...types(
          `./operations/${ident(operation.name)}.js`,
          operation.parameters.length > 0 ? [ident(parametersName(operation))] : [],
        ),
      ]),
      ...types(
        "./types.js",
        api.types.map((type) => ident(type.name)),
      ),
    ],
  };
}
