import { describe, expect, it } from "vitest";
import { writePath } from "./path.js";
import type { ParameterDefinition } from "./parameters.js";

const id: ParameterDefinition = { in: "path", name: "id" };

describe("writePath", () => {
  it("fills in values, encoded so that none can leave its place", () => {
    expect(writePath("/a/{id}/b", [id], { id: "x/../y?z#%2e\\ é" })).toBe(
      "/a/x%2F..%2Fy%3Fz%23%252e%5C%20%C3%A9/b",
    );
  });

  it("takes several in one segment, in every style, and as JSON", () => {
    const parameters: ParameterDefinition[] = [
      { in: "path", name: "l", style: "label", explode: true },
      { in: "path", name: "m", style: "matrix" },
      { in: "path", name: "j", content: "application/json" },
    ];
    const input = { l: ["a", "b"], m: { r: 1 }, j: { q: [1] } };
    expect(writePath("/x{l}{m}/{j}", parameters, input)).toBe("/x.a.b;m=r,1/%7B%22q%22%3A%5B1%5D%7D");
  });

  for (const value of [undefined, null, "", ".", "..", [], {}, Number.NaN]) {
    it(`refuses ${String(JSON.stringify(value))} in every style`, () => {
      for (const style of ["simple", "label", "matrix"] as const) {
        if (style !== "simple" && (value === "." || value === "..")) continue;
        expect(() => writePath("/a/{id}", [{ ...id, style }], { id: value })).toThrow(TypeError);
      }
      expect(() => writePath("/a/{id}", [id], { id: value })).toThrow(/parameter id/);
    });
  }

  it("refuses values that make a dot segment together", () => {
    const label: ParameterDefinition = { in: "path", name: "id", style: "label" };
    expect(() => writePath("/a/{id}", [label], { id: "." })).toThrow(TypeError);
    expect(() => writePath("/a/.{id}", [id], { id: "." })).toThrow(TypeError);
    expect(writePath("/a/{id}", [id], { id: "..." })).toBe("/a/...");
  });

  it("refuses a template that names no parameter of the operation", () => {
    expect(() => writePath("/a/{other}", [id], { id: "1" })).toThrow(/other/);
  });

  it("leaves other segments as they are, an empty last one too", () => {
    expect(writePath("/a/{id}/", [id], { id: 0 })).toBe("/a/0/");
  });

  it("reads own properties only", () => {
    expect(() => writePath("/a/{id}", [id], Object.create({ id: "1" }))).toThrow(TypeError);
    expect(() => writePath("/a/{constructor}", [{ in: "path", name: "constructor" }], {})).toThrow(TypeError);
  });
});
