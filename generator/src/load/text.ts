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

/** Turns an offset into a position. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - (before.lastIndexOf("\n") + 1) + 1 };
}
