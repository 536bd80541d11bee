import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codes, compare, Diagnostics, type Diagnostic } from "./diagnostics.ts";
import { run } from "./testing/cli.ts";
import { readTree, temporaryFolder, type Tree } from "./testing/folder.ts";
import { generateIn } from "./testing/project.ts";

const page = readFileSync(join(import.meta.dirname, "../DIAGNOSTICS.md"), "utf8");

/** The files of an example: fenced blocks with a name beside their language. */
function files(text: string): Tree {
  return Object.fromEntries(
    [...text.matchAll(/^```\w+ (\S+)\n([\s\S]*?)^```$/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

const [introduction = "", ...rest] = page.split(/^## /m);
const sections = rest.map((text) => {
  const [, code = "", title = ""] = /^(CW\d{4}): (.*)$/m.exec(text) ?? [];
  const command = /^```sh\nclientwright (.*)\n```$/m.exec(text)?.[1]?.split(" ");
  return { code, title, text, command };
});
const generated = sections.filter(({ command }) => command === undefined);
const commanded = sections.filter(({ command }) => command !== undefined);

describe("DIAGNOSTICS.md", () => {
  it("lists the codes that there are, in their order, with their titles", () => {
    expect(sections.map(({ code, title }) => `${code} ${title}`)).toEqual(
      Object.entries(codes).map(([code, { title }]) => `${code} ${title}`),
    );
  });

  it.each(sections)("$code says how severe it is, shows an example and says what to do", ({ code, text }) => {
    const severity = Object.entries(codes).find(([known]) => known === code)?.[1].severity ?? "";
    expect(text).toMatch(new RegExp(`^\\*\\*${severity}\\.\\*\\* \\w`, "im"));
    expect(text).toMatch(/^What to do: \w/m);
    expect(Object.keys(files(text))).not.toEqual([]);
  });

  it.each(commanded)("the command of $code leads to it", async ({ code, text, command = [] }) => {
    const { stderr } = await run(temporaryFolder(files(text)), command);
    expect(stderr.match(/\bCW\d{4}\b/g)).toEqual([code]);
  });

  it.each(generated)(
    "the example of $code leads to it, and writes nothing if it is an error",
    async ({ code, text }) => {
      const input = { ...files(introduction), ...files(text) };
      const folder = temporaryFolder(input);
      const { ok, diagnostics } = await generateIn(folder);
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
      const unexpected = diagnostics.filter((diagnostic) => diagnostic.code !== code);
      expect(unexpected).toEqual([]);
      const isError = diagnostics.some((diagnostic) => diagnostic.severity === "error");
      expect(ok).toBe(!isError);
      if (isError) expect(readTree(folder)).toEqual(input);
      else expect(Object.keys(readTree(folder))).toContain("packages/things/src/index.ts");
    },
  );

  it.each(generated)("the example of $code is answered with a place and a hint", async ({ code, text }) => {
    const { diagnostics } = await generateIn(temporaryFolder({ ...files(introduction), ...files(text) }), {
      dryRun: true,
    });
    for (const { hint, message, file, line, column, pointer } of diagnostics) {
      expect(hint).toMatch(/\w/);
      expect(message).toMatch(/\w/);
      expect(file).toMatch(/\w/);
      if (!/^CW[12]/.test(code)) continue;
      expect(line).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      // A text that cannot be parsed has places, but no pointers.
      if (!/^CW100[2-4]/.test(code)) expect(pointer).toMatch(/^$|^\//);
    }
  });
});

describe("Diagnostics", () => {
  const problem = (more: Partial<Diagnostic>): Omit<Diagnostic, "severity"> => ({
    code: "CW1011",
    message: "m",
    hint: "h",
    ...more,
  });

  it("keeps each problem once, and two of one place apart", () => {
    const diagnostics = new Diagnostics();
    diagnostics.add(problem({ file: "a", pointer: "/x" }));
    diagnostics.add(problem({ file: "a", pointer: "/x" }));
    diagnostics.add(problem({ file: "a", pointer: "/x", message: "other" }));
    expect(diagnostics.all).toHaveLength(2);
  });

  it("sorts by file, line, column and code", () => {
    const diagnostics = new Diagnostics();
    for (const more of [
      { file: "b", line: 1, column: 1 },
      { file: "a", line: 10, column: 1 },
      { file: "a", line: 9, column: 5 },
      { file: "a", line: 9, column: 4 },
      {},
    ]) {
      diagnostics.add(problem(more));
    }
    expect(diagnostics.all.map(({ file, line, column }) => [file, line, column].join(":"))).toEqual([
      "::",
      "a:9:4",
      "a:9:5",
      "a:10:1",
      "b:1:1",
    ]);
  });

  it("leaves warnings out where nobody would be told of them", () => {
    const diagnostics = new Diagnostics({ errorsOnly: true });
    diagnostics.add(problem({ code: "CW2001" }));
    expect([diagnostics.wants("CW2001"), diagnostics.wants("CW2002")]).toEqual([false, true]);
    diagnostics.add(problem({ code: "CW2002" }));
    expect(diagnostics.all.map(({ code }) => code)).toEqual(["CW2002"]);
  });

  it("knows errors from warnings", () => {
    const diagnostics = new Diagnostics();
    diagnostics.add(problem({ code: "CW2001" }));
    expect(diagnostics.hasErrors).toBe(false);
    diagnostics.add(problem({ code: "CW2002" }));
    expect(diagnostics.hasErrors).toBe(true);
  });

  it("compares by code units, not by locale", () => {
    expect(["é", "z", "Z", "a", "_"].sort(compare)).toEqual(["Z", "_", "a", "z", "é"]);
  });
});
