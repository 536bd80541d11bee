// Takes apart a value that stands as one text: in a path, a header, a cookie, or as the one value of a query name.
import type { Parameter } from "../document/parameter.js";
import type { Shape } from "../schema/shape.js";
import { fromContent, fromParts, inAnyShape, type Reading, type ValueReader } from "./value.js";

/** The mark before a value, and between its parts when exploded (OpenAPI 3.1.1, section 4.8.12.4). */
const marks = {
  simple: { before: "", exploded: "," },
  label: { before: ".", exploded: "." },
  matrix: { before: ";", exploded: ";" },
  form: { before: "", exploded: "," },
  spaceDelimited: { before: "", exploded: "," },
  pipeDelimited: { before: "", exploded: "," },
  deepObject: { before: "", exploded: "," },
} as const;

/**
 * Reads a styled value.
 *
 * @param text - As it stands on the wire.
 * @param decode - Applied to each part, after it has been cut out: a delimiter inside of a part is encoded.
 */
export function readStyled(
  reader: ValueReader,
  parameter: Parameter,
  text: string,
  decode: (part: string) => string,
): Reading {
  if (parameter.content !== undefined) return fromContent(reader, parameter, decode(text));
  return inAnyShape(reader, parameter.schema, (shape) => readAs(reader, parameter, shape, text, decode));
}

function readAs(
  reader: ValueReader,
  parameter: Parameter,
  shape: Shape,
  text: string,
  decode: (part: string) => string,
): Reading {
  const { style, explode, name } = parameter;
  const { before, exploded } = marks[style];
  if (!text.startsWith(before)) return { problem: `it begins with ${before}` };
  const { kind } = shape;
  const rest = text.slice(before.length);
  const pieces =
    kind === "scalar"
      ? [rest]
      : rest.split(explode ? exploded : style === "matrix" ? ";" : delimiterOf(style));
  const isNamed = style === "matrix" && !(kind === "object" && explode);
  const values = isNamed ? unnamed(pieces, name, decode) : pieces;
  if (values === undefined) return { problem: `each part begins with ${name}=` };
  const items =
    isNamed && !explode ? values.flatMap((one) => (kind === "scalar" ? [one] : one.split(","))) : values;
  if (kind !== "object") return fromParts(reader, parameter, shape, { items: items.map(decode) });
  const members = explode ? pairsOf(items, style) : alternating(items);
  if (members === undefined) return { problem: "names and values come in pairs" };
  return fromParts(reader, parameter, shape, {
    members: members.map(([key, value]) => [decode(key), decode(value)] as const),
  });
}

function delimiterOf(style: Parameter["style"]): RegExp {
  if (style === "spaceDelimited") return /%20/;
  return style === "pipeDelimited" ? /%7C/ : /,/;
}

// RFC 6570, section 3.2.7: an empty value of a matrix is its name alone.
function unnamed(
  pieces: readonly string[],
  name: string,
  decode: (part: string) => string,
): string[] | undefined {
  const pairs = pairsOf(pieces, "matrix");
  return pairs?.every(([key]) => decode(key) === name) ? pairs.map(([, value]) => value) : undefined;
}

function pairsOf(
  pieces: readonly string[],
  style: Parameter["style"],
): (readonly [string, string])[] | undefined {
  const pattern = style === "matrix" ? /^([^=]+)=?(.*)$/s : /^([^=]*)=(.*)$/s;
  const pairs = pieces.map((piece) => pattern.exec(piece));
  if (pairs.includes(null)) return undefined;
  return pairs.map((pair) => [pair?.[1] ?? "", pair?.[2] ?? ""] as const);
}

function alternating(pieces: readonly string[]): (readonly [string, string])[] | undefined {
  if (pieces.length % 2 === 1) return undefined;
  return pieces.flatMap((piece, index) =>
    index % 2 === 0 ? [[piece, pieces[index + 1] ?? ""] as const] : [],
  );
}
