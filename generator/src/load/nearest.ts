import { closest, distance } from "fastest-levenshtein";

/** What a misspelt word was most likely meant to be: two typing mistakes away at the most, one in a short word, or letters that changed places. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const found = closest(word, words);
  const [is, meant] = [word.toLowerCase(), found.toLowerCase()];
  const isNear = distance(is, meant) <= (is.length <= 4 ? 1 : 2) || letters(is) === letters(meant);
  return isNear ? found : undefined;
}

function letters(word: string): string {
  return [...word].toSorted().join("");
}
