import { styleText } from "node:util";

type Format = Parameters<typeof styleText>[0];

/** A stream that may be a terminal. */
export interface Output {
  readonly isTTY?: boolean;
}

/** Colours only on a terminal, and not where the user asked for none (no-color.org). */
export function style(output: Output): (format: Format, text: string) => string {
  const colours =
    output.isTTY === true && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb";
  return (format, text) => (colours ? styleText(format, text, { validateStream: false }) : text);
}

/** Control characters of a document must not command the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/gu, "\ufffd");
}
