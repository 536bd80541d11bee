// Texts that break careless code: what must be escaped in a URL, a header or JSON, what is more than one byte or unit.
const characters = [..."aZ09 &=+?#%/\\\"'`<>{}[]()|;:,.@!$*~^-_ü€漢😀\u00A0\u2028\t\n"];

/** Another text of the same number of characters, the same for the same text. */
export function awkward(plain: string): string {
  return [...plain]
    .map((one, index) => characters[((one.codePointAt(0) ?? 0) * 7 + index * 13) % characters.length])
    .join("");
}
