import type { Literals } from "../model/schema.ts";
import type { Recorder, Scope } from "./recorder.ts";

/** Compares two enumerations, each open or closed as the types are generated. */
export function compareLiterals(
  recorder: Recorder,
  scope: Scope,
  old: Literals,
  now: Literals,
  wasOpen: boolean,
  isOpen: boolean,
): void {
  if (!wasOpen && isOpen) recorder.add("enum-opened", scope);
  if (wasOpen && !isOpen) recorder.add("enum-closed", scope);
  for (const value of now.values) {
    if (old.values.includes(value)) continue;
    const after = JSON.stringify(value);
    recorder.add(wasOpen ? "enum-value-added-open" : "enum-value-added", scope, { after });
  }
  for (const value of old.values) {
    if (now.values.includes(value)) continue;
    const before = JSON.stringify(value);
    recorder.add(isOpen ? "enum-value-removed-open" : "enum-value-removed", scope, { before });
  }
}

/** An enumeration against the plain type of its values. */
export function compareWithScalar(
  recorder: Recorder,
  scope: Scope,
  literals: Literals,
  isOpen: boolean,
  literalsAreOld: boolean,
): void {
  const values = literals.values.map((value) => JSON.stringify(value)).join(", ");
  if (literalsAreOld) {
    recorder.add(isOpen ? "enum-dropped-open" : "enum-dropped", scope, { before: values });
  } else {
    recorder.add(isOpen ? "enum-introduced-open" : "enum-introduced", scope, { after: values });
  }
}
