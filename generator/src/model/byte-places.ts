import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Docs, Schema } from "./schema.ts";
import { noDocs } from "./schema.ts";

/**
 * Where a schema stands, as a set of bits, since one may stand in several places: bytes can be a part of a multipart
 * body, and nothing else that is written with a schema.
 */
export type Places = number;

/** JSON, a form, a parameter: what is written as text. */
export const asText: Places = 1;
const asPart: Places = 2;
/** A whole multipart body, whose properties are its parts. */
export const asParts: Places = 4;

/** Where the properties of an object stand: those of a part are JSON. */
export function ofProperties(places: Places): Places {
  return (places & asParts ? asPart : 0) | (places & (asPart | asText) ? asText : 0);
}

/** Text that stands for bytes: `format: binary` (OpenAPI 3.0, section 4.7.24). */
export function isBinary(node: SpecNode): boolean {
  return child(node, "format")?.value === "binary";
}

/** The type of bytes where they stand; a schema that stands in both kinds of places takes either. */
export function readBytes(reader: Reader, node: SpecNode, places: Places, docs: Docs): Schema {
  if ((places & asText) === 0) return { kind: "binary", docs };
  report(
    reader.diagnostics,
    "CW2011",
    child(node, "format") ?? node,
    "bytes cannot stand in JSON, in a form or in a parameter: what is binary there is typed as a string",
    "say format: byte for text in Base64, or send bytes in multipart/form-data or as the whole body",
  );
  if (places === asText) return { kind: "string", dateTime: false, docs };
  const text: Schema = { kind: "string", dateTime: false, docs: noDocs };
  return { kind: "union", variants: [{ schema: { kind: "binary", docs: noDocs } }, { schema: text }], docs };
}
