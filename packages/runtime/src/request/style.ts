import type { ParameterStyle } from "./parameters.js";
import { isAbsent, isMap, textOf } from "./values.js";

/** Everything that decides how a value is written. */
export interface Writing {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  /** Applied to every name and value; never to a delimiter. */
  readonly encode: (text: string) => string;
  /** Between the parts of an exploded value in the styles of a query: `&`, or `; ` in a cookie. */
  readonly separator?: string;
}

// The table of OpenAPI 3.1.1, section 4.8.12.4, as [before all, between exploded parts, between the others].
const MARKS: Partial<Record<ParameterStyle, readonly [first: string, exploded: string, listed: string]>> = {
  label: [".", ".", ","],
  matrix: [";", ";", ","],
  spaceDelimited: ["", "&", "%20"],
  pipeDelimited: ["", "&", "%7C"],
};

/**
 * Writes a value in one of OpenAPI's styles.
 *
 * @returns `undefined` for what is not sent: undefined, null, and lists and objects without a member that is neither.
 * @throws TypeError for a value that the style cannot hold, such as an object in a list.
 */
export function write(value: unknown, writing: Writing): string | undefined {
  const { name, style, explode, encode, separator = "&" } = writing;
  if (isAbsent(value)) return undefined;
  if (style === "deepObject") return deep(value, name, writing, "[]");
  const text = (part: unknown): string => encode(textOf(part, `The parameter ${name}`));
  const simple = style === "simple";
  const [first, exploded, listed] = MARKS[style] ?? ["", simple ? "," : separator, ","];
  const named = (key: string, item: string): string =>
    // RFC 6570, section 3.2.7: an empty value of a matrix is its name alone.
    style === "matrix" && item === "" ? key : `${key}=${item}`;
  const own = (item: string): string => (simple || style === "label" ? item : named(encode(name), item));

  let parts: string[];
  if (Array.isArray(value)) {
    const items = value.filter((item) => !isAbsent(item)).map(text);
    if (!items.length) return undefined;
    parts = explode ? items.map(own) : [own(items.join(listed))];
  } else if (isMap(value)) {
    const pairs = members(value).map(([key, item]) => [encode(key), text(item)] as const);
    if (!pairs.length) return undefined;
    parts = explode ? pairs.map(([key, item]) => named(key, item)) : [own(pairs.flat().join(listed))];
  } else {
    parts = [own(text(value))];
  }
  return first + parts.join(exploded);
}

// OpenAPI defines one level, of an object. Deeper ones go on with brackets and lists repeat their name, as most servers
// read them. A list that is the whole value has brackets too, or nothing would tell it from a text, and items that have
// members have a number, or nothing would tell whose they are.
function deep(value: unknown, name: string, writing: Writing, list = ""): string | undefined {
  if (isAbsent(value)) return undefined;
  const parts = Array.isArray(value)
    ? value.map((item, index) =>
        deep(item, name + (isMap(item) || Array.isArray(item) ? `[${index}]` : list), writing),
      )
    : isMap(value)
      ? members(value).map(([key, item]) => deep(item, `${name}[${key}]`, writing))
      : [`${writing.encode(name)}=${writing.encode(textOf(value, `The parameter ${name}`))}`];
  return parts.filter((part) => part !== undefined).join("&") || undefined;
}

function members(value: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, item]) => !isAbsent(item));
}
