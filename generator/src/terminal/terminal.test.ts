import { afterEach, describe, expect, it, vi } from "vitest";
import type { Diagnostic } from "../diagnostics.ts";
import type { GenerateReport } from "../generate.ts";
import { renderDiagnostics } from "./diagnostics.ts";
import { renderDiff } from "./diff.ts";
import { progress } from "./progress.ts";
import { printable, style } from "./style.ts";
import { renderSummary } from "./summary.ts";

const terminal = { isTTY: true };
const pipe = { isTTY: false };

afterEach(() => {
  vi.unstubAllEnvs();
});

function report(files: GenerateReport["packages"][number]["files"], recovered = 0): GenerateReport {
  return {
    ok: true,
    diagnostics: [],
    packages: [{ name: "@acme/one", folder: "/p/one", files }],
    timings: { write: 1.6 },
    recovered,
    inputs: [],
  };
}

describe("colours", () => {
  it.each([
    [terminal, {}, true],
    [pipe, {}, false],
    [{}, {}, false],
    [terminal, { NO_COLOR: "1" }, false],
    [terminal, { NO_COLOR: "" }, true],
    [terminal, { TERM: "dumb" }, false],
  ])("on %j with %j: %s", (output, environment, coloured) => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("TERM", "xterm");
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    expect(style(output)("red", "x")).toBe(coloured ? "\u001b[31mx\u001b[39m" : "x");
  });
});

describe("printable", () => {
  it.each([
    ["plain\ttext\nwith lines é 🚀", "plain\ttext\nwith lines é 🚀"],
    ["\u001b[31mred\u0007", "\ufffd[31mred\ufffd"],
    ["\r\u0000\u009b", "\ufffd\ufffd\ufffd"],
    ["\u202eabc\u2066", "\ufffdabc\ufffd"],
  ])("turns %j into %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });
});

describe("progress", () => {
  it("writes over one line of a terminal, and nothing elsewhere", () => {
    const written: string[] = [];
    const stream = (isTTY: boolean): Parameters<typeof progress>[0] => ({
      isTTY,
      write: (text: string | Uint8Array) => written.push(String(text)) > 0,
    });
    for (const line of [progress(stream(false), true), progress(stream(true), false)]) {
      line.step("load");
      line.done();
    }
    expect(written).toEqual([]);
    const line = progress(stream(true), true);
    line.step("load");
    line.done();
    expect(written).toEqual(["\r\u001b[2Kload …", "\r\u001b[2K"]);
  });
});

describe("diagnostics", () => {
  it("are nothing when there are none", () => {
    expect(renderDiagnostics([], pipe)).toBe("");
  });

  it("show ten warnings of a kind and count the rest; errors are all shown", () => {
    const many = (code: "CW1031" | "CW1020", severity: "warning" | "error"): Diagnostic[] =>
      Array.from({ length: 12 }, (_, at) => ({ code, severity, message: `m${at}`, hint: "h" }));
    const text = renderDiagnostics([...many("CW1031", "warning"), ...many("CW1020", "error")], pipe);
    const blocks = text.split("\n\n");
    expect(blocks.filter((block) => /^warning CW1031 m\d+$/m.test(block))).toHaveLength(10);
    expect(blocks.filter((block) => /^error CW1020 m\d+$/m.test(block))).toHaveLength(12);
    expect(blocks.slice(-2)).toEqual([
      "warning CW1031 2 more of this kind\n  help: --json lists all",
      "12 errors, 12 warnings; nothing was written\n",
    ]);
  });

  it("tell what is the same of several places once", () => {
    const warning = {
      code: "CW2012",
      severity: "warning",
      message: "m",
      hint: "h",
      file: "a.yaml",
      column: 3,
    } as const;
    const many = (count: number): string =>
      renderDiagnostics(
        Array.from({ length: count }, (_, at) => ({ ...warning, line: at + 1, pointer: `/${at}` })),
        pipe,
      );
    expect(many(3)).toBe(
      "a.yaml:1:3 warning CW2012 m\n  at /0\n  also a.yaml:2:3, a.yaml:3:3\n  help: h\n\n0 errors, 3 warnings\n",
    );
    expect(many(40)).toContain(", a.yaml:9:3 and 31 more places (--json lists all)\n");
    const errors = [1, 2].map((line) => ({ ...warning, severity: "error" as const, line }));
    expect(renderDiagnostics(errors, pipe)).not.toContain("also");
  });

  it("have only the parts that are known", () => {
    const text = renderDiagnostics(
      [
        { code: "CW3001", severity: "error", message: "m", hint: "h" },
        { code: "CW3002", severity: "error", message: "m", hint: "h", file: "c.ts" },
        {
          code: "CW1031",
          severity: "warning",
          message: "m",
          hint: "h",
          file: "a.yaml",
          line: 2,
          column: 3,
          pointer: "/x",
        },
        { code: "CW1020", severity: "error", message: "m", hint: "h", file: "a.yaml", line: 1, pointer: "" },
      ],
      pipe,
    );
    expect(text).toBe(
      [
        "error CW3001 m\n  help: h",
        "c.ts error CW3002 m\n  help: h",
        "a.yaml:2:3 warning CW1031 m\n  at /x\n  help: h",
        "a.yaml:1:1 error CW1020 m\n  help: h",
        "3 errors, 1 warning; nothing was written\n",
      ].join("\n\n"),
    );
  });
});

describe("the diff", () => {
  it("shows at most 200 lines of a file and says how many more there are", () => {
    const after = Array.from({ length: 500 }, (_, index) => `line ${index}\n`).join("");
    const text = renderDiff(report([{ action: "created", path: "/p/one/a.ts", after }]), pipe);
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(201);
    expect(lines.at(-1)).toMatch(/^… \d+ more lines of .*a\.ts$/);
  });

  it("shows nothing of what is unchanged", () => {
    expect(
      renderDiff(report([{ action: "unchanged", path: "/p/one/a.ts", before: "a", after: "a" }]), pipe),
    ).toBe("");
  });
});

describe("the summary", () => {
  const wrote = { wrote: true, check: false };

  it("counts each action, names what changed, and times", () => {
    const text = renderSummary(
      report([
        { action: "created", path: "/p/one/a.ts" },
        { action: "deleted", path: "/p/one/b.ts" },
        { action: "unchanged", path: "/p/one/c.ts" },
      ]),
      wrote,
      pipe,
    );
    expect(text).toMatch(
      /^@acme\/one: 1 created, 0 changed, 1 deleted, 1 unchanged\n {2}created \S+a\.ts\n {2}deleted \S+b\.ts\nwrite 2 ms\n$/,
    );
  });

  it("tells of files that were put back", () => {
    expect(renderSummary(report([], 3), wrote, pipe)).toContain("3 files were put back first");
  });

  it("says that nothing was written when nothing was", () => {
    expect(renderSummary(report([]), { wrote: false, check: false }, pipe)).toContain("Nothing was written.");
  });
});
