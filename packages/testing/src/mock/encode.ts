import type { JsonValue } from "../json.js";
import { isForm, isJson } from "../wire/media-type.js";
import { isSequence, writeSequence } from "../wire/sequence.js";

/** The bytes of a body in its media type. Only JSON is written as JSON; a text or a file is sent as it is. */
export async function encode(body: unknown, mediaType: string): Promise<Uint8Array | undefined> {
  if (body === undefined) return undefined;
  if (isBlob(body)) return new Uint8Array(await body.arrayBuffer());
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  return new TextEncoder().encode(textOf(body, mediaType));
}

/** By what it can do: test environments such as jsdom have a Blob of their own. */
function isBlob(body: unknown): body is Blob {
  return (
    typeof body === "object" &&
    body !== null &&
    "arrayBuffer" in body &&
    typeof body.arrayBuffer === "function"
  );
}

function textOf(body: unknown, mediaType: string): string {
  if (isSequence(mediaType)) return writeSequence(mediaType, body as JsonValue);
  if (isJson(mediaType)) return JSON.stringify(body);
  if (body === null) return "";
  if (body instanceof URLSearchParams) return String(body);
  if (typeof body !== "object") return String(body);
  return isForm(mediaType) ? fields(body) : JSON.stringify(body);
}

function fields(body: object): string {
  const pairs = Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    [value]
      .flat()
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [name, typeof one === "object" ? JSON.stringify(one) : String(one)]),
  );
  return new URLSearchParams(pairs).toString();
}
