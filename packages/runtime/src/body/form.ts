import { contentText } from "../request/content.js";
import { encode } from "../request/encode.js";
import type { Serialization } from "../request/parameters.js";
import { writeQueryParameter } from "../request/query.js";
import { isMap } from "../request/values.js";
import type { BodyCodec } from "./codec.js";

/** How one field of a form is written (OpenAPI 3.1, section 4.8.15, Encoding Object). */
export interface FieldEncoding extends Serialization {
  /**
   * Media type of the field; counts only where no style is given.
   * @default JSON for an object or a list of objects, else text
   */
  readonly contentType?: string;
}

/**
 * Sends `application/x-www-form-urlencoded`. Lists repeat their name; fields that are undefined or null are left out.
 *
 * The codec throws a TypeError for a body that is not an object.
 *
 * @param encoding - What the document says of single fields, by their names.
 */
export function form(encoding: Readonly<Record<string, FieldEncoding>> = {}): BodyCodec {
  return (value) => {
    if (value === undefined) return undefined;
    const body = fieldsOf(value)
      .flatMap(([name, field]) => writeField(name, field, encoding[name]))
      .join("&")
      // Between these two ways to write a space, this is the one of forms.
      .replaceAll("%20", "+");
    return { body, type: "application/x-www-form-urlencoded" };
  };
}

/**
 * The fields of a form in their order.
 *
 * @throws TypeError for a body that is not an object with named fields.
 */
export function fieldsOf(value: unknown): [string, unknown][] {
  if (!isMap(value)) throw new TypeError("The body must be an object with the fields of the form");
  return Object.entries(value);
}

/** True where the document asks for a style of parameters. */
export function hasStyle({ style, explode, allowReserved }: FieldEncoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved !== undefined;
}

function writeField(name: string, value: unknown, how: FieldEncoding = {}): string[] {
  if (hasStyle(how)) return writeQueryParameter({ name, ...how }, value)?.split("&") ?? [];
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
    const type =
      how.contentType ??
      (typeof one === "object" && !(one instanceof Date) ? "application/json" : "text/plain");
    const text =
      one === null && how.contentType === undefined ? undefined : contentText(one, type, `The field ${name}`);
    return text === undefined ? [] : `${encode(name)}=${encode(text)}`;
  });
}
