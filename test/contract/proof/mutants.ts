// Small mistakes, each made in the built files of the installed package or of its runtime. The suite must notice each one.

/** One mistake. */
export interface Mutant {
  /** What the client does wrong. */
  readonly mistake: string;
  readonly where: "package" | "runtime";
  readonly from: RegExp;
  readonly to: string | ((whole: string, ...groups: string[]) => string);
  /** The file of the suite that has to notice it. */
  readonly suite: string;
}

/** What every package and the runtime under it can get wrong. */
export const mutants: readonly Mutant[] = [
  {
    mistake: "another path",
    where: "package",
    from: /path: "([^"]+)"/,
    to: 'path: "$1s"',
    suite: "commands",
  },
  {
    mistake: "another case in a path",
    where: "package",
    from: /path: "\/api\/([a-z])/,
    to: (_, letter) => `path: "/api/${letter.toUpperCase()}`,
    suite: "commands",
  },
  {
    mistake: "another method",
    where: "package",
    from: /method: "POST"/,
    to: 'method: "PUT"',
    suite: "commands",
  },
  {
    mistake: "another host",
    where: "package",
    from: /url: "https:\/\/api\./,
    to: 'url: "https://app.',
    suite: "commands",
  },
  {
    mistake: "another name of a key's header",
    where: "package",
    from: /headerKey\(\{\s+name: "([^"]+)"/,
    to: 'headerKey({ name: "$1S"',
    suite: "commands",
  },
  {
    mistake: "another environment variable",
    where: "package",
    from: /env: "(\w+_KEY)"/,
    to: 'env: "$1S"',
    suite: "commands",
  },
  {
    mistake: "one key where two are needed",
    where: "package",
    from: /\[\["(\w+)", "\w+"\]/,
    to: '[["$1"]',
    suite: "commands",
  },
  {
    mistake: "no error for a status of failure",
    where: "runtime",
    from: /decoderFor\(operation\.answers, response\);/,
    to: "decoderFor(operation.answers, { ok: true, status: response.status });",
    suite: "examples",
  },
  {
    mistake: "the body of an error is lost",
    where: "runtime",
    from: /body = parseJson\(bodyText\);/,
    to: "",
    suite: "examples",
  },
  {
    mistake: "a rate limit is an error like others",
    where: "runtime",
    from: /status === 429 \? RateLimitError/,
    to: "status === 430 ? RateLimitError",
    suite: "examples",
  },
  {
    mistake: "no media type on a body",
    where: "runtime",
    from: /"content-type": encoded\?\.type,/,
    to: "",
    suite: "commands",
  },
  {
    mistake: "asks for another media type",
    where: "runtime",
    from: /operation\.accept \?\? "application\/json"/,
    to: 'operation.accept ?? "text/html"',
    suite: "commands",
  },
  {
    mistake: "an error repeats the keys",
    where: "runtime",
    from: /function masked\(text, facts\) \{/,
    to: "function masked(text, facts) { return text;",
    suite: "secrets",
  },
  {
    mistake: "one retry too few",
    where: "runtime",
    from: /tries <= retry\.limit/,
    to: "tries < retry.limit",
    suite: "retries",
  },
  {
    mistake: "seconds are taken for milliseconds",
    where: "runtime",
    from: /Math\.ceil\(seconds \* 1e3\)/,
    to: "Math.ceil(seconds)",
    suite: "retries",
  },
  {
    mistake: "a cut body counts as an answer",
    where: "runtime",
    from: /throw fail\(`\$\{subject\} not valid JSON`[^;]+;/,
    to: "return undefined;",
    suite: "faults",
  },
];

/** What only some packages do: sending, reading page by page, parameters. */
export const further: readonly (Mutant & { readonly needs: RegExp })[] = [
  {
    needs: /answers: \{ 202: none \}/,
    mistake: "a key that is not asked for",
    where: "package",
    from: /security: \[\["(\w+)"\]\]/,
    to: 'security: [["$1", "appKeyAuth"]]',
    suite: "commands",
  },
  {
    needs: /answers: \{ 202: none \}/,
    mistake: "a success without content is read",
    where: "package",
    from: /answers: \{ 202: none \}/,
    to: "answers: { 202: jsonAnswer }",
    suite: "faults",
  },
  {
    needs: /name: "page\[limit\]"/,
    mistake: "another case of a query name",
    where: "package",
    from: /name: "page\[limit\]"/,
    to: 'name: "page[Limit]"',
    suite: "samples",
  },
  {
    needs: /in: "query"/,
    mistake: "a query that is not encoded",
    where: "runtime",
    from: /return encodeURIComponent\(text\)\.replace\([^;]+;/,
    to: "return text;",
    suite: "samples",
  },
  {
    needs: /defineBodyBatch\(/,
    mistake: "milliseconds are dropped",
    where: "runtime",
    from: /const text = JSON\.stringify\(value\);/,
    to: String.raw`const text = JSON.stringify(value, (_, one) => typeof one === "string" ? one.replace(/\.\d{3}Z$/, "Z") : one);`,
    suite: "dates",
  },
  {
    needs: /defineBodyBatch\(/,
    mistake: "null is not sent",
    where: "runtime",
    from: /const text = JSON\.stringify\(value\);/,
    to: "const text = JSON.stringify(value, (_, one) => one === null ? void 0 : one);",
    suite: "samples",
  },
  {
    needs: /defineBodyBatch\(/,
    mistake: "a batch of one too many",
    where: "package",
    from: /maxItems: (1e3|1000)/,
    to: "maxItems: 1001",
    suite: "batches",
  },
  {
    needs: /defineBodyBatch\(/,
    mistake: "what failed counts as sent",
    where: "runtime",
    from: /count\[outcome\.ok \? "sent" : "failed"\]/,
    to: 'count["sent"]',
    suite: "batches",
  },
  {
    needs: /cursorPages\(/,
    mistake: "the input is changed",
    where: "runtime",
    from: /return \{\s+\.\.\.Object\(root\),\s+(\[key\]: withValueAt\([^}]+?)\s+\};/,
    to: "return Object.assign(Object(root), { $1 });",
    suite: "pages",
  },
  {
    needs: /cursorPages\(/,
    mistake: "goes on after the empty page",
    where: "package",
    from: /end: "empty-page"/,
    to: 'end: "no-cursor"',
    suite: "pages",
  },
  {
    needs: /cursorPages\(/,
    mistake: "a short page is taken for the end",
    where: "package",
    from: /end: "empty-page"/,
    to: 'end: "short-page", size: 3',
    suite: "pages",
  },
  {
    needs: /cursorPages\(/,
    mistake: "a cursor that comes again is followed",
    where: "runtime",
    from: /known\.has\(cursor\) && isIn\(before, cursor\)/,
    to: "false",
    suite: "pages",
  },
];
