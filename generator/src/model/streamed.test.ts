import { describe, expect, it } from "vitest";
import { diffApi } from "../diff/diff.ts";
import { describeAll, documentOf, model, modelOne } from "../testing/document.ts";

const both = `{ application/json: { schema: { type: array, items: {} } }, text/event-stream: { schema: { type: object, properties: { n: { type: integer } } } } }`;
const whole = "{ application/json: { schema: { type: array, items: {} } } }";
const paths = (content: string): string =>
  `paths: { /ask: { post: { operationId: things/ask, x-clientwright-name: ask, x-clientwright-pagination: { items: $response.body, cursor: $request.query.c, next: $response.header.next }, parameters: [{ name: c, in: query }], responses: { "200": { description: D, content: ${content} }, "202": { description: D }, "400": { description: D, content: ${both} } } } } }`;

describe("an answer that may be whole or in parts", () => {
  it("is that of two operations, which ask for it either way", () => {
    const { found, apis } = model(documentOf(paths(both)));
    expect(describeAll(found)).toEqual([]);
    const brief = apis[0]?.operations.map(({ id, name, streamOf, answers, failures, pagination }) => ({
      id,
      name,
      streamOf,
      answers: answers.map(({ kind, mediaType }) => [kind, mediaType]),
      failures: failures.map(({ kind }) => kind),
      isPaged: pagination !== undefined,
    }));
    expect(brief).toEqual([
      {
        id: "things/ask",
        name: "ask",
        streamOf: undefined,
        answers: [
          ["json", "application/json"],
          ["none", undefined],
        ],
        failures: ["json"],
        isPaged: true,
      },
      {
        id: "streamAsk",
        name: "streamAsk",
        streamOf: "things/ask",
        answers: [
          ["json-events", "text/event-stream"],
          ["none", undefined],
        ],
        failures: ["json"],
        isPaged: false,
      },
    ]);
  });

  it("is one operation in the document of the package, which has its name", () => {
    const { operations, document } = modelOne(documentOf(paths(both)));
    expect(operations).toHaveLength(2);
    expect(document()).toMatchObject({
      paths: { "/ask": { post: { operationId: "things/ask", "x-clientwright-name": "ask" } } },
    });
  });

  it("may come and go, and the operation stays", () => {
    const [old, now] = [whole, both].map((content) => modelOne(documentOf(paths(content))));
    if (!old || !now) throw new Error("no models");
    const functions = (changes: ReturnType<typeof diffApi>): readonly string[] =>
      changes
        .filter(({ rule }) => rule.startsWith("operation-"))
        .map(({ rule, subject }) => `${rule} ${subject}`);
    expect(functions(diffApi(old, now))).toEqual(["operation-added streamAsk"]);
    expect(functions(diffApi(now, old))).toEqual(["operation-removed streamAsk"]);
  });

  it("can be named in the document", () => {
    const named = paths(
      both.replace("text/event-stream: {", "text/event-stream: { x-clientwright-stream: { name: follow },"),
    );
    expect(modelOne(documentOf(named)).operations.map(({ name }) => name)).toEqual(["ask", "follow"]);
    const wrong = paths(
      both.replace("text/event-stream: {", "text/event-stream: { x-clientwright-stream: { name: a-b },"),
    );
    expect(describeAll(model(documentOf(wrong)).found).join()).toMatch(
      /CW2020 .*name must be a name in TypeScript/,
    );
  });

  it("gives way to an operation that has its name", () => {
    const other = `${paths(both).slice(0, -2)}, /other: { get: { operationId: streamAsk, responses: {} } } }`;
    const { apis, found } = model(documentOf(other));
    expect(apis[0]?.operations.map(({ name }) => name)).toEqual(["ask", "streamAsk2", "streamAsk"]);
    expect(describeAll(found)).toEqual([expect.stringMatching(/^CW2016 .*becomes the function streamAsk2/)]);
  });
});
