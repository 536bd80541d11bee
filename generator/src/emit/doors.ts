import { isIdentifier } from "../model/naming.ts";

/**
 * The three doors through which text of a document reaches code, and the one through which it reaches Markdown. A
 * document is untrusted: nothing of it may stand in an emitted file in any other way.
 */

/** Door one: a JSON value as an expression, also usable as a literal type. */
export function lit(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(lit).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, member]) => `${objectKey(key)}: ${lit(member)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  return escapeString(JSON.stringify(value) ?? "undefined");
}

/**
 * U+2028, U+2029, all of \p{Cc} but the end of a line, and \p{Bidi_Control}, as their code units: with the flag `u` and these
 * names it takes four times as long, and whole documents go through it.
 */
// oxlint-disable-next-line no-control-regex
const hidden = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** JSON that is also safe inside a script element, and of which an editor and a terminal show every character. */
function escapeString(json: string): string {
  return json
    .replaceAll(hidden, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
    })
    .replaceAll("</", "<\\/");
}

/** A file of JSON: one value a line, with the same care for what an editor would not show. */
export function jsonFile(value: unknown): string {
  return `${escapeString(JSON.stringify(value, null, 2))}\n`;
}

/** A member's name in an object literal, where a plain `__proto__` would set the prototype. */
export function objectKey(key: string): string {
  return key === "__proto__" ? '["__proto__"]' : propertyName(key);
}

/**
 * Door two: a name that is declared or referred to.
 *
 * @throws Error when the text is no identifier; the model has made it one, so this is a fault of ours.
 */
export function ident(name: string): string {
  if (!isIdentifier(name)) throw new Error(`not an identifier: ${JSON.stringify(name)}`);
  return name;
}

/** A member's name in a type or an object: bare where the language allows it, else quoted. */
export function propertyName(name: string): string {
  return /^([A-Za-z_$][\w$]*|0|[1-9]\d{0,8})$/.test(name) ? name : lit(name);
}

/** A JSON value as an expression that people are to read: broken into lines like the rest of the code. */
export function litLines(value: unknown, indent = ""): string {
  const flat = lit(value);
  if (flat.length + indent.length <= 80 || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  const [open, close, members] = Array.isArray(value)
    ? ["[", "]", value.map((item) => litLines(item, inner))]
    : [
        "{",
        "}",
        Object.entries(value).map(([key, member]) => `${objectKey(key)}: ${litLines(member, inner)}`),
      ];
  return `${open}\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}${close}`;
}

/** Door three: text inside a documentation comment. It can end neither the comment nor the sentence it stands in with a tag. */
export function doc(text: string): string {
  return clean(text)
    .replaceAll("{@", "{\\@")
    .replaceAll(/(^|\s)@(?=\w)/g, "$1\\@")
    .split("\n")
    .map((line) => wrap(line.trimEnd()))
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** Door three for code in a fenced block of a comment: only what would end the comment, the fence or a line is changed. */
export function docCode(code: string): string {
  return clean(code)
    .replaceAll("```", "'''")
    .replaceAll(/^(\s*)@/gm, "$1\\@");
}

function clean(text: string): string {
  return visible(text.replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")).replaceAll("*/", "*\\/");
}

/** Text without the characters that command a terminal or change the order in which an editor shows the others. */
export function visible(text: string): string {
  return text.replaceAll(/(?![\n\r\t])\p{Cc}|\p{Bidi_Control}/gu, "");
}

const commentWidth = 100;

/** Breaks a long line of prose between words; lists, tables and indented code stay as they are. */
export function wrap(line: string): string {
  if (line.length <= commentWidth || /^(\s|[-*+|>]|\d+\.)/.test(line)) return line;
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    // A line that began with `-` or `1.` would become a list.
    const breakable = !/^([-*+#>@|]|\d+\.)/.test(word);
    if (current !== "" && breakable && current.length + 1 + word.length > commentWidth) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join("\n");
}

/** Text in Markdown: emphasis and code spans stay, but no HTML, link, image, heading or table edge of the document's comes to life. */
export function markdown(text: string): string {
  return escapeOutsideCode(text, escapeBars);
}

/** The same outside a table, where a code span would show what hides its bars from one. */
export function markdownOfList(text: string): string {
  return escapeOutsideCode(text, (code) => code);
}

function escapeOutsideCode(text: string, ofCode: (code: string) => string): string {
  const line = visible(text).replaceAll(/\s+/g, " ").trim();
  return line
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? ofCode(part) : escapeMarkdown(part)))
    .join("");
}

function escapeBars(code: string): string {
  return code.replaceAll("|", "\\|");
}

function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_<>[\]|!]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll(/^([#+-]|\d+[.)])/g, "\\$1")
    .replaceAll(/(:)(?=\/\/)/g, "\\$1")
    .replaceAll(/\b(www)\./gi, "$1\\.")
    .replaceAll("@", "&#64;");
}

/** A code span that holds a document's text: nothing in it is markup, whatever backticks it has. */
export function codeSpan(text: string): string {
  return escapeBars(codeSpanOfList(text));
}

/** The same outside a table. */
export function codeSpanOfList(text: string): string {
  const line = visible(text).replaceAll(/\s+/g, " ");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
