import { type JsonObject, objectOf, step } from "../json.js";
import { DocumentError } from "./document-error.js";
import { follow } from "./references.js";

export type ParameterPlace = "path" | "query" | "header" | "cookie";
export type ParameterStyle =
  "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

/** A parameter, or a header of an answer, which is written like one. */
export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  /** Where its schema stands; `undefined` where there is none. */
  readonly schema: string | undefined;
  /** The media type of a parameter that is written as a document of its own. */
  readonly content: string | undefined;
  readonly pointer: string;
}

const places: ReadonlySet<string> = new Set(["path", "query", "header", "cookie"]);
const styles: ReadonlySet<string> = new Set([
  "simple",
  "label",
  "matrix",
  "form",
  "spaceDelimited",
  "pipeDelimited",
  "deepObject",
]);

/**
 * Reads a Parameter Object or, with `header`, a Header Object (OpenAPI 3.1.1).
 *
 * @throws DocumentError for a place or style that OpenAPI 3.1 does not have.
 */
export function readParameter(
  document: JsonObject,
  place: string,
  header?: { readonly in: "header"; readonly name: string },
): Parameter {
  const { value, pointer } = follow(document, place);
  const location = header?.in ?? value["in"];
  if (!isPlace(location))
    throw new DocumentError(`A parameter in ${String(location)} is not known here`, pointer);
  const isForm = location === "query" || location === "cookie";
  const style = value["style"] ?? (isForm ? "form" : "simple");
  if (!isStyle(style)) throw new DocumentError(`The style ${String(style)} is not known here`, pointer);
  const [content] = Object.entries(objectOf(value["content"]));
  return {
    name: header?.name ?? String(value["name"]),
    in: location,
    required: value["required"] === true,
    style,
    explode: typeof value["explode"] === "boolean" ? value["explode"] : style === "form",
    allowReserved: value["allowReserved"] === true,
    allowEmptyValue: value["allowEmptyValue"] === true,
    schema: schemaOf(value, content, pointer),
    content: content?.[0],
    pointer,
  };
}

function schemaOf(
  value: JsonObject,
  content: readonly [string, unknown] | undefined,
  pointer: string,
): string | undefined {
  if (value["schema"] !== undefined) return step(pointer, "schema");
  if (content === undefined || objectOf(content[1])["schema"] === undefined) return undefined;
  return step(pointer, "content", content[0], "schema");
}

function isPlace(value: unknown): value is ParameterPlace {
  return typeof value === "string" && places.has(value);
}

function isStyle(value: unknown): value is ParameterStyle {
  return typeof value === "string" && styles.has(value);
}
