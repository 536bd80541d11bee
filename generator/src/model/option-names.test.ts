import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { describeAll, documentOf, model } from "../testing/document.ts";
import { clientOptions } from "./option-names.ts";

/** The members of an interface of the runtime, those that it extends among them. */
function members(name: string): readonly string[] {
  const file = new URL("../../../packages/runtime/src/options.ts", import.meta.url);
  const source = ts.createSourceFile("options.ts", readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found = source.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement))
    .find((statement) => statement.name.text === name);
  const own = found?.members.flatMap((member) =>
    member.name && ts.isIdentifier(member.name) ? member.name.text : [],
  );
  const bases = found?.heritageClauses?.flatMap((clause) => clause.types) ?? [];
  return [
    ...(own ?? []),
    ...bases.flatMap(({ expression }) => (ts.isIdentifier(expression) ? members(expression.text) : [])),
  ];
}

function text(
  security: string,
  schemes: string,
  servers = "[{ url: https://a.com }]",
  own = "https://b.com",
): string {
  return documentOf(`servers: ${servers}
paths:
  /x: { get: { operationId: x, responses: {}, security: ${security}, servers: [{ url: '${own}', variables: { region: { default: eu } } }] } }
components: { securitySchemes: ${schemes} }`);
}

const key = "{ type: apiKey, in: header, name: X-Key }";

it("the options of every client are those of the runtime", () => {
  expect([...clientOptions]).toEqual(members("ClientOptions").toSorted());
});

describe("the option of a security scheme", () => {
  const options = (document: string): readonly unknown[] => {
    const { apis, found } = model(document);
    return [[...(apis[0]?.security ?? [])].map(([name, { option }]) => [name, option]), describeAll(found)];
  };

  it("gives way to an option of every client", () => {
    expect(
      options(
        text(
          "[{ headers: [] }, { timeout: [] }, { timeout2: [] }]",
          `{ headers: ${key}, timeout: ${key}, timeout2: ${key} }`,
        ),
      ),
    ).toEqual([
      [
        ["headers", "headers2"],
        ["timeout", "timeout3"],
        ["timeout2", "timeout2"],
      ],
      [
        expect.stringMatching(
          /^CW2016 .*\/securitySchemes\/headers .* becomes the option headers2: every client has an option headers$/,
        ),
        expect.stringMatching(/^CW2016 .*\/securitySchemes\/timeout .* becomes the option timeout3/),
      ],
    ]);
  });

  it("gives way to a server variable, an operation's among them", () => {
    expect(options(text("[{ region: [] }]", `{ region: ${key} }`))).toEqual([
      [["region", "region2"]],
      [
        expect.stringMatching(
          /^CW2016 .* becomes the option region2: a server variable has an option region$/,
        ),
      ],
    ]);
  });

  it("that a person chose is refused", () => {
    const chosen = "{ type: http, scheme: bearer, x-clientwright-option: fetch }";
    expect(options(text("[{ token: [] }]", `{ token: ${chosen} }`))[1]).toEqual([
      expect.stringMatching(
        /^CW2003 .*\/token\/x-clientwright-option .* would have the option fetch: every client has an option fetch$/,
      ),
    ]);
  });

  it.each(["constructor", "toString", "__proto__"])("gives way to what every object has: %s", (name) => {
    expect(options(text(`[{ ${name}: [] }]`, `{ ${name}: ${key} }`))).toEqual([
      [[name, `${name}2`]],
      [expect.stringMatching(/^CW2016 .* becomes the option \w+2: every object has a member \w+$/)],
    ]);
  });

  it("that a person chose gets a number where every object has it", () => {
    const chosen = "{ type: http, scheme: bearer, x-clientwright-option: valueOf }";
    const document = text("[{ token: [] }]", `{ token: ${chosen} }`);
    expect(options(document)[0]).toEqual([["token", "valueOf2"]]);
    const again = model(JSON.stringify(model(document).apis[0]?.document()));
    expect(again.apis[0]?.security.get("token")?.option).toBe("valueOf2");
    expect(again.found).toEqual([]);
  });

  it("does not matter where no operation asks for it", () => {
    expect(options(text("[]", `{ headers: ${key} }`))).toEqual([[], []]);
  });

  it("stands in the package's own document, which then gives the same", () => {
    const { apis } = model(text("[{ region: [] }]", `{ region: ${key} }`));
    const again = model(JSON.stringify(apis[0]?.document()));
    expect(again.apis[0]?.security).toEqual(apis[0]?.security);
    expect(again.found).toEqual([]);
  });
});

describe("the option of a server variable", () => {
  it("gives way to an option of every client, in the template too", () => {
    const variables = "{ timeout: { default: a }, timeout2: { default: b } }";
    const { apis, found } = model(
      text("[]", "{}", `[{ url: 'https://{timeout}.com/{timeout2}', variables: ${variables} }]`),
    );
    expect(apis[0]?.server).toMatchObject({
      url: "https://{timeout3}.com/{timeout2}",
      variables: [{ name: "timeout3" }, { name: "timeout2" }],
    });
    expect(describeAll(found)).toEqual([
      expect.stringMatching(
        /^CW2016 .*\/servers\/0\/variables\/timeout .* becomes the option timeout3: every client has an option timeout$/,
      ),
    ]);
  });

  it("gives way to what every object has", () => {
    const { apis, found } = model(
      text("[]", "{}", "[{ url: 'https://{constructor}.com', variables: { constructor: { default: a } } }]"),
    );
    expect(apis[0]?.server).toMatchObject({
      url: "https://{constructor2}.com",
      variables: [{ name: "constructor2" }],
    });
    expect(describeAll(found)).toEqual([
      expect.stringMatching(/^CW2016 .* option constructor2: every object has a member constructor$/),
    ]);
  });

  it("is none that another server's variable has", () => {
    const server = (name: string): string =>
      `servers: [{ url: 'https://{${name}}.com', variables: { ${name}: { default: a } } }]`;
    const item = (id: string, own: string): string =>
      `{ get: { operationId: ${id}, responses: {}${own === "" ? "" : `, ${own}`} } }`;
    const { apis } = model(
      documentOf(`${server("retry")}
paths:
  /a: ${item("a", server("retry2"))}
  /b: { ${server("retry3")}, get: { operationId: b, responses: {} } }
  /c: ${item("c", server("retry"))}`),
    );
    const [api] = apis;
    expect(
      [api?.server, ...(api?.operations.map(({ server: own }) => own) ?? [])].map(
        (each) => each?.variables[0]?.name,
      ),
    ).toEqual(["retry4", "retry2", "retry3", "retry4"]);
  });
});
