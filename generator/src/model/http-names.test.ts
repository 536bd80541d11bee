import { describe, expect, it } from "vitest";
import { Diagnostics } from "../diagnostics.ts";
import { loadDocument } from "../load/document.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { buildApis } from "./build.ts";

/** The problems of a document with a name in each place where HTTP or a shell has a say. */
function problems(names: { header?: string; key?: string; media?: string; env?: string }): readonly string[] {
  const { header = "X-One", key = "X-Key", media = "application/json", env = "KEY" } = names;
  const text = JSON.stringify({
    openapi: "3.1.1",
    info: { title: "T", version: "1" },
    security: [{ k: [] }],
    paths: {
      "/a": {
        get: {
          operationId: "getA",
          parameters: [{ name: header, in: "header", schema: { type: "string" } }],
          responses: { "200": { description: "ok", content: { [media]: { schema: {} } } } },
        },
      },
    },
    components: {
      securitySchemes: { k: { type: "apiKey", in: "header", name: key, "x-clientwright-env": env } },
    },
  });
  const folder = temporaryFolder({ "openapi.json": text });
  const diagnostics = new Diagnostics();
  const document = loadDocument("openapi.json", folder, diagnostics);
  if (document !== undefined)
    buildApis(document, { config: { document: "" }, source: "openapi.json" }, diagnostics);
  return diagnostics.all.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe("names that a request could not be made with", () => {
  it.each([
    {},
    { header: "x-request-id", media: "application/vnd.api+json; charset=utf-8" },
    { media: 'text/plain; x="a, b"' },
    { media: "application/*", env: "_K2" },
  ])("are not %j", (names) => {
    expect(problems(names)).toEqual([]);
  });

  it.each([
    [{ header: "h\r\nX: 1" }, "CW1030 /paths/~1a/get/parameters/0/name"],
    [{ header: "" }, "CW1030 /paths/~1a/get/parameters/0/name"],
    [{ header: "a b" }, "CW1030 /paths/~1a/get/parameters/0/name"],
    [{ key: "X\r\nY" }, "CW1030 /components/securitySchemes/k/name"],
    [{ media: "text/plain\r\nX: y" }, "CW1030 /paths/~1a/get/responses/200/content/text~1plain\r\nX: y"],
    [{ media: "json" }, "CW1030 /paths/~1a/get/responses/200/content/json"],
    [{ env: "A`${1}`" }, "CW2020 /components/securitySchemes/k/x-clientwright-env"],
    [{ env: "1A" }, "CW2020 /components/securitySchemes/k/x-clientwright-env"],
  ])("are %j", (names, problem) => {
    expect(problems(names)).toContain(problem);
  });
});
