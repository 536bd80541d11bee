import { describe, expect, it } from "vitest";
import { codesOf, describeAll, documentOf, model, modelOne } from "../testing/document.ts";

function text(servers: string, own = "", path = ""): string {
  return documentOf(`servers: ${servers}
paths:
  /x:
    ${path}
    get:
      operationId: x
      responses: {}
      ${own}`);
}

describe("the server", () => {
  it("is the first, with its variables", () => {
    const servers =
      "[{ url: 'https://api.{site}/{v}', variables: { site: { default: a.com, description: D, x-clientwright-env: SITE, x-clientwright-values: [a.com, b.com] }, v: { default: v1, enum: [v1, v2] } } }, { url: https://second.com }]";
    expect(modelOne(text(servers)).server).toEqual({
      url: "https://api.{site}/{v}",
      variables: [
        { name: "site", default: "a.com", values: ["a.com", "b.com"], description: "D", env: "SITE" },
        { name: "v", default: "v1", values: ["v1", "v2"] },
      ],
      others: ["https://second.com"],
    });
  });

  it.each(["[]", "[{ url: / }]", "[{ url: '' }]", "[{ url: ./ }]"])("%s is none", (servers) => {
    const { apis, found } = model(text(servers));
    expect(found).toEqual([]);
    expect(apis[0]?.server).toEqual({ variables: [] });
  });

  it.each([
    ["{ url: /v1 }", "/v1"],
    ["{ url: v1/x }", "v1/x"],
    ["{ url: //example.com/v1 }", "//example.com/v1"],
    ["{ url: '{base}/v1', variables: { base: { default: /api } } }", "/api/v1"],
  ])("%s is none, with a warning, and is kept for the texts", (server, relative) => {
    const { apis, found } = model(text(`[${server}]`));
    expect(describeAll(found)).toEqual([
      expect.stringMatching(/^CW1034 openapi.yaml:3:13 \/servers\/0\/url .* is relative, and/),
    ]);
    expect(apis[0]?.server).not.toHaveProperty("url");
    expect(apis[0]?.server.relative).toBe(relative);
    // As one of several it takes nothing from a client.
    const second = model(text(`[{ url: https://first.com }, ${server}]`));
    expect(second.found).toEqual([]);
    expect(second.apis[0]?.server).toEqual({ url: "https://first.com", variables: [] });
  });

  it.each([
    ["/v1?x=1", "has a query"],
    ["//me:secret@example.com", "has a user"],
    ["//example.com:port", "is no URL"],
  ])("%s is left out: behind no host could a request be sent there", (url, why) => {
    const { apis, found } = model(text(`[{ url: '${url}' }]`));
    expect(apis[0]?.server).toEqual({ variables: [] });
    expect(describeAll(found)).toEqual([expect.stringContaining(why)]);
  });

  it("that is relative is told of once, however many operations a path has", () => {
    const path = "servers: [{ url: /v1 }]\n    post: { operationId: y, responses: {} }";
    const { apis, found } = model(text("[{ url: https://x.com }]", "", path));
    expect(apis[0]?.operations.map(({ server }) => server?.relative)).toEqual(["/v1", "/v1"]);
    expect(codesOf(found)).toEqual(["CW1034"]);
  });

  it.each([
    "{ url: HTTPS://example.com }",
    "{ url: '{scheme}://example.com', variables: { scheme: { default: https, enum: [https, http] } } }",
    "{ url: '{base}/v1', variables: { base: { default: https://example.com } } }",
  ])("%s is one as it is written, whatever stands in a variable", (server) => {
    const { apis, found } = model(text(`[{ url: https://first.com }, ${server}]`));
    const url = /url: '?([^ ']+)/.exec(server)?.[1];
    expect(apis[0]?.server.others).toEqual([url]);
    expect(modelOne(text(`[${server}]`)).server.url).toBe(url);
    expect(found).toEqual([]);
  });

  it.each([
    ["wss://example.com", "is none of http or https"],
    ["localhost:8080/v1", "is none of http or https"],
    ["https://example.com:port", "is no URL"],
    ["https://me:secret@example.com", "has a user or a password"],
    ["https://example.com/v1?x=1", "has a query, a fragment, a backslash or a space"],
  ])("%s is left out with a warning: no request could be sent there", (url, why) => {
    const { apis, found } = model(text(`[{ url: '${url}' }]`));
    expect(apis[0]?.server).toEqual({ variables: [] });
    expect(describeAll(found)).toEqual([
      expect.stringMatching(/^CW1034 openapi.yaml:3:13 \/servers\/0\/url /),
    ]);
    expect(found[0]?.message).toContain(why);
    expect(model(text(`[{ url: https://first.com }, { url: '${url}' }]`)).apis[0]?.server).toEqual({
      url: "https://first.com",
      variables: [],
    });
  });

  it("is an operation's own, then its path's", () => {
    const own = "servers: [{ url: https://own.com }]";
    const path = "servers: [{ url: https://path.com }]";
    expect(modelOne(text("[]", own, path)).operations[0]?.server?.url).toBe("https://own.com");
    expect(modelOne(text("[]", "", path)).operations[0]?.server?.url).toBe("https://path.com");
    expect(modelOne(text("[]", "servers: []", path)).operations[0]?.server?.url).toBe("https://path.com");
    expect(modelOne(text("[{ url: https://x.com }]")).operations[0]).not.toHaveProperty("server");
  });

  it("of an operation that says nothing there is the document's, or its path's, with a warning", () => {
    for (const [own, path] of [
      ["servers: null", ""],
      ["", "servers: null"],
    ]) {
      const { apis, found } = model(text("[{ url: https://x.com }]", own, path));
      expect(apis[0]?.operations[0]).not.toHaveProperty("server");
      expect(describeAll(found)).toEqual([expect.stringMatching(/^CW1033 .*servers has no value/)]);
    }
    const path = "servers: [{ url: https://path.com }]";
    expect(modelOne(text("[]", "servers: null", path)).operations[0]?.server?.url).toBe("https://path.com");
  });

  it.each([
    ["7", /^CW1030 .*\/servers servers must be an array/],
    ["[7]", /^CW1030 .*\/servers\/0 a server must be an object/],
    ["[{}]", /^CW1032 .* lacks the required field url/],
    ["[{ url: 'https://{a}.com' }]", /^CW1032 .* variable \{a\} that is not described/],
    ["[{ url: 'https://{a}.com', variables: { a: {} } }]", /^CW1032 .* lacks the required field default/],
    ["[{ url: 'https://{a}.com', variables: { a: { default: 7 } } }]", /^CW1030 .* default must be a string/],
  ])("%s is reported", (servers, message) => {
    expect(describeAll(model(text(servers)).found)).toEqual([expect.stringMatching(message)]);
  });
});
