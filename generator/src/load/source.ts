import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import { hash } from "../hash.ts";
import { parseJson } from "./json.ts";
import { segments } from "./pointer.ts";
import { type Parsed, type Position, start, type TextProblem } from "./text.ts";
import { parseYaml } from "./yaml.ts";

/** One file of a document: its text as data, and where each piece of it stands. */
export interface Source {
  /** Absolute path. */
  readonly path: string;
  /** The path as the user would type it: relative to the working directory, with `/`. */
  readonly name: string;
  readonly text: string;
  /** Of the bytes that were read: the file may be another by the time that somebody asks what it was made of. */
  readonly hash: string;
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  locate(pointer: string): Position;
}

/**
 * Reads one JSON or YAML file.
 *
 * @throws the file system's error when the file cannot be read.
 */
export function readSource(path: string, cwd: string): Source {
  const { size } = statSync(path);
  const most = path.endsWith(".json") ? maxJson : maxYaml;
  const bytes = size > most ? Buffer.alloc(0) : readFileSync(path);
  const text = decode(bytes);
  const parsed = size > most ? tooLarge(size, most) : parse(path, text);
  return {
    path,
    name: relative(cwd, path).replaceAll("\\", "/") || path,
    text,
    hash: hash(bytes),
    value: parsed.value,
    problems: parsed.problems,
    locate: (pointer) => parsed.locate(segments(pointer) ?? []),
  };
}

const mebibyte = 2 ** 20;

/** Several times the largest descriptions of an API that are known of. A parser of YAML takes fifty times the text. */
const maxJson = 256 * mebibyte;
const maxYaml = 64 * mebibyte;

function tooLarge(size: number, most: number): Parsed {
  const problem: TextProblem = {
    code: "CW1005",
    message: `the file is too large to be read: ${Math.ceil(size / mebibyte)} MiB, and ${most / mebibyte} are the most`,
    hint: "divide it into several documents",
    position: start,
  };
  return { value: undefined, problems: [problem], locate: () => start };
}

/** UTF-8 with or without a byte order mark; bytes that are not UTF-8 become U+FFFD and fail in the parser or the model. */
function decode(bytes: Buffer): string {
  return new TextDecoder("utf-8").decode(bytes);
}

/** JSON is also YAML, but its own parser is a hundred times faster, which counts for documents of many megabytes. */
function parse(path: string, text: string): Parsed {
  if (path.endsWith(".json")) return parseJson(text);
  if (/^\s*\{\s*"/.test(text.slice(0, 200))) {
    const parsed = parseJson(text);
    // What begins like JSON may be YAML in flow style, with its comments and commas.
    if (parsed.problems.length === 0) return parsed;
  }
  return parseYaml(text);
}
