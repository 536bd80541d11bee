// What goes into a package, for whoever has to know: one CycloneDX document a package, written by pnpm from the lockfile.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { pnpm } from "../consumer/pnpm.ts";
import type { PublishedPackage } from "./published.ts";

/** The parts of a CycloneDX 1.7 document that the check reads. */
export interface BillOfMaterials {
  readonly bomFormat: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
}

export interface Component {
  /** The scope, with its `@`. */
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
}

/** Writes the document of each package into a folder, and gives them by the package's name. */
export async function billsOfMaterials(
  packages: readonly PublishedPackage[],
  workspace: string,
  folder: string,
): Promise<ReadonlyMap<string, BillOfMaterials>> {
  const [command, ...start] = pnpm();
  const chosen = packages.flatMap(({ name }) => ["--filter", name]);
  const what = ["sbom", "--sbom-format", "cyclonedx", "--prod", "--split"];
  await runOrThrow(command, [...start, ...chosen, ...what, "--out", join(folder, "%s-%v.cdx.json")], {
    cwd: workspace,
  });
  const bills = globSync("*.cdx.json", { cwd: folder }).map(
    (file) => JSON.parse(readFileSync(join(folder, file), "utf8")) as BillOfMaterials,
  );
  return new Map(bills.map((bill) => [fullName(bill.metadata.component), bill]));
}

/** The name as npm writes it. */
export function fullName({ group, name }: Component): string {
  return group === undefined ? name : `${group}/${name}`;
}
