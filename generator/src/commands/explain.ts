import { Diagnostics } from "../diagnostics.ts";
import { loadConfig } from "../load-config.ts";
import type { Api } from "../model/api.ts";
import type { UnionModel } from "../model/union.ts";
import { unionsOf } from "../model/union.ts";
import { explainUnion } from "../model/union-explanation.ts";
import { loadPackages } from "../packages.ts";
import { place } from "../place.ts";
import { renderDiagnostics } from "../terminal/diagnostics.ts";
import { printable } from "../terminal/style.ts";
import { exitCodes } from "./exit-codes.ts";

/** `clientwright explain <schema>`: how the variants of a union are told apart, or why they cannot be. */
export async function explainCommand(schema: string, config: string | undefined): Promise<number> {
  const diagnostics = new Diagnostics();
  const loaded = await loadConfig(config, process.cwd(), diagnostics);
  const packages =
    loaded === undefined ? [] : loadPackages(loaded.config, place(loaded, process.cwd()), diagnostics);
  if (diagnostics.hasErrors) {
    process.stderr.write(renderDiagnostics(diagnostics.all, process.stderr));
    return exitCodes.input;
  }
  const named = packages.flatMap(({ api }) => unions(api).map((union) => ({ api, union })));
  const found = named.filter(({ api, union }) => isCalled(api, union, schema));
  if (found.length === 0) {
    const known = [...new Set(named.map(({ union }) => union.typeName))].sort();
    process.stderr.write(
      `clientwright: no union is called ${JSON.stringify(schema)}\n${known.length === 0 ? "There are none." : `Unions: ${known.map(printable).join(", ")}`}\n`,
    );
    return exitCodes.input;
  }
  for (const { api, union } of found) {
    process.stdout.write(`${printable(`${api.package.name} ${union.typeName}\n${explainUnion(union)}`)}\n`);
  }
  return exitCodes.ok;
}

function unions(api: Api): readonly UnionModel[] {
  return unionsOf(api.types, api.definitions);
}

function isCalled(api: Api, union: UnionModel, name: string): boolean {
  return [union.typeName, union.name, api.definition(union.id).documentedName].includes(name);
}
