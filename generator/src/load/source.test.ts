import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { readSource } from "./source.ts";

function read(name: string, content: string | Uint8Array): ReturnType<typeof readSource> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), content);
  return readSource(join(folder, name), folder);
}

describe("readSource", () => {
  it.each([
    ["a.yaml", "\ufeffa: 1\n"],
    ["a.json", '\ufeff{"a": 1}'],
  ])("reads %s with a byte order mark, which moves no column", (name, text) => {
    const source = read(name, text);
    expect(source).toMatchObject({ name, value: { a: 1 }, problems: [] });
    expect(source.locate("/a").column).toBe(name === "a.yaml" ? 1 : 2);
  });

  it.each([
    ["a.json", '{"a": 1}'],
    ["a.yaml", '{"a": 1}'],
    ["a.yaml", '{ "a": 1 } # flow style is YAML, and this comment is no JSON'],
    ["a.yml", '{ "a": 1, }'],
    ["a", "a: 1"],
  ])("reads %s holding %s", (name, text) => {
    expect(read(name, text)).toMatchObject({ value: { a: 1 }, problems: [] });
  });

  it("reads carriage returns as ends of lines", () => {
    const source = read("a.yaml", "a: 1\r\nb:\r\n  c: 2\r\n");
    expect(source.value).toEqual({ a: 1, b: { c: 2 } });
    expect(source.locate("/b/c")).toEqual({ line: 3, column: 3 });
  });

  it("replaces bytes that are not UTF-8 instead of guessing", () => {
    expect(read("a.yaml", Uint8Array.from([0x61, 0x3a, 0x20, 0xff])).value).toEqual({ a: "\ufffd" });
  });

  it("names a file above the working directory by its way there", () => {
    const folder = temporaryFolder({ "spec/a.yaml": "a: 1", "work/x": "" });
    expect(readSource(join(folder, "spec/a.yaml"), join(folder, "work")).name).toBe("../spec/a.yaml");
  });
});
