/**
 * Entry point `@clientwright/runtime/lossless-json`: a `parseJson` that keeps every integer exact.
 *
 * JSON.parse reads all numbers as doubles, which hold integers exactly up to 2^53 - 1 only: nanoseconds since 1970 and
 * 64-bit ids lie beyond it. JSON.parse's own way to see the text of a number is too new for Node 20, so the text is looked
 * through before it is parsed.
 */

/**
 * Parses JSON like JSON.parse, but gives a bigint for each integer beyond ±(2^53 - 1). Smaller integers, and numbers
 * with a fraction or an exponent, stay numbers.
 *
 * @throws SyntaxError for what is not JSON (RFC 8259).
 */
export function parseLosslessJson(text: string): unknown {
  const found = findLongIntegers(text);
  if (found.length === 0) return JSON.parse(text);
  const mark = unusedMark(text);
  let marked = "";
  let end = 0;
  for (const { from, to } of found) {
    marked += `${text.slice(end, from)}"${mark}${text.slice(from, to)}"`;
    end = to;
  }
  return JSON.parse(marked + text.slice(end), (_key, value: unknown) =>
    typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

interface Span {
  readonly from: number;
  readonly to: number;
}

const INTEGER = /-?[1-9]\d{15,}(?![\d.eE])(?!\s*:)/y;

/** Where the integers stand that a double cannot hold; strings are stepped over. */
function findLongIntegers(text: string): Span[] {
  const found: Span[] = [];
  const next = /"|-?\d{16,}/g;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const from = match.index;
    if (match[0] === '"') {
      next.lastIndex = endOfString(text, from + 1);
      continue;
    }
    INTEGER.lastIndex = from;
    // What follows a digit or a point is the rest of a number, and what is no number in JSON is left for JSON.parse.
    const whole = /[\d.eE+-]/.test(text.charAt(from - 1)) ? null : INTEGER.exec(text);
    if (whole && !Number.isSafeInteger(Number(whole[0]))) found.push({ from, to: from + whole[0].length });
  }
  return found;
}

/** The place behind the quote that ends a string: the first with an even number of backslashes before it. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slash = quote;
    while (slash > from && text[slash - 1] === "\\") slash -= 1;
    if ((quote - slash) % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** A start of a string that no string of the text has. It is random because escapes could spell a fixed one. */
function unusedMark(text: string): string {
  const mark = `integer-${Math.random()}-${Math.random()}:`;
  return text.includes(mark) ? unusedMark(text) : mark;
}
