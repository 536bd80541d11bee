import {
  type Node,
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  visit,
  type ParseError,
} from "jsonc-parser";
import { Lines, nestedTooDeeply, type Parsed, type Position, start, type TextProblem } from "./text.ts";

/** Parses strict JSON (RFC 8259); a key that stands twice in one object is a problem, since the first would be lost. */
export function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    const problems = duplicateKeys(text);
    const lines = new Lines(text);
    let tree: Node | undefined;
    return { value, problems, locate: (path) => locateIn(lines, (tree ??= parseTree(text)), path) };
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

/** The position of a member's key, of an array's element, or of the deepest part of the path that exists. */
function locateIn(lines: Lines, tree: Node | undefined, path: readonly string[]): Position {
  for (let length = path.length; tree !== undefined && length > 0; length--) {
    const node = findNodeAtLocation(tree, toJsonPath(tree, path.slice(0, length)));
    if (node !== undefined) {
      const member = node.parent?.type === "property" ? node.parent : node;
      return lines.at(member.offset);
    }
  }
  return lines.at(tree?.offset ?? 0);
}

/** Array positions are numbers to jsonc-parser, keys strings; a pointer does not tell them apart. */
function toJsonPath(tree: Node, path: readonly string[]): (string | number)[] {
  const result: (string | number)[] = [];
  let node: Node | undefined = tree;
  for (const segment of path) {
    const key: string | number = node?.type === "array" ? Number(segment) : segment;
    result.push(key);
    node = node === undefined ? undefined : findNodeAtLocation(node, [key]);
  }
  return result;
}
