/** 1-based line and column, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A problem of the text itself, before anything is known of its meaning. */
export interface TextProblem {
  readonly code: "CW1002" | "CW1003" | "CW1004" | "CW1005";
  readonly message: string;
  readonly hint: string;
  readonly position: Position;
}

/** What a parser makes of a text. Positions are computed only when somebody asks: most runs never do. */
export interface Parsed {
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  locate(path: readonly string[]): Position;
}

export const start: Position = { line: 1, column: 1 };

/** No stack is deep enough for such a text, and no position in it helps to find the place. */
export const nestedTooDeeply: TextProblem = {
  code: "CW1005",
  message: "the document is nested too deeply to be read",
  hint: "flatten it; a description of an API has no use for thousands of levels",
  position: start,
};

/** Turns an offset into a position. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}
