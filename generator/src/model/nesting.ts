import { report } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Operation, Parameter } from "./api.ts";
import { alternatives, type Lookup } from "./place.ts";
import type { Schema } from "./schema.ts";

/**
 * Warns of parameters that may hold lists or objects inside of another: only deepObject and media types have a text for
 * those (OpenAPI 3.1.1, section 4.8.12.3).
 */
export function warnOfNesting(reader: Reader, operation: Operation, lookup: Lookup): void {
  for (const parameter of operation.parameters) {
    const nested = nestedIn(parameter, lookup);
    if (nested === undefined) continue;
    const { in: where, name, style } = parameter;
    report(
      reader.diagnostics,
      "CW2017",
      reader.at(operation.file, operation.pointer),
      `the ${where} parameter ${JSON.stringify(name)} may hold ${nested}, which the style ${style} has no text for: a call that gives one throws`,
      where === "query"
        ? "write style: deepObject, or content with application/json, whichever the service reads"
        : "write content with application/json, if the service reads that",
    );
  }
}

function nestedIn({ schema, style, content }: Parameter, lookup: Lookup): string | undefined {
  if (content !== undefined || style === "deepObject") return undefined;
  for (const whole of alternatives(schema, lookup)) {
    const holder = whole.kind === "array" ? "a list" : "an object";
    for (const part of partsOf(whole).flatMap((each) => alternatives(each, lookup))) {
      if (part.kind === "array") return `a list in ${holder}`;
      if (part.kind === "object") return `an object in ${holder}`;
    }
  }
  return undefined;
}

function partsOf(schema: Schema): readonly Schema[] {
  if (schema.kind === "array") return [...schema.prefix, schema.items];
  if (schema.kind !== "object") return [];
  const properties = schema.properties.filter(({ readOnly }) => !readOnly).map((property) => property.schema);
  return schema.additional === undefined ? properties : [...properties, schema.additional];
}
