/**
 * Code in which an editor and a terminal show every character: the printers of the bundler write out what the sources have
 * as escapes. Comments of generated sources hold none, so only texts change, and mean the same.
 */
export function escapeHidden(code: string): string {
  return code.replaceAll(/(?![\n\t])\p{Cc}|\p{Bidi_Control}/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
