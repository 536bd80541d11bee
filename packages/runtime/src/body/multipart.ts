import { contentText } from "../request/content.js";
import { writeQueryParameter } from "../request/query.js";
import { isBytes } from "../request/values.js";
import type { BodyCodec } from "./codec.js";
import { fieldsOf, hasStyle, type FieldEncoding } from "./form.js";

/** How one part is written (OpenAPI 3.1, section 4.8.15, Encoding Object). */
export interface PartEncoding extends FieldEncoding {
  /** More headers of the part. */
  readonly headers?: Readonly<Record<string, string>>;
}

type Chunk = string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer>;

const LINE = "\r\n";

/**
 * Sends a body in parts (RFC 7578), one for each field and for each member of a list. Files and bytes go as they are,
 * objects as JSON, the rest as text; fields that are undefined or null are left out.
 *
 * The parts are written here, not by `FormData`, which can give a part neither headers nor a media type without a file
 * name. The result is a Blob: a file on disk is read while it is sent, and can be sent again.
 *
 * @param encoding - What the document says of single parts, by their names.
 * @param type - Media type of the whole.
 */
export function multipart(
  encoding: Readonly<Record<string, PartEncoding>> = {},
  type: string = "multipart/form-data",
): BodyCodec {
  return (value) => {
    if (value === undefined) return undefined;
    const boundary = `clientwright-${random()}${random()}`;
    const parts = fieldsOf(value).flatMap(([name, field]) => partsOf(name, field, encoding[name] ?? {}));
    const chunks = parts.flatMap((one) => [`--${boundary}${LINE}`, ...one, LINE]);
    return { body: new Blob([...chunks, `--${boundary}--${LINE}`]), type: `${type}; boundary=${boundary}` };
  };
}

function partsOf(name: string, value: unknown, how: PartEncoding): Chunk[][] {
  if (hasStyle(how)) {
    // A part is not a query: the styles decide what stands where, and nothing is percent-encoded or reserved.
    const pairs = writeQueryParameter({ name, ...how, allowReserved: false }, value)?.split("&") ?? [];
    return pairs.map((pair) => {
      const [key = "", text = ""] = pair.split(/=(.*)/s).map(decodeURIComponent);
      return part(key, how, undefined, text);
    });
  }
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one) => one !== undefined && one !== null).map((one) => partOf(name, one, how));
}

function partOf(name: string, value: unknown, how: PartEncoding): Chunk[] {
  const documented = how.contentType
    ?.split(",")
    .find((type) => !type.includes("*"))
    ?.trim();
  if (value instanceof Blob) {
    const type = how.contentType?.includes(",") ? value.type || documented : documented || value.type;
    // In Bun each Blob has a name, which is undefined for what is no file.
    const file = "name" in value && value.name !== undefined ? String(value.name) : "blob";
    return part(name, how, type || "application/octet-stream", value, file);
  }
  if (isBytes(value)) return part(name, how, documented ?? "application/octet-stream", value, "blob");
  if (value instanceof ReadableStream)
    throw new TypeError(`The field ${name} is a stream: give a Blob or bytes`);
  const type =
    documented ?? (typeof value === "object" && !(value instanceof Date) ? "application/json" : undefined);
  return part(name, how, type, contentText(value, type ?? "text/plain", `The field ${name}`) ?? "");
}

function part(
  name: string,
  how: PartEncoding,
  type: string | undefined,
  body: Chunk,
  file?: string,
): Chunk[] {
  const fileName = file === undefined ? "" : `; filename="${quoted(file)}"`;
  const headers = {
    "Content-Disposition": `form-data; name="${quoted(name)}"${fileName}`,
    ...(type !== undefined && { "Content-Type": type }),
    ...how.headers,
  };
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}${LINE}`);
  return [lines.join("") + LINE, body];
}

/** The three characters that would end a quoted name, as browsers write them (HTML, section 4.10.22.8). */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

function random(): string {
  return Math.random().toString(36).slice(2);
}
