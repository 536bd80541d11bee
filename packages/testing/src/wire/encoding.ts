// RFC 3986, sections 3.3 and 3.4. `+` is not among them: some servers read it as a space. Nor are brackets.
const queryCharacters = /^(?:[\w\-.~!$'()*,;:@/?&=]|%[\dA-F]{2})*$/;
const pathCharacters = /^(?:[\w\-.~!$&'()*+,;=:@/]|%[\dA-F]{2})*$/;
const unreserved = /^[\w\-.~]$/;

/** What is wrong with how a query is encoded; `undefined` when nothing is. */
export function queryEncodingProblem(query: string): string | undefined {
  return problemOf(query, queryCharacters);
}

/** What is wrong with how a path is encoded; `undefined` when nothing is. */
export function pathEncodingProblem(path: string): string | undefined {
  return problemOf(path, pathCharacters);
}

function problemOf(text: string, allowed: RegExp): string | undefined {
  if (!allowed.test(text)) {
    const bad = [...text.replaceAll(/%[\dA-F]{2}/g, "")].find((one) => !allowed.test(one)) ?? "%";
    return `${JSON.stringify(bad)} must be percent-encoded, with capital hexadecimal digits`;
  }
  let whole: string;
  try {
    whole = decodeURIComponent(text);
  } catch {
    return "the percent-encoded bytes are not UTF-8";
  }
  if (whole.includes("\u0000")) return "it holds a null character";
  const needless = [...text.matchAll(/%[\dA-F]{2}/g)].find(([triplet]) =>
    unreserved.test(decodeSafely(triplet)),
  );
  return needless ? `${needless[0]} stands for a character that is never encoded` : undefined;
}

function decodeSafely(triplet: string): string {
  return String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
}
