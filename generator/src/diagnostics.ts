/** One problem found in the input: what, where and what to do. Codes are stable: scripts may match on them. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  /** What the reader can do about it. */
  readonly hint: string;
  /** Path of the file as the user would type it, relative to the working directory. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** JSON pointer (RFC 6901) inside the file, `""` for the whole document. */
  readonly pointer?: string;
}

export type Severity = "error" | "warning";

/**
 * Every code, with its severity and the idea behind it. The reference page `generator/DIAGNOSTICS.md` lists the same
 * codes and a test holds the two together.
 */
export const codes = {
  CW1001: { severity: "error", title: "file cannot be read" },
  CW1002: { severity: "error", title: "syntax error" },
  CW1003: { severity: "error", title: "duplicate key" },
  CW1004: { severity: "error", title: "YAML alias that is circular or expands without bound" },
  CW1005: { severity: "error", title: "too deep or too large" },
  CW1010: { severity: "error", title: "remote reference" },
  CW1011: { severity: "error", title: "dangling reference" },
  CW1012: { severity: "error", title: "reference that only leads back to itself" },
  CW1013: { severity: "error", title: "reference that cannot be read" },
  CW1020: { severity: "error", title: "not an OpenAPI document of a supported version" },
  CW1030: { severity: "error", title: "wrong type" },
  CW1031: { severity: "warning", title: "unknown field" },
  CW1032: { severity: "error", title: "missing field" },
  CW1033: { severity: "warning", title: "empty field" },
  CW1034: { severity: "warning", title: "value that is left out" },
  CW1035: { severity: "warning", title: "path that the specification does not allow" },
  CW2001: { severity: "warning", title: "missing operationId" },
  CW2002: { severity: "error", title: "duplicate operationId" },
  CW2003: { severity: "error", title: "two things with one name in TypeScript" },
  CW2005: { severity: "error", title: "parameters that do not fit their path or each other" },
  CW2010: { severity: "error", title: "construct that cannot be expressed" },
  CW2011: { severity: "warning", title: "keyword that types cannot express" },
  CW2012: { severity: "warning", title: "several media types, of which one is used" },
  CW2013: { severity: "warning", title: "webhook that no package has" },
  CW2014: { severity: "warning", title: "union whose variants cannot be told apart" },
  CW2015: { severity: "warning", title: "credential that the client does not send" },
  CW2016: { severity: "warning", title: "name that another has already" },
  CW2017: { severity: "warning", title: "parameter that may hold what has no text" },
  CW2020: { severity: "error", title: "wrong x-clientwright extension" },
  CW3001: { severity: "error", title: "configuration cannot be read" },
  CW3002: { severity: "error", title: "configuration that cannot be used" },
  CW3003: { severity: "error", title: "nothing to compare with" },
  CW4001: { severity: "error", title: "file that generate never wrote stands in the way" },
} as const;

export type Code = keyof typeof codes;

/** Collects the problems of one run, in the order of file and position, each once. */
export class Diagnostics {
  readonly #found = new Map<string, Diagnostic>();
  readonly #errorsOnly: boolean;

  /** @param options - `errorsOnly`: warnings would be told to nobody, so that none need be looked for. */
  constructor({ errorsOnly = false }: { readonly errorsOnly?: boolean } = {}) {
    this.#errorsOnly = errorsOnly;
  }

  /** Whether a problem of this code is collected. Finding its line in a large document takes time. */
  wants(code: Code): boolean {
    return !this.#errorsOnly || codes[code].severity === "error";
  }

  add(diagnostic: Omit<Diagnostic, "severity">): void {
    if (!this.wants(diagnostic.code)) return;
    const { code, file, line, column, pointer, message } = diagnostic;
    const key = JSON.stringify([code, file, line, column, pointer, message]);
    if (!this.#found.has(key)) {
      this.#found.set(key, { severity: codes[diagnostic.code].severity, ...diagnostic });
    }
  }

  get hasErrors(): boolean {
    return this.all.some((diagnostic) => diagnostic.severity === "error");
  }

  get all(): readonly Diagnostic[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        compare(a.file ?? "", b.file ?? "") ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        compare(a.code, b.code),
    );
  }
}

/** Code-unit order: the same on every machine and in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
