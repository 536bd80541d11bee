import { compare } from "../diagnostics.ts";
import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import {
  batchOptionsName,
  errorName,
  parametersName,
  runtimeTypes,
  runtimeValues,
} from "../model/surface.ts";
import { batchSignature } from "./batch.ts";
import type { Declaration, Module } from "./declaration.ts";
import { ident } from "./doors.ts";
import { enumGuardNames } from "./enums.ts";
import { header } from "./header.ts";
import { incomingNames } from "./incoming.ts";
import { Imports, runtimeModule } from "./imports.ts";

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
      values(runtimeModule, runtimeValues(api.operations)),
      ...types(runtimeModule, runtimeTypes(api.operations)),
      values("./class.js", [ident(api.package.className)]),
      values("./client.js", ["createClient"]),
      ...types("./client.js", ["ClientOptions"]),
      ...types(
        "./errors.js",
        api.operations.map((operation) => ident(errorName(operation))),
      ),
      ...types("./incoming.js", incomingNames(api)),
      ...api.operations.flatMap((operation) => {
        const { name, parameters, batch } = operation;
        return [
          values(`./operations/${ident(name)}.js`, [ident(name)]),
          ...types(
            `./operations/${ident(name)}.js`,
            parameters.length > 0 ? [ident(parametersName(operation))] : [],
          ),
          ...(batch === undefined ? [] : batchExports(api, operation, batch)),
        ];
      }),
      ...(enumGuardNames(api).length === 0 ? [] : [values("./enums.js", enumGuardNames(api))]),
      ...unionNames(api).map((names) => values("./unions.js", names)),
      ...types(
        "./types.js",
        api.types.map((type) => ident(type.name)),
      ),
    ],
  };
}

function batchExports(api: Api, operation: Operation, batch: Batch): readonly Declaration[] {
  const { name, rest } = batchSignature(api, operation, batch, new Imports([]), "./");
  const from = `./operations/${name}.js`;
  const options: Declaration = {
    kind: "reExport",
    from,
    typeOnly: true,
    names: [ident(batchOptionsName(operation))],
  };
  return [
    { kind: "reExport", from, typeOnly: false, names: [name] },
    ...(rest === undefined ? [] : [options]),
  ];
}

/** One list, or none for a package that has no unions. */
function unionNames({ unions }: Api): readonly (readonly string[])[] {
  const names = [
    ...unions.guards.map((guard) => guard.name),
    ...unions.matches.flatMap((match) => [match.isKnownName, match.matchName]),
    ...unions.builders.map((builder) => builder.name),
  ];
  return names.length === 0 ? [] : [names.map((name) => ident(name)).toSorted(compare)];
}
