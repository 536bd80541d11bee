import { describe, expect, it } from "vitest";
import { compareTextsOf } from "./api-text.ts";

const sources = (types: string, index = 'export type { A } from "./types.js";'): Map<string, string> =>
  new Map([
    ["index.ts", index],
    ["types.ts", types],
  ]);

describe("the exported text of a package", () => {
  it.each([
    ["a changed type", "export type A = string;", "export type A = number;"],
    ["an optional member", "export interface A { a: string }", "export interface A { a?: string }"],
    ["a changed parameter", "export function A(a: string): void {}", "export function A(a: number): void {}"],
    [
      "a changed method",
      "export class A { a(): string { return '' } }",
      "export class A { a(): number { return 1 } }",
    ],
    [
      "a changed constructor",
      "export class A { constructor(a: string) {} }",
      "export class A { constructor() {} }",
    ],
    [
      "parentheses that mean something",
      "export type A = (string | number)[];",
      "export type A = string | number[];",
    ],
    ["another text", "export type A = 'a';", 'export type A = "b";'],
    ["a type parameter", "export type A = string;", "export type A<T = never> = string | T;"],
  ])("shows %s", (_name, before, after) => {
    expect(compareTextsOf(sources(before), sources(after))).toMatchObject([
      { rule: "export-changed", name: "A" },
    ]);
  });

  it.each([
    ["layout", "export type A = | 'a' | 'b';", "export type A =\n  | 'a'\n  | 'b';"],
    [
      "parentheses",
      "export type A = B & { a: string } | undefined;",
      "export type A = (B & { a: string }) | undefined;",
    ],
    ["deeper ones", "export type A = ((B & C) | D)[];", "export type A = (B & C | D)[];"],
    [
      "quotes",
      String.raw`export interface A { "a-b": "say \"x\"" }`,
      `export interface A { 'a-b': 'say "x"' }`,
    ],
    ["the digits of a number", "export type A = 1e+21 | 0.50;", "export type A = 1e21 | 0.5;"],
    [
      "comments",
      "/** One. */\nexport interface A { /** B. */ b: string }",
      "export interface A {\n  b: string;\n}",
    ],
    [
      "the body of a function",
      "export function A(): number { return 1; }",
      "export function A(): number { return 2; }",
    ],
    ["what is not exported", "export type A = string;", "export type A = string;\nexport type B = string;"],
  ])("does not mind %s", (_name, before, after) => {
    expect(compareTextsOf(sources(before), sources(after))).toEqual([]);
  });

  it("shows names that come and go, of other packages too", () => {
    const types = "export type A = string;";
    const more = 'export type { A } from "./types.js";\nexport { createClient } from "runtime";';
    expect(compareTextsOf(sources(types), sources(types, more))).toMatchObject([
      { rule: "export-added", name: "createClient" },
    ]);
    expect(compareTextsOf(sources(types, more), sources(types))).toMatchObject([
      { rule: "export-removed", name: "createClient" },
    ]);
  });
});
