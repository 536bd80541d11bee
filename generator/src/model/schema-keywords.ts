import { distance } from "fastest-levenshtein";
import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** What JSON Schema, from draft 4 to 2020-12, and OpenAPI call the fields of a schema. */
const keywords = [
  "$anchor $comment $defs $dynamicAnchor $dynamicRef $id $recursiveAnchor $recursiveRef $ref $schema $vocabulary",
  "additionalItems additionalProperties allOf anyOf const contains contentEncoding contentMediaType contentSchema",
  "default definitions dependencies dependentRequired dependentSchemas deprecated description discriminator else enum",
  "example examples exclusiveMaximum exclusiveMinimum externalDocs format id if items maxContains maxItems maxLength",
  "maxProperties maximum minContains minItems minLength minProperties minimum multipleOf not nullable oneOf pattern",
  "patternProperties prefixItems properties propertyNames readOnly required then title type unevaluatedItems",
  "unevaluatedProperties uniqueItems writeOnly xml",
].flatMap((line) => line.split(" "));
const known = new Set(keywords);

/**
 * Warns of fields of a schema that are mistakes. JSON Schema allows fields of one's own, so that only those are told
 * that look like a keyword, or like the rest of a text that a comma cut in two.
 */
export function warnOfMistakes(reader: Reader, node: SpecNode): void {
  if (!isObject(node.value) || !reader.diagnostics.wants("CW1031")) return;
  reader.knownExtensions(node, "a schema");
  for (const [key, value] of Object.entries(node.value)) {
    if (known.has(key) || key.startsWith("x-")) continue;
    const hint = value === null && /\s/.test(key) ? cutInTwo : meant(key);
    if (hint === undefined) continue;
    const at = child(node, key) ?? node;
    const message = `a schema has no field ${JSON.stringify(key)}; it is ignored`;
    report(reader.diagnostics, "CW1031", at, message, hint);
  }
}

const cutInTwo = "inside { … } a comma begins the next field: put quotes around the text before it";

/** The keyword that a word was most likely meant to be. Short words are like many others: of them one letter may differ. */
function meant(word: string): string | undefined {
  const lower = word.toLowerCase();
  const found = keywords.find((keyword) => {
    const other = keyword.toLowerCase();
    if (keyword.length < 4) return false;
    return distance(lower, other) <= (word.length < 7 ? 1 : 2) || letters(lower) === letters(other);
  });
  return found === undefined ? undefined : `did you mean ${found}?`;
}

function letters(word: string): string {
  return [...word].sort().join("");
}
