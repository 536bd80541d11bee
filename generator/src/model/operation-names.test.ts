import { describe, expect, it } from "vitest";
import { model, modelOne, paths, placeOf } from "../testing/document.ts";

describe("operations", () => {
  it("with one id are reported at each but the first", () => {
    const { found } = model(
      paths(
        ["/a", "get", "operationId: x"],
        ["/b", "get", "operationId: x"],
        ["/c", "get", "operationId: x"],
      ),
    );
    expect(found.map(placeOf)).toEqual([
      "CW2002 openapi.yaml:7:12 /paths/~1b/get/operationId",
      "CW2002 openapi.yaml:9:12 /paths/~1c/get/operationId",
    ]);
    expect(found[0]?.message).toContain("GET /a");
  });

  it.each([
    ["getIt", "get-it", "getIt2"],
    ["getIt", "getit", "getit2"],
    ["GETIT", "get it", "getIt2"],
    ["Get It", "Get it", "getIt2"],
  ])("called %s and %s are two functions in two files, in either order", (one, other, numbered) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ]) {
      const { apis, found } = model(
        paths(["/a", "get", `operationId: '${first}'`], ["/b", "get", `operationId: '${second}'`]),
      );
      expect(found).toMatchObject([{ code: "CW2016", severity: "warning" }]);
      expect(found[0]?.hint).toContain(`names: { operations: { "${other}": "…" } }`);
      const names = apis[0]?.operations.map(({ id, name }) => [id, name]);
      expect(Object.fromEntries(names ?? [])[other]).toBe(numbered);
    }
  });

  it.each([
    ["timeout", "timeout2", "timeout brings TimeoutError, which is a name that packages have of their own"],
    ["batchItem", "batchItem2", "batchItem brings BatchItemError, which"],
    ["Page", "Page2", "Page is a name that packages have of their own"],
    ["ClientOptions", "ClientOptions2", "ClientOptions is a name that packages have of their own"],
  ])("called %s give way to what packages have of their own", (id, name, why) => {
    const text = paths(["/a", "get", `operationId: ${id}`]);
    const { apis, found } = model(text);
    expect(apis[0]?.operations.map((operation) => operation.name)).toEqual([name]);
    expect(found).toMatchObject([{ code: "CW2016", message: expect.stringContaining(why) }]);
    // Nobody else loses a name for it.
    const both = model(paths(["/a", "get", `operationId: ${id}`], ["/b", "get", `operationId: ${name}`]));
    expect(both.apis[0]?.operations.map((operation) => operation.name)).toEqual([
      name.replace("2", "3"),
      name,
    ]);
    // Whoever chooses such a name is told.
    const chosen = model(text, { names: { operations: { [id]: "abort" } } });
    expect(chosen.found).toMatchObject([{ code: "CW2003", message: expect.stringContaining("AbortError") }]);
  });

  it("that the configuration gives one name are refused", () => {
    const text = paths(["/a", "get", "operationId: a"], ["/b", "get", "operationId: b"]);
    const { found } = model(text, { names: { operations: { a: "same", b: "Same" } } });
    expect(found.map(placeOf)).toEqual(["CW2003 openapi.yaml:7:12 /paths/~1b/get/operationId"]);
  });

  it("that collide can be named in the configuration", () => {
    const text = paths(["/a", "get", "operationId: get-it"], ["/b", "get", "operationId: getIt"]);
    const { apis, found } = model(text, { names: { operations: { getIt: "getOther" } } });
    expect(found).toEqual([]);
    expect(apis[0]?.operations.map((operation) => operation.name)).toEqual(["getIt", "getOther"]);
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "may be called %s, which every object has",
    (id) => {
      const { apis, found } = model(paths(["/a", "get", `operationId: ${id}`]), {
        names: { operations: {}, schemas: {} },
      });
      expect(found).toEqual([]);
      expect(apis[0]?.operations[0]?.name).toBe(id === "constructor" ? "constructor_" : id);
    },
  );

  it.each(["api", "client", "createClient", "operation"])(
    "called %s give way to what the package declares itself",
    (id) => {
      expect(modelOne(paths(["/a", "get", `operationId: ${id}`])).operations[0]?.name).toBe(`${id}_`);
    },
  );

  it.each([
    ["run", "RunError"],
    ["RunParams", "run"],
  ])("called %s and %s are reported where their names would hide others", (one, other) => {
    const { found } = model(
      paths(["/a", "get", `operationId: ${one}`], ["/b", "get", `operationId: ${other}`]),
    );
    expect(found).toMatchObject([{ code: "CW2003", pointer: expect.stringMatching(/operationId$/) }]);
  });
});
