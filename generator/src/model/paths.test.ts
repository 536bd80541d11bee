import { describe, expect, it } from "vitest";
import { codesOf, describeAll, documentOf, model } from "../testing/document.ts";

const op = (id: string, rest = ""): string => `{ get: { operationId: ${id}, responses: {}${rest} } }`;

function found(paths: string): readonly string[] {
  return describeAll(model(documentOf(`paths:\n${paths}`)).found);
}

describe("a path", () => {
  it.each(["/a/{id", "/a/id}", "/a/{}", "/a/{{id}}"])("%s has a brace of no name, and is refused", (path) => {
    const parameters = path.includes("{{") ? ", parameters: [{ name: id, in: path }]" : "";
    expect(found(`  "${path}": ${op("a", parameters)}`)).toEqual([
      expect.stringMatching(
        /^CW1030 openapi.yaml:4:3 \/paths\/.* has a \{ or \} that belongs to no \{name\}/,
      ),
    ]);
  });

  it.each([
    ["/a#x", "a fragment, which is never sent"],
    ["/a#x?y", "a fragment, which is never sent"],
    ["/a?x=1", "a query, which is sent as it stands"],
  ])("%s is told of: it has %s", (path, what) => {
    const { apis, found: all } = model(documentOf(`paths:\n  "${path}": ${op("a")}`));
    expect(apis[0]?.operations[0]?.path).toBe(path);
    expect(describeAll(all)).toEqual([expect.stringMatching(/^CW1035 openapi.yaml:4:3 \/paths\/.* has a/)]);
    expect(all[0]?.message).toContain(`has ${what}`);
  });

  it("with a fragment may have a query", () => {
    expect(found(`  "/a#x": ${op("a", ", parameters: [{ name: q, in: query }]")}`)).toHaveLength(1);
  });

  it("with a query may have parameters and a key behind it", () => {
    const rest = ", parameters: [{ name: q, in: query }], security: [{ key: [] }]";
    const components = "components: { securitySchemes: { key: { type: apiKey, in: query, name: k } } }";
    const { found: all } = model(documentOf(`paths: { "/a?x=1": ${op("a", rest)} }\n${components}`));
    expect(codesOf(all)).toEqual(["CW1035"]);
  });

  it.each(["/a#{id}", "/a#{id", "/a#}"])("%s has a fragment, whose braces mean nothing", (path) => {
    expect(found(`  "${path}": ${op("a")}`)).toEqual([expect.stringMatching(/^CW1035 .* has a fragment/)]);
  });

  it("is the same as another that names its parameters otherwise: a warning", () => {
    const one = (name: string): string =>
      `  "/a/{${name}}/b": ${op(name, `, parameters: [{ name: ${name}, in: path }]`)}`;
    expect(found(`${one("x")}\n${one("y")}`)).toEqual([
      expect.stringMatching(/^CW1035 openapi.yaml:5:3 \/paths\/.* is the same as "\/a\/\{x\}\/b"/),
    ]);
  });
});

it("the method TRACE cannot be sent, and is left out", () => {
  const { apis, found: all } = model(
    documentOf(
      `paths: { /a: { get: { operationId: a, responses: {} }, trace: { operationId: t, responses: {} } } }`,
    ),
  );
  expect(describeAll(all)).toEqual([
    expect.stringMatching(
      /^CW1034 .*\/paths\/~1a\/trace no client can send a TRACE request, so the operation is left out/,
    ),
  ]);
  expect(apis[0]?.operations.map(({ id }) => id)).toEqual(["a"]);
});
