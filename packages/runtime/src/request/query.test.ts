import { describe, expect, it } from "vitest";
import type { ParameterDefinition } from "./parameters.js";
import { writeQuery } from "./query.js";

const query = (parts: Omit<ParameterDefinition, "in">, input: unknown): string =>
  writeQuery([{ in: "query", ...parts }], input);

describe("writeQuery", () => {
  it("encodes bracketed names and reads their nested place", () => {
    const parameters: ParameterDefinition[] = [
      { in: "query", name: "filter[query]", key: ["filter", "query"] },
      { in: "query", name: "page[limit]", key: ["page", "limit"] },
      { in: "query", name: "sort" },
    ];
    const input = { page: { limit: 25 }, filter: { query: "@ci.status:error AND x" } };
    expect(writeQuery(parameters, input)).toBe(
      "filter%5Bquery%5D=%40ci.status%3Aerror%20AND%20x&page%5Blimit%5D=25",
    );
    expect(writeQuery(parameters, undefined)).toBe("");
    expect(writeQuery(parameters, { filter: null, sort: "a" })).toBe("sort=a");
  });

  it("refuses a value where an object is needed", () => {
    expect(() => query({ name: "f[q]", key: ["f", "q"] }, { f: "x" })).toThrow(/f must be an object/);
    expect(() => query({ name: "q" }, "x")).toThrow(/The input must be an object/);
  });

  it("explodes form by default and no other style", () => {
    expect(query({ name: "a" }, { a: [1, 2] })).toBe("a=1&a=2");
    expect(query({ name: "a", style: "pipeDelimited" }, { a: [1, 2] })).toBe("a=1%7C2");
    expect(query({ name: "a", style: "spaceDelimited", explode: true }, { a: [1, 2] })).toBe("a=1&a=2");
  });

  it("leaves reserved characters where that is allowed, but none that changes the meaning", () => {
    const value = { a: ":/?[]@!$'()*,;=%20 é#&+%" };
    expect(query({ name: "a", allowReserved: true }, value)).toBe(
      "a=:/?[]@!$'()*,;=%20%20%C3%A9%23%26%2B%25",
    );
    expect(query({ name: "a" }, { a: "a:b/c" })).toBe("a=a%3Ab%2Fc");
  });

  it("writes content as JSON or text", () => {
    expect(query({ name: "w", content: "application/json" }, { w: { a: null } })).toBe(
      "w=%7B%22a%22%3Anull%7D",
    );
    expect(query({ name: "w", content: "application/vnd.x+json; v=1" }, { w: "a" })).toBe("w=%22a%22");
    expect(query({ name: "w", content: "text/plain" }, { w: "a b" })).toBe("w=a%20b");
    expect(query({ name: "w", content: "application/json" }, {})).toBe("");
  });
});
