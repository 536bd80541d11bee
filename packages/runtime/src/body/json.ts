import { jsonText } from "../request/json-text.js";
import type { BodyCodec } from "./codec.js";

/** Sends JSON under another media type than `application/json`, such as `application/merge-patch+json`. */
export function jsonAs(type: string): BodyCodec {
  return (value) => {
    const body = jsonText(value);
    return body === undefined ? undefined : { body, type };
  };
}

/** Sends `application/json` (RFC 8259). */
export const json: BodyCodec = /* @__PURE__ */ jsonAs("application/json");
