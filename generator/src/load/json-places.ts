/** Where the members of one object or the elements of one array stand: offsets of keys (or elements), and of values. */
type Members = ReadonlyMap<string, { readonly start: number; readonly value: number }>;

/**
 * Finds places in a text that is known to be valid JSON. Only what lies on the way to a place is looked into, and what
 * was looked into once is remembered: a document of many megabytes costs little when a few places are asked for.
 */
export class JsonPlaces {
  readonly #text: string;
  readonly #ends: ReadonlyMap<number, number>;
  readonly #known = new Map<number, Members>();

  /** @param ends - Offsets behind values whose end is known already, by their own. */
  constructor(text: string, ends: ReadonlyMap<number, number> = new Map()) {
    this.#text = text;
    this.#ends = ends;
  }

  /** The offset of a member's key, of an array's element, or of the deepest part of the path that exists. */
  offsetOf(path: readonly string[]): number {
    let value = skipSpace(this.#text, 0);
    let found = value;
    for (const segment of path) {
      const member = this.#members(value).get(segment);
      if (member === undefined) break;
      found = member.start;
      value = member.value;
    }
    return found;
  }

  #members(offset: number): Members {
    const before = this.#known.get(offset);
    if (before !== undefined) return before;
    const members = membersAt(this.#text, offset, this.#ends);
    this.#known.set(offset, members);
    return members;
  }
}

export const quote = 34;
const comma = 44;
const backslash = 92;

function membersAt(text: string, offset: number, ends: ReadonlyMap<number, number>): Members {
  const found = new Map<string, { start: number; value: number }>();
  const isObject = text[offset] === "{";
  if (!isObject && text[offset] !== "[") return found;
  let at = skipSpace(text, offset + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]"; index++) {
    const start = at;
    let key = String(index);
    if (isObject) {
      const end = endOfString(text, at);
      key = String(JSON.parse(text.slice(at, end)));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    // Of a key that stands twice the last counts, as it does for the parser.
    found.set(key, { start, value: at });
    at = skipSpace(text, ends.get(at) ?? endOfValue(text, at));
    if (text.charCodeAt(at) === comma) at = skipSpace(text, at + 1);
  }
  return found;
}

/** The offset behind a value. */
function endOfValue(text: string, offset: number): number {
  if (text.charCodeAt(offset) === quote) return endOfString(text, offset);
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfString(text, at) - 1;
    else if (isOpening(character)) depth++;
    else if (isClosing(character) || character === comma) {
      if (character !== comma) depth--;
      if (depth < 0 || (depth === 0 && character === comma)) return at;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

/** The offset behind a string that begins at an offset. */
export function endOfString(text: string, offset: number): number {
  let end = text.indexOf('"', offset + 1);
  for (;;) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function isSpace(character: number): boolean {
  return character === 32 || character === 10 || character === 13 || character === 9;
}

/** `{` and `[`. */
export function isOpening(character: number): boolean {
  return character === 123 || character === 91;
}

/** `}` and `]`. */
export function isClosing(character: number): boolean {
  return character === 125 || character === 93;
}
