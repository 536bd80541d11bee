import type { Api } from "../model/api.ts";
import type { Docs, Limits, Schema } from "../model/schema.ts";
import { doc, lit } from "./doors.ts";

/** The comment of a property, parameter or type: what it is, its bounds, its default. Empty when nothing is known. */
export function schemaDocs(api: Api, schema: Schema): string {
  return docsText(effectiveDocs(api, schema));
}

/** What stands at the place that refers, filled up with what the target says of itself. */
export function effectiveDocs(api: Api, schema: Schema): Docs {
  const own = schema.docs;
  if (schema.kind !== "reference") return own;
  const target = api.definition(schema.id).schema.docs;
  return {
    ...target,
    ...own,
    deprecated: own.deprecated || target.deprecated,
    examples: own.examples.length > 0 ? own.examples : target.examples,
    limits: { ...target.limits, ...own.limits },
  };
}

/** Text of a comment as a comment. */
export function comment(text: string): string {
  if (text === "") return "";
  const lines = text.split("\n");
  return lines.length === 1
    ? `/** ${text} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`;
}

export function docsText(docs: Docs): string {
  const bounds = limitsText(docs.limits);
  const paragraphs = [
    docs.description === undefined ? doc(docs.title ?? "") : doc(docs.description),
    bounds,
    [
      ...(docs.default === undefined ? [] : [`@defaultValue \`${inline(docs.default)}\``]),
      ...(docs.deprecated ? ["@deprecated"] : []),
    ].join("\n"),
  ];
  return paragraphs.filter((paragraph) => paragraph !== "").join("\n\n");
}

/** A JSON value inside a code span of a comment. */
function inline(value: unknown): string {
  return doc(lit(value).replaceAll("`", "'"));
}

/** The bounds of a value in words: `1 to 1000.`, `At most 5000 characters.` */
export function limitsText(limits: Limits): string {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = limits;
  const sentences = [
    minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}.` : undefined,
    minimum !== undefined && maximum === undefined ? `At least ${minimum}.` : undefined,
    maximum !== undefined && minimum === undefined ? `At most ${maximum}.` : undefined,
    exclusiveMinimum === undefined ? undefined : `More than ${exclusiveMinimum}.`,
    exclusiveMaximum === undefined ? undefined : `Less than ${exclusiveMaximum}.`,
    limits.multipleOf === undefined ? undefined : `A multiple of ${limits.multipleOf}.`,
    range(limits.minLength, limits.maxLength, "character"),
    range(limits.minItems, limits.maxItems, "item"),
    range(limits.minProperties, limits.maxProperties, "member"),
    limits.uniqueItems === true ? "No item twice." : undefined,
    limits.pattern === undefined ? undefined : `Matches \`${doc(limits.pattern.replaceAll("`", "'"))}\`.`,
    limits.format === undefined || numberFormats.has(limits.format)
      ? undefined
      : `Format: \`${doc(limits.format.replaceAll("`", "'"))}\`.`,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
}

/** Formats that say no more than the type `number` does to a reader. */
const numberFormats = new Set(["int32", "int64", "float", "double"]);

function range(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  const units = (count: number): string => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (least !== undefined && most !== undefined) {
    return least === most ? `Exactly ${units(most)}.` : `${least} to ${units(most)}.`;
  }
  if (least !== undefined) return `At least ${units(least)}.`;
  return most === undefined ? undefined : `At most ${units(most)}.`;
}
