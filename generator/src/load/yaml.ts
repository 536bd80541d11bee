import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from "yaml";
import { nestedTooDeeply, type Parsed, type Position, start, type TextProblem } from "./text.ts";

/** How often one block may be repeated, repeats within repeats multiplied: enough for shared blocks, too little for a bomb. */
const maxAliasCount = 10_000;

/** Parses YAML 1.2 (core schema, merge keys allowed). */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter();
  let document: Document;
  try {
    document = parseDocument(text, {
      lineCounter: lines,
      merge: true,
      prettyErrors: false,
      stringKeys: true,
    });
  } catch (error) {
    return broken(error instanceof RangeError ? nestedTooDeeply : unreadable(error));
  }
  // The parser catches its own stack overflow and takes it for a mistake in the text.
  if (document.errors.some((error) => /call stack|stack overflow/i.test(error.message))) {
    return broken(nestedTooDeeply);
  }
  // One slip makes the parser stumble more than once: only its first complaint is about the text as it was meant.
  const broke = document.errors.find((error) => error.code !== "DUPLICATE_KEY");
  const told = document.errors.filter((error) => error.code === "DUPLICATE_KEY" || error === broke);
  const problems = told.map((error): TextProblem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return error.code === "DUPLICATE_KEY"
      ? {
          code: "CW1003",
          message: "a key stands twice in one mapping",
          hint: "keep one of the two; a parser would silently drop the other",
          position: { line, column: col },
        }
      : {
          code: "CW1002",
          message: `not valid YAML: ${error.message}`,
          hint: "check the indentation and the quotes on this line and the one above",
          position: { line, column: col },
        };
  });
  if (problems.length > 0) return broken(...problems);
  const locate = (path: readonly string[]): Position => locateIn(document, lines, path);
  try {
    const alias = wrongAlias(document, lines);
    if (alias !== undefined) return broken(alias);
    return { value: document.toJS({ maxAliasCount }), problems: [], locate };
  } catch (error) {
    return broken(error instanceof RangeError ? nestedTooDeeply : expanding(error));
  }
}

function broken(...problems: readonly TextProblem[]): Parsed {
  return { value: undefined, problems, locate: () => start };
}

function unreadable(error: unknown): TextProblem {
  return {
    code: "CW1002",
    message: `not valid YAML: ${error instanceof Error ? error.message : String(error)}`,
    hint: "mend the YAML",
    position: start,
  };
}

function expanding(error: unknown): TextProblem {
  return {
    code: "CW1004",
    message: error instanceof Error ? error.message : String(error),
    hint: "write the block out, or put it under components and use $ref",
    position: start,
  };
}

/** An alias of no anchor, or inside the very node it stands for, which would make data without end. */
function wrongAlias(document: Document, lines: LineCounter): TextProblem | undefined {
  let problem: TextProblem | undefined;
  visit(document, {
    Alias(_key, alias, ancestors) {
      const target = alias.resolve(document);
      if (target !== undefined && !ancestors.includes(target)) return undefined;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      const position = { line, column: col };
      problem =
        target === undefined
          ? {
              code: "CW1002",
              message: `not valid YAML: no anchor before the alias *${alias.source} is called so`,
              hint: `put &${alias.source} before what it shall repeat, or correct the name`,
              position,
            }
          : {
              code: "CW1004",
              message: `the alias *${alias.source} stands inside the node that it repeats`,
              hint: "use $ref to a named schema for recursive data",
              position,
            };
      return visit.BREAK;
    },
  });
  return problem;
}

/** The position of a mapping's key, of a sequence's item, or of the deepest part of the path that exists. */
function locateIn(document: Document, lines: LineCounter, path: readonly string[]): Position {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const segment of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === segment);
      if (!isPair(pair)) break;
      offset = isNode(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(segment)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else {
      break;
    }
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
