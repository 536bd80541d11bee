import { describe, expect, it } from "vitest";
import { describeAll, documentOf, model, modelOne } from "../testing/document.ts";

const schemes = `
  key: { type: apiKey, in: header, name: X-Key, x-clientwright-option: apiKey, x-clientwright-env: THE_KEY, description: A key. }
  app: { type: apiKey, in: query, name: app }
  session: { type: apiKey, in: cookie, name: sid }
  token: { type: http, scheme: Bearer }
  login: { type: http, scheme: basic }
  oauth: { type: oauth2, flows: {} }
  oidc: { type: openIdConnect, openIdConnectUrl: https://example.com }
`;

function text(security: string, own = ""): string {
  return documentOf(`${security}
paths:
  /x:
    get:
      operationId: x
      responses: {}
      ${own}
components:
  securitySchemes:${schemes.replaceAll("\n", "\n  ")}`);
}

describe("security schemes", () => {
  it("are read, those that an operation asks for", () => {
    const api = modelOne(
      text(
        "security: [{ key: [], app: [] }, { session: [] }, { token: [] }, { login: [] }, { oauth: [a] }, { oidc: [] }]",
      ),
    );
    expect(Object.fromEntries(api.security)).toEqual({
      key: {
        type: "apiKey",
        in: "header",
        name: "X-Key",
        option: "apiKey",
        env: "THE_KEY",
        description: "A key.",
      },
      app: { type: "apiKey", in: "query", name: "app", option: "app" },
      session: { type: "apiKey", in: "cookie", name: "sid", option: "session" },
      token: { type: "bearer", option: "token" },
      login: { type: "basic", option: "login" },
      oauth: { type: "bearer", option: "oauth" },
      oidc: { type: "bearer", option: "oidc" },
    });
  });

  it("that no operation asks for are left out", () => {
    expect([...modelOne(text("security: [{ key: [] }]")).security.keys()]).toEqual(["key"]);
  });

  it.each([
    ["{ type: mutualTLS }", /^CW2015 .* does not send .* \(mutualTLS\)/],
    ["{ type: http, scheme: digest }", /^CW2015 .*\/scheme .* does not send .* \(http digest\)/],
    ["{ type: http }", /^CW1032 .* lacks the required field scheme/],
    ["{ in: header, name: x }", /^CW1032 .* lacks the required field type/],
    ["{ type: apiKey, name: x }", /^CW1032 .* lacks the required field in/],
    ["{ type: apiKey, in: header }", /^CW1032 .* lacks the required field name/],
    ["{ type: apiKey, in: body, name: x }", /^CW1030 .* in must be one of/],
    ["{ type: odd }", /^CW1030 .* type must be one of/],
    ["7", /^CW1030 .* must be an object/],
  ])("%s is reported", (scheme, message) => {
    const { found } = model(
      documentOf(
        `paths: { /x: { get: { operationId: x, responses: {}, security: [{ s: [] }] } } }\ncomponents: { securitySchemes: { s: ${scheme} } }`,
      ),
    );
    // Once, where it stands: it is not also missing wherever it is asked for.
    expect(describeAll(found)).toEqual([expect.stringMatching(message)]);
  });
});

describe("security of an operation", () => {
  it("is the document's unless it has its own", () => {
    expect(modelOne(text("security: [{ key: [] }]")).operations[0]?.security).toEqual([["key"]]);
    expect(
      modelOne(text("security: [{ key: [] }]", "security: [{ app: [] }]")).operations[0]?.security,
    ).toEqual([["app"]]);
  });

  it("may be none, said or unsaid", () => {
    expect(modelOne(text("security: [{ key: [] }]", "security: []")).operations[0]?.security).toEqual([]);
    expect(modelOne(text("")).operations[0]).not.toHaveProperty("security");
  });

  it("may be optional", () => {
    expect(modelOne(text("", "security: [{}, { key: [] }]")).operations[0]?.security).toEqual([[], ["key"]]);
  });

  it("keeps alternatives and what each needs together", () => {
    expect(
      modelOne(text("", "security: [{ key: [], app: [] }, { oauth: [read, write] }]")).operations[0],
    ).toMatchObject({
      security: [["key", "app"], ["oauth"]],
      scopes: ["read", "write"],
    });
  });

  it("is the document's where its own is empty, with a warning", () => {
    const { apis, found } = model(text("security: [{ key: [] }]", "security:"));
    expect(apis[0]?.operations[0]?.security).toEqual([["key"]]);
    expect(describeAll(found)).toEqual([
      expect.stringMatching(/^CW1033 .*\/get\/security security has no value/),
    ]);
    const again = model(JSON.stringify(apis[0]?.document()));
    expect(again.apis[0]?.operations[0]?.security).toEqual([["key"]]);
  });

  it.each([
    [
      "[key]",
      /^CW1030 openapi.yaml:9:18 .*\/security\/0 a security requirement must be an object, and is "key"$/,
    ],
    ["[{ key: [] }, ~]", /^CW1030 .*\/security\/1 a security requirement must be an object, and is null$/],
    ["[[key]]", /^CW1030 .*\/security\/0 a security requirement must be an object, and is an array$/],
    ["key", /^CW1030 .*\/security security must be an array, and is "key"$/],
  ])("%s is refused: calls would go without a credential", (security, message) => {
    expect(describeAll(model(text("", `security: ${security}`)).found)).toEqual([
      expect.stringMatching(message),
    ]);
    expect(describeAll(model(text(`security: ${security}`)).found)).toHaveLength(1);
  });

  it("names schemes that exist", () => {
    expect(describeAll(model(text("", "security: [{ gone: [] }]")).found)).toEqual([
      expect.stringMatching(/^CW1011 .*\/security\/0\/gone no security scheme is called "gone"/),
    ]);
  });
});
