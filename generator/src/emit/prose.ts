import { markdown } from "./doors.ts";

const emptyLine = /\r?\n[^\S\n]*\r?\n/;

/** A whole text, paragraph by paragraph: lists and the like are flat, but none runs into the next. */
export function wholeText(text: string): string {
  return text
    .split(emptyLine)
    .map(markdown)
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** {@link paragraphs} as Markdown, in which nothing of the document's comes to life. */
export function prose(text: string): string {
  return paragraphs(text).map(markdown).join("\n\n");
}

/**
 * What stands at the beginning of a description, in words: up to its first heading, list, table, code or HTML.
 * Documents describe themselves in whole pages of Markdown, of which the door would leave a row of signs.
 */
export function paragraphs(text: string): readonly string[] {
  const all = text.split(emptyLine);
  const end = all.findIndex(isBlock);
  return all.slice(0, end < 0 ? undefined : end).flatMap((paragraph) => plain(paragraph).trim() || []);
}

function isBlock(paragraph: string): boolean {
  return /^\s*([#>|<]|[-*+]\s|\d+[.)]\s|```|~~~)|^\s*([-=*_]){3,}\s*$/m.test(paragraph);
}

/** A link and an emphasis as their words. The brackets end at the next one, so that no text takes long. */
function plain(text: string): string {
  return text.replaceAll(/!?\[([^\][]*)\]\([^()\s]*\)/g, "$1").replaceAll(/(\*\*|__)(?=\S)([^*_]+)\1/g, "$2");
}
