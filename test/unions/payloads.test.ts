// Wrong payloads are refused at the right place, in words that help, by every TypeScript that users have.
import { beforeAll, describe, expect, it } from "vitest";
import { compile, compilers, type Diagnostic } from "../consumer/compilers.ts";
import { disagreements, expectations, programsFolder, rightPrograms } from "./expectations.ts";

const wanted = expectations();

describe("the programs", () => {
  it("are many, and no two of a file say the same", () => {
    expect(wanted.length).toBeGreaterThanOrEqual(80);
    expect(new Set(wanted.map(({ file, what }) => `${file} ${what}`)).size).toBe(wanted.length);
    expect(rightPrograms().length).toBeGreaterThanOrEqual(30);
  });
});

describe.each(compilers)("$name", (compiler) => {
  it("accepts the right programs", async () => {
    expect(await compile(compiler, programsFolder, "tsconfig.right.json")).toEqual([]);
  });

  it("refuses each wrong payload where it is wrong, and names what is", async () => {
    const found = await compile(compiler, programsFolder, "tsconfig.wrong.json");
    expect(disagreements(wanted, found)).toEqual([]);
  });
});

describe("the proof fails", () => {
  const [compiler] = compilers;
  const [first, ...others] = wanted;
  let found: readonly Diagnostic[] = [];
  beforeAll(async () => {
    if (compiler) found = await compile(compiler, programsFolder, "tsconfig.wrong.json");
  });

  it("when a payload is not refused", () => {
    const invented = { file: "wrong/single.ts", line: 1, what: "an error that is none", names: [] };
    expect(disagreements([...wanted, invented], found)).toEqual([
      "wrong/single.ts:1 is not refused: an error that is none",
    ]);
  });

  it("when the error is on another line", () => {
    expect(first).toBeDefined();
    if (first === undefined) return;
    const moved = { ...first, line: first.line + 1 };
    expect(disagreements([moved, ...others], found)).toHaveLength(2);
  });

  it("when the message does not name the field", () => {
    expect(first).toBeDefined();
    if (first === undefined) return;
    const renamed = { ...first, names: ["no_such_field"] };
    expect(disagreements([renamed, ...others], found)).toEqual([
      expect.stringContaining("nothing of no_such_field"),
    ]);
  });

  it("when a line is refused that nobody expects", () => {
    expect(disagreements(others, found)).toEqual([expect.stringContaining("is refused: TS")]);
  });
});
