import { textOf } from "../request/values.js";
import type { BodyCodec } from "./codec.js";

/** Sends text under the media type that the document names, in UTF-8. */
export function textAs(type: string): BodyCodec {
  return (value) => (value === undefined ? undefined : { body: textOf(value, "The body"), type });
}

/** Sends `text/plain`. */
export const text: BodyCodec = /* @__PURE__ */ textAs("text/plain;charset=UTF-8");
