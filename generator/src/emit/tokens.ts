/**
 * Short names that stand for texts while a library works on what is around them: it cannot misread a text that it does
 * not see, and no text can imitate a token, because every text is one.
 */
export class Tokens {
  readonly #texts: string[] = [];

  /** The token of a text. */
  of(text: string): string {
    return `T${this.#texts.push(text) - 1}_`;
  }

  /** Puts the texts back. */
  resolve(tokens: string): string {
    return tokens.replaceAll(/T(\d+)_/g, (_token, index: string) => this.#texts[Number(index)] ?? "");
  }
}
