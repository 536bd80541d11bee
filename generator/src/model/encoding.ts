import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Encoding } from "./api.ts";
import { alternatives, type Lookup } from "./place.ts";
import type { Schema } from "./schema.ts";

/** What no caller can give. */
const withoutEffect = ["headers", "encoding", "prefixEncoding", "itemEncoding"];
const fields = ["contentType", "style", "explode", "allowReserved", ...withoutEffect];

/** Reads how the properties of a form or a multipart body are written (OpenAPI, Encoding Object). */
export function readEncoding(
  reader: Reader,
  media: SpecNode,
  schema: Schema,
  lookup: Lookup,
): ReadonlyMap<string, Encoding> {
  const encodings = new Map<string, Encoding>();
  const members = reader.members(reader.object(media, "encoding"));
  const properties = members.length === 0 ? undefined : propertiesOf(schema, lookup);
  for (const [property, node] of members) {
    if (!reader.expectObject(node, "an encoding")) continue;
    reader.known(node, "an encoding", fields);
    if (properties !== undefined && !properties.has(property)) {
      report(
        reader.diagnostics,
        "CW1034",
        node,
        `the schema has no property ${JSON.stringify(property)}, so its encoding is left out`,
        "correct the name, or add the property to the schema",
      );
      continue;
    }
    warnOfUnsent(reader, node, property);
    const contentType = reader.string(node, "contentType");
    const style = reader.oneOf(node, "style", ["form", "spaceDelimited", "pipeDelimited", "deepObject"]);
    const explode = reader.boolean(node, "explode");
    const allowReserved = reader.boolean(node, "allowReserved");
    const encoding = {
      ...(contentType === undefined ? {} : { contentType }),
      ...(style === undefined ? {} : { style }),
      ...(explode === undefined ? {} : { explode }),
      ...(allowReserved === undefined ? {} : { allowReserved }),
    };
    if (Object.keys(encoding).length > 0) encodings.set(property, encoding);
  }
  return encodings;
}

/** The names that a body's fields may have; undefined where the schema leaves them open. */
function propertiesOf(schema: Schema, lookup: Lookup): ReadonlySet<string> | undefined {
  const parts = alternatives(schema, lookup);
  const isOpen = parts.some(
    (part) => part.kind === "unknown" || (part.kind === "object" && part.additional !== undefined),
  );
  if (isOpen) return undefined;
  return new Set(
    parts.flatMap((part) => (part.kind === "object" ? part.properties.map(({ name }) => name) : [])),
  );
}

function warnOfUnsent(reader: Reader, node: SpecNode, property: string): void {
  for (const key of withoutEffect) {
    const at = child(node, key);
    if (at === undefined) continue;
    report(
      reader.diagnostics,
      "CW2011",
      at,
      `the field ${JSON.stringify(property)} is sent without its ${key}: callers cannot give any`,
      "nothing to do, if the service does not need it",
    );
  }
}
