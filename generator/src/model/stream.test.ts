import { describe, expect, it } from "vitest";
import { codesOf, operation } from "../testing/document.ts";
import { outline } from "../testing/outline.ts";

const components = `components:
  schemas:
    It: { type: object, properties: { n: { type: integer } } }
    Text: { type: string }
    Sent: { type: object, properties: { event: { type: string }, data: { $ref: "#/components/schemas/It" } } }`;
const it$ = '{ $ref: "#/components/schemas/It" }';

function read(content: string): { readonly brief: string; readonly codes: readonly string[] } {
  const { operation: found, found: diagnostics } = operation(
    `get: { operationId: run, responses: { "200": { description: D, content: { ${content} } } } }`,
    { rest: components },
  );
  const brief = found.answers.map(
    ({ kind, schema, end }) =>
      `${kind} ${schema && outline(schema)}${end === undefined ? "" : ` until ${end}`}`,
  );
  return { brief: brief.join(), codes: codesOf(diagnostics) };
}

describe("what an answer in parts is made of", () => {
  const event = (fields: string): string => `{ type: object, properties: { ${fields} } }`;

  it.each([
    ["application/jsonl: {}", "json-lines unknown"],
    ["application/x-ndjson: { schema: { type: string } }", "json-lines unknown"],
    [`application/x-ndjson: { schema: ${it$} }`, "json-lines <It>"],
    [`application/x-ndjson: { schema: { type: array, items: ${it$} } }`, "json-lines <It>"],
    [`application/jsonl: { itemSchema: ${it$} }`, "json-lines <It>"],
    [`application/json-seq: { schema: { type: object }, itemSchema: ${it$} }`, "json-sequence <It>"],
    ["text/event-stream: {}", "text-events string"],
    ["text/event-stream: { schema: { type: string } }", "text-events string"],
    ["text/event-stream: { itemSchema: {} }", "text-events string"],
    ["text/event-stream: { itemSchema: { type: object } }", "text-events string"],
    [`text/event-stream: { schema: ${it$} }`, "json-events <It>"],
    [`text/event-stream: { schema: { type: array, items: ${it$} } }`, "json-events <It>"],
    [`text/event-stream: { itemSchema: ${event("data: { type: string }, id: {}")} }`, "text-events string"],
    [
      `text/event-stream: { itemSchema: ${event('data: { $ref: "#/components/schemas/Text" }')} }`,
      "text-events string",
    ],
    [`text/event-stream: { itemSchema: ${event("event: { const: tick }")} }`, "text-events string"],
    [
      `text/event-stream: { itemSchema: ${event(`data: { type: string, contentMediaType: application/json, contentSchema: ${it$} }`)} }`,
      "json-events <It>",
    ],
    ['text/event-stream: { itemSchema: { $ref: "#/components/schemas/Sent" } }', "json-events <It>"],
    [
      `text/event-stream: { itemSchema: ${event("data: {}, size: {}")} }`,
      "json-events {data?: unknown, size?: unknown}",
    ],
    [
      `text/event-stream: { schema: ${it$}, x-clientwright-stream: { end: "[DONE]" } }`,
      "json-events <It> until [DONE]",
    ],
  ])("%s is %s", (content, brief) => {
    expect(read(content)).toEqual({ brief, codes: [] });
  });

  it("is text where each kind of event has data of its own, which is told", () => {
    const kinds = "oneOf: [{ properties: { event: { const: add }, data: { contentSchema: {} } } }]";
    const whole = `{ type: object, properties: { data: { type: string } }, ${kinds} }`;
    expect(read(`text/event-stream: { itemSchema: ${whole} }`)).toEqual({
      brief: "text-events string",
      codes: ["CW2011"],
    });
  });

  it("is checked: x-clientwright-stream", () => {
    expect(read(`text/event-stream: { schema: ${it$}, x-clientwright-stream: { ends: x } }`).codes).toEqual([
      "CW1031",
    ]);
    expect(read(`text/event-stream: { schema: ${it$}, x-clientwright-stream: { end: 7 } }`).codes).toEqual([
      "CW1030",
    ]);
  });

  it("has an end only where that is no JSON among JSON", () => {
    for (const content of ["text/event-stream: {", `application/jsonl: { schema: ${it$},`]) {
      expect(read(`${content} x-clientwright-stream: { end: x } }`).codes).toEqual(["CW2020"]);
    }
  });

  it("is read only where all goes well: what a failure says is one text", () => {
    const { operation: found } = operation(
      `get: { operationId: run, responses: { "200": { description: D }, "400": { description: D, content: { text/event-stream: { schema: ${it$} } } } } }`,
      { rest: components },
    );
    expect(found.failures).toMatchObject([{ kind: "text", schema: { kind: "unknown" } }]);
  });
});
