import { DocumentError } from "../document/document-error.js";
import type { Parameter } from "../document/parameter.js";
import { isObject, type JsonValue } from "../json.js";
import type { Direction } from "../schema/direction.js";
import type { Sampler } from "./sampler.js";

const mostTries = 60;

/**
 * A value of a parameter or a header that is not empty.
 *
 * @returns `undefined` where there is none for one that may be left out.
 * @throws DocumentError where there is none for one that is required.
 */
export function sendable(
  value: Sampler["value"],
  { pointer, required }: Parameter,
  schema: string,
  direction: Direction,
  seed: number,
): JsonValue | undefined {
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const found = value(schema, direction, seed + attempt * 104_729);
    if (!isEmpty(found)) return found;
  }
  if (!required) return undefined;
  throw new DocumentError(`No sample out of ${mostTries} can be sent`, pointer);
}

/** Empty values are not sent, and no path can hold `.` or `..`. */
function isEmpty(value: JsonValue): boolean {
  if (value === null || value === "" || value === "." || value === "..") return true;
  if (Array.isArray(value)) return value.length === 0 || value.some((item) => isEmpty(item));
  return (
    isObject(value) && (Object.keys(value).length === 0 || Object.values(value).some((one) => isEmpty(one)))
  );
}
