import { describe, expect, it } from "vitest";
import { Imports } from "./imports.ts";

describe("the imports of a module", () => {
  it("stand packages first, each in order of names, values before types", () => {
    const imports = new Imports([]);
    imports.type("./types.js", "B");
    imports.type("@clientwright/runtime", "Call");
    imports.value("@clientwright/runtime", "json");
    imports.value("@clientwright/runtime", "define");
    imports.type("./types.js", "A");
    imports.value("../client.js", "api");
    expect(
      imports.all.map(({ from, names }) => [
        from,
        names.map(({ name, typeOnly }) => (typeOnly ? `type ${name}` : name)),
      ]),
    ).toEqual([
      ["@clientwright/runtime", ["define", "json", "type Call"]],
      ["../client.js", ["api"]],
      ["./types.js", ["type A", "type B"]],
    ]);
  });

  it("hold each name once, as a value when it is one anywhere", () => {
    const imports = new Imports([]);
    imports.type("m", "A");
    imports.value("m", "A");
    imports.type("m", "A");
    expect(imports.all).toEqual([{ from: "m", names: [{ name: "A", typeOnly: false }] }]);
  });

  it("give another name to what the package itself has too, and only to what comes from outside", () => {
    const imports = new Imports(["Client", "create"]);
    expect(imports.type("@clientwright/runtime", "Client")).toBe("RuntimeClient");
    expect(imports.value("@clientwright/runtime", "create")).toBe("runtimeCreate");
    expect(imports.type("./types.js", "Client")).toBe("Client");
    expect(imports.all[0]?.names).toEqual([
      { name: "create", typeOnly: false, alias: "runtimeCreate" },
      { name: "Client", typeOnly: true, alias: "RuntimeClient" },
    ]);
  });
});
