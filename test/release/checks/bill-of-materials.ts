// Whether the list of what goes into a package is whole, and lets users do what the package's own licence lets them do.
import { fullName, type BillOfMaterials, type Component } from "../bill-of-materials.ts";
import type { Manifest } from "../tarball.ts";
import type { Problem } from "./problem.ts";

/** Licences that ask for no more than a notice. SPDX identifiers. */
const permissive =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0)$/;

export function checkBillOfMaterials(
  { name, version, dependencies = {} }: Manifest,
  bill: BillOfMaterials | undefined,
): Problem[] {
  if (bill?.bomFormat !== "CycloneDX") {
    return [{ check: "bill-of-materials", message: `there is no CycloneDX document of ${name}` }];
  }
  const listed = new Set(bill.components.map(fullName));
  const of = bill.metadata.component;
  const messages = [
    ...(fullName(of) === name && of.version === version
      ? []
      : [`the document is of ${fullName(of)} ${of.version}, not of ${name} ${version}`]),
    ...Object.keys(dependencies)
      .filter((dependency) => !listed.has(dependency))
      .map((dependency) => `${dependency} is not listed: install, so that the lockfile has it`),
    ...bill.components
      .filter((component) => !isPermissive(component))
      .map(
        (component) =>
          `${fullName(component)} ${component.version} is under ${licences(component).join(", ") || "no licence"}, which is not known to be permissive: use another package, or add the licence to test/release/checks/bill-of-materials.ts`,
      ),
  ];
  return messages.map((message) => ({ check: "bill-of-materials", message }));
}

/** Of several licences in an expression with OR, one is enough; with AND, each counts. */
function isPermissive(component: Component): boolean {
  const all = licences(component);
  return (
    all.length > 0 &&
    all.every((licence) =>
      licence
        .replaceAll(/[()]/g, "")
        .split(" OR ")
        .some((choice) => choice.split(" AND ").every((one) => permissive.test(one.trim()))),
    )
  );
}

function licences({ licenses = [] }: Component): string[] {
  return licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? "");
}
