import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { AnswerKind, BodyKind } from "./api.ts";
import { isStream } from "./stream.ts";

/** Tells what is said of a body whose type is that of its kind: what its parts are, and how they are written. */
export function warnOfUntyped(
  reader: Reader,
  mediaType: string,
  kind: AnswerKind | BodyKind,
  media: SpecNode,
): void {
  const untyped = (key: string, message: string): void => {
    const at = child(media, key);
    if (at === undefined) return;
    report(reader.diagnostics, "CW2011", at, message, "nothing to do, if that is enough");
  };
  if (!isStream(kind))
    untyped("itemSchema", `the items of ${mediaType} have no type: the body is given as a whole`);
  for (const key of ["prefixEncoding", "itemEncoding"])
    untyped(key, `${key} has no effect: ${mediaType} is sent as its schema says`);
  const what = kind === "binary" ? "bytes" : "text";
  if ((kind === "binary" || kind === "text") && saysMore(reader.follow(child(media, "schema"))))
    untyped("schema", `the schema of ${mediaType} gives no type: the body is given as ${what}`);
}

/** Keywords beside which a schema is of more than text. */
const structural = ["properties", "items", "prefixItems", "additionalProperties", "enum", "const"].concat(
  "allOf",
  "oneOf",
  "anyOf",
);

function saysMore(schema: SpecNode | undefined): boolean {
  if (schema === undefined || !isObject(schema.value)) return false;
  const { type } = schema.value;
  if (type !== undefined && type !== "string") return true;
  return structural.some((key) => child(schema, key) !== undefined);
}
