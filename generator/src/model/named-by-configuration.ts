import type { DocumentConfig } from "../config.ts";
import { nearest } from "../load/nearest.ts";
import type { SpecDocument } from "../load/document.ts";
import { isObject } from "../load/node.ts";
import { lookUp } from "../load/pointer.ts";
import type { Reader } from "../load/reader.ts";
import type { TaggedOperation } from "./operation.ts";
import { tagOf } from "./packages.ts";
import type { Definition } from "./schema.ts";

/** How many names a hint lists: who misspelt one of hundreds looks them up. */
const listed = 12;

/**
 * Tells of names in the configuration that nothing in the document has. Without effect they would stay unseen, and one of
 * a tag makes another package than the one that was released.
 *
 * @param file - The configuration, as messages name it.
 */
export function checkConfiguredNames(
  reader: Reader,
  { document, tags, names }: DocumentConfig,
  operations: readonly TaggedOperation[],
  definitions: Iterable<Definition>,
  file: string,
): void {
  // What could not be read is not there, and that was told.
  if (reader.diagnostics.hasErrors) return;
  const check = (
    field: string,
    named: object | undefined,
    known: ReadonlySet<string>,
    lacking: string,
  ): void => {
    for (const name of Object.keys(named ?? {}).filter((each) => !known.has(each))) {
      reader.diagnostics.add({
        code: "CW3002",
        message: `${field} has ${JSON.stringify(name)}, and ${lacking} ${document}`,
        hint: suggestion(name, [...known]),
        file,
      });
    }
  };
  const ids = operations.map(({ operation }) => operation.id);
  check("tags", tags, new Set(operations.map(tagOf)), "that is the first tag of no operation of");
  check("names.operations", names?.operations, new Set(ids), "there is no such operationId in");
  const named = [...definitions].map((each) => each.documentedName);
  check(
    "names.schemas",
    names?.schemas,
    new Set([...named, ...unused(reader.document)]),
    "there is no such schema in",
  );
}

/** Schemas that no operation uses are no mistake of the configuration. */
function unused({ root, sources }: SpecDocument): readonly string[] {
  return sources.flatMap((source) => {
    // A file beside the document may be nothing but a map of schemas.
    const maps = [
      ["components", "schemas"],
      ["$defs"],
      ["definitions"],
      ...(source === root.source ? [] : [[]]),
    ];
    return maps.flatMap((path) => {
      const { value } = lookUp(source.value, path);
      return isObject(value) ? Object.keys(value) : [];
    });
  });
}

function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  if (known.length === 0) return "remove it";
  const more = known.length > listed ? ` and ${known.length - listed} more` : "";
  return `remove it, or name one that is there: ${known.slice(0, listed).join(", ")}${more}`;
}
