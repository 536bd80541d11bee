import { describe, expect, it } from "vitest";
import { operation } from "../testing/document.ts";

/** `in name -> key.path`, `!` when required. */
function keys(parameters: string, options: { path?: string } = {}): readonly string[] {
  const { operation: found } = operation(
    `get: { operationId: run, parameters: ${parameters}, responses: {} }`,
    options,
  );
  return found.parameters.map(
    ({ in: where, name, key, required }) => `${where} ${name} -> ${key.join(".")}${required ? "!" : ""}`,
  );
}

describe("places in the input", () => {
  it("are flat by name and nested by brackets", () => {
    expect(
      keys(
        "[{ name: sort, in: query }, { name: 'filter[query]', in: query }, { name: 'filter[a][b]', in: query }, { name: X-Id, in: header }]",
      ),
    ).toEqual([
      "query sort -> sort",
      "query filter[query] -> filter.query",
      "query filter[a][b] -> filter.a.b",
      "header X-Id -> X-Id",
    ]);
  });

  it.each(["ids[]", "a[b", "a]b[", "[a]", "a[b]c"])("stay as written for %s", (name) => {
    expect(keys(`[{ name: '${name}', in: query }]`)).toEqual([`query ${name} -> ${name}`]);
  });

  it("stay as written when the stem is a parameter too", () => {
    expect(keys("[{ name: filter, in: query }, { name: 'filter[query]', in: query }]")).toEqual([
      "query filter -> filter",
      "query filter[query] -> filter[query]",
    ]);
  });

  it("nest in the query only", () => {
    expect(keys("[{ name: 'c[d]', in: cookie }]")).toEqual(["cookie c[d] -> c[d]"]);
  });

  it("are told apart by location where two share a name, the path keeping it", () => {
    const parameters =
      "[{ name: id, in: cookie }, { name: id, in: query }, { name: id, in: path }, { name: id, in: header }]";
    expect(keys(parameters, { path: "/x/{id}" })).toEqual([
      "cookie id -> cookie_id",
      "query id -> query_id",
      "path id -> id!",
      "header id -> header_id",
    ]);
  });

  it("leave the place of the body to the body", () => {
    expect(keys("[{ name: body, in: query }]")).toEqual(["query body -> query_body"]);
    expect(keys("[{ name: 'body[a]', in: query }]")).toEqual(["query body[a] -> body[a]"]);
  });

  it("are found for a name that another has already, whatever the order", () => {
    const one = "{ name: id, in: path }, { name: id, in: query }";
    const other = "{ name: query_id, in: query }, { name: 'query_id2[a]', in: query }";
    const expected = {
      "path id": "id!",
      "query id": "query_id3",
      "query query_id": "query_id",
      "query query_id2[a]": "query_id2.a",
    };
    for (const parameters of [`[${one}, ${other}]`, `[${other}, ${one}]`]) {
      const found = keys(parameters, { path: "/x/{id}" }).map((text) => text.split(" -> "));
      expect(Object.fromEntries(found)).toEqual(expected);
    }
  });

  it("stay as written where one would stand in another", () => {
    const names = ["f[b]", "f[b][c][d]", "f[e]", "f[g][h]"];
    const expected = ["f[b]", "f[b][c][d]", "f.e", "f.g.h"].map(
      (key, index) => `query ${names[index]} -> ${key}`,
    );
    const parameters = names.map((name) => `{ name: '${name}', in: query }`);
    expect(keys(`[${parameters.join(", ")}]`)).toEqual(expected);
    expect(keys(`[${parameters.toReversed().join(", ")}]`)).toEqual(expected.toReversed());
  });

  it("stay as written beyond twenty levels", () => {
    const name = (levels: number): string => `p${"[a]".repeat(levels)}`;
    expect(keys(`[{ name: '${name(20)}', in: query }]`)).toEqual([
      `query ${name(20)} -> p${".a".repeat(20)}`,
    ]);
    for (const levels of [21, 5000]) {
      expect(keys(`[{ name: '${name(levels)}', in: query }]`)).toEqual([
        `query ${name(levels)} -> ${name(levels)}`,
      ]);
    }
  });

  it("take any name", () => {
    expect(
      keys("[{ name: __proto__, in: query }, { name: 'a b', in: query }, { name: constructor, in: query }]"),
    ).toEqual(["query __proto__ -> __proto__", "query a b -> a b", "query constructor -> constructor"]);
  });
});
