import type { Parameter } from "../document/parameter.js";
import { isObject, type JsonValue } from "../json.js";
import { isJson } from "../wire/media-type.js";

/**
 * Headers of an answer as they stand on the wire, their names in small letters.
 *
 * @param value - Makes a value of a parameter's schema that can be sent, if there is one.
 */
export function sampleHeaders(
  headers: readonly Parameter[],
  value: (header: Parameter, schema: string) => JsonValue | undefined,
): Record<string, string> {
  return Object.fromEntries(
    headers.flatMap((header): [string, string][] => {
      const sample = header.schema === undefined ? undefined : value(header, header.schema);
      return sample === undefined ? [] : [[header.name.toLowerCase(), written(header, sample)]];
    }),
  );
}

// OpenAPI 3.1.1, Header Object: headers are in the style `simple`.
function written({ content, explode }: Parameter, value: JsonValue): string {
  if (content !== undefined && isJson(content)) return JSON.stringify(value);
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map((pair) => pair.join(explode ? "=" : ","))
    .join(",");
}
