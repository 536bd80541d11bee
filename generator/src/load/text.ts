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

/** Turns offsets of one text into positions; the lines are counted once, when somebody first asks. */
export class Lines {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  at(offset: number): Position {
    this.#starts ??= lineStarts(this.#text);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
