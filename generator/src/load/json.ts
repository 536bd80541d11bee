import { parseTree, printParseErrorCode, visit, type ParseError } from "jsonc-parser";
import { endOfString, isClosing, isOpening, JsonPlaces, quote } from "./json-places.ts";
import { Lines, nestedTooDeeply, type Parsed, start, type TextProblem } from "./text.ts";

/** No stack of a program that works on the value holds more levels for sure. */
const maxDepth = 1000;
const colon = 58;

/** Parses strict JSON (RFC 8259); a key that stands twice in one object is a problem, since the first would be lost. */
export function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    const lines = new Lines(text);
    const { keys, depth, ends } = measure(text);
    const places = new JsonPlaces(text, ends);
    if (depth > maxDepth) return { value: undefined, problems: [nestedTooDeeply], locate: () => start };
    // Looking for the keys that stand twice takes longer than parsing; counting says whether there are any.
    const problems = keys === keysKept(value) ? [] : duplicateKeys(text);
    return { value, problems, locate: (path) => lines.at(places.offsetOf(path)) };
  } catch (error) {
    return { value: undefined, problems: [problemOf(text, error)], locate: () => start };
  }
}

function problemOf(text: string, error: unknown): TextProblem {
  const errors: ParseError[] = [];
  try {
    // JSON.parse has no limit of depth; the parser that knows positions has the stack's.
    if (error instanceof RangeError) return nestedTooDeeply;
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return nestedTooDeeply;
  }
  const first = errors[0];
  const what = first === undefined ? String(error instanceof Error ? error.message : error) : words(first);
  return {
    code: "CW1002",
    message: `not valid JSON: ${what}`,
    hint: "mend the JSON; comments and trailing commas are not JSON",
    position: new Lines(text).at(first?.offset ?? 0),
  };
}

/** `PropertyNameExpected` -> `property name expected`. */
function words(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replaceAll(/([A-Z])/g, " $1")
    .trim()
    .toLowerCase();
}

interface Measures {
  /** How many members the objects have, which is how many colons stand outside of strings. */
  readonly keys: number;
  readonly depth: number;
  /** Offsets behind the large objects and arrays, by their own. */
  readonly ends: ReadonlyMap<number, number>;
}

/** Paths and components stand this deep. */
const largeUntil = 4;

/** Looks once through a valid text. */
function measure(text: string): Measures {
  let keys = 0;
  let level = 0;
  let depth = 0;
  const starts: number[] = [];
  const ends = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === quote) at = endOfString(text, at) - 1;
    else if (character === colon) keys++;
    else if (isOpening(character)) {
      depth = Math.max(depth, ++level);
      if (level <= largeUntil) starts[level] = at;
    } else if (isClosing(character)) {
      const begun = level <= largeUntil ? starts[level] : undefined;
      if (begun !== undefined) ends.set(begun, at + 1);
      level--;
    }
  }
  return { keys, depth, ends };
}

/** How many members the objects of a value have. */
function keysKept(value: unknown): number {
  let count = 0;
  const stack = [value];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top !== "object" || top === null) continue;
    if (Array.isArray(top)) {
      for (const item of top as unknown[]) if (typeof item === "object") stack.push(item);
      continue;
    }
    for (const key in top) {
      count++;
      const member = (top as Readonly<Record<string, unknown>>)[key];
      if (typeof member === "object") stack.push(member);
    }
  }
  return count;
}

function duplicateKeys(text: string): readonly TextProblem[] {
  const problems: TextProblem[] = [];
  const open: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key, _offset, _length, line, character) => {
      const keys = open.at(-1);
      if (keys?.has(key)) {
        problems.push({
          code: "CW1003",
          message: `the key ${JSON.stringify(key)} stands twice in one object`,
          hint: "keep one of the two; a parser would silently drop the first",
          position: { line: line + 1, column: character + 1 },
        });
      }
      keys?.add(key);
    },
  });
  return problems;
}
