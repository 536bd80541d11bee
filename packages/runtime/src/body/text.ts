import { textOf } from "../request/values.js";
import type { BodyCodec } from "./codec.js";

/**
 * Sends text in UTF-8. The codec throws a TypeError for what is not a single value.
 *
 * @param type - Media type that the document names.
 */
export function text(type: string = "text/plain"): BodyCodec {
  return (value) => (value === undefined ? undefined : { body: textOf(value, "The body"), type });
}
