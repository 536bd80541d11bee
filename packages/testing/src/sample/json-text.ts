import { isObject, type JsonObject, type JsonValue, step } from "../json.js";
import { isJson } from "../wire/media-type.js";

/** The name of a property that no document has. After it stands the place of its schema. */
const mark = "\u0000JSON ";

const anyJson: JsonObject = { type: ["string", "integer", "boolean", "null"] };

/**
 * A schema for texts that hold JSON (JSON Schema 2020-12, validation, section 8), as that of an object around what they hold,
 * for {@link withTexts}; any other schema as it is. Where `contentSchema` stands alone, JSON is meant.
 *
 * @param place - JSON pointer of the schema.
 */
export function holdingJson(schema: JsonObject, place: string): JsonObject {
  const { contentMediaType, contentSchema, contentEncoding, const: only, enum: listed } = schema;
  const isText = [schema["type"]].flat().includes("string");
  const isMeant =
    typeof contentMediaType === "string"
      ? isJson(contentMediaType)
      : contentMediaType === undefined && contentSchema !== undefined;
  if (!isText || !isMeant || (contentEncoding ?? only ?? listed) !== undefined) return schema;
  const name = contentSchema === undefined ? mark : `${mark}${step(place, "contentSchema")}`;
  return { type: "object", required: [name], properties: { [name]: contentSchema ?? anyJson } };
}

/**
 * A sample with the texts that hold JSON, in place of what {@link holdingJson} made of their schemas.
 *
 * @param fits - Whether a value is one of the schema at a place.
 * @returns `undefined` where a text would hold what its schema does not allow: no validator looks into texts.
 */
export function withTexts(
  sample: JsonValue,
  fits: (place: string, value: JsonValue) => boolean,
): JsonValue | undefined {
  let isFitting = true;
  const visit = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isObject(value)) return value;
    const entries = Object.entries(value).map(([name, inner]): [string, JsonValue] => [name, visit(inner)]);
    const held = entries.find(([name]) => name.startsWith(mark));
    if (held === undefined) return Object.fromEntries(entries);
    const [place, inner] = [held[0].slice(mark.length), held[1]];
    isFitting &&= place === "" || fits(place, inner);
    return JSON.stringify(inner);
  };
  const whole = visit(sample);
  return isFitting ? whole : undefined;
}
