import { describe, expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { batchExample } from "./batch-example.ts";
import { readme } from "./readme.ts";

const list = "{ type: array, items: { type: string } }";
const id = "{ name: customerId, in: path, required: true, schema: { type: integer } }";

/** The model of `addNotes`, whose batch finds its items at a pointer into the body. */
function described(schema: string, { items = "#/notes", parameters = id, more = "" } = {}): string {
  return documentOf(`servers: [{ url: "https://a.example" }]
paths:
  /a${parameters === "" ? "" : "/{customerId}"}:
    post:
      operationId: addNotes
      parameters: [${parameters}]
      x-clientwright-batch: { items: $request.body${items} }
      requestBody: { required: true, content: { application/json: { schema: ${schema}${more} } } }
      responses: { "204": { description: Done. } }`);
}

/** The first line or lines of the example: the call. */
function call(...document: Parameters<typeof described>): string {
  const api = modelOne(described(...document));
  const [operation] = api.operations;
  if (operation?.batch === undefined) throw new Error("there is no batch");
  const text = batchExample(api, operation, operation.batch);
  return text.slice("const { sent, failures } = await ".length, text.indexOf(";\nfor"));
}

describe("the example of a batch", () => {
  it("gives the parameters that each request needs", () => {
    expect(call(`{ type: object, properties: { notes: ${list} } }`)).toBe(
      'batchAddNotes(client, ["…"], { input: { customerId: 1 } })',
    );
    expect(call(list, { items: "" })).toBe('batchAddNotes(client, ["…"], { input: { customerId: 1 } })');
  });

  it("gives what a body needs besides the items, with the parameters or alone", () => {
    const schema = `{ type: object, required: [notes, by, on], properties: { notes: ${list}, by: { const: me }, on: { type: string, readOnly: true }, at: { type: string } } }`;
    expect(call(schema)).toContain('{ input: { customerId: 1, body: { by: "me" } } }');
    expect(call(schema, { parameters: "" })).toContain('{ input: { by: "me" } }');
    expect(call(schema, { more: ', example: { by: "you", at: now, notes: [a, b] }' })).toContain(
      'batchAddNotes(client, ["a", "b"], { input: { customerId: 1, body: { by: "you", at: "now" } } })',
    );
  });

  it("gives what stands beside the items, also below a part of the body that is optional", () => {
    const load = `{ type: object, required: [by], properties: { by: { const: van }, notes: ${list} } }`;
    for (const required of ["", "required: [load], "])
      expect(
        call(`{ type: object, ${required}properties: { load: ${load} } }`, { items: "#/load/notes" }),
      ).toContain('{ input: { customerId: 1, body: { load: { by: "van" } } } }');
    const items = `{ type: object, required: [load], properties: { load: { type: object, required: [notes], properties: { notes: ${list} } } } }`;
    expect(call(items, { items: "#/load/notes" })).toContain("{ input: { customerId: 1 } }");
  });

  it("has no options where none are needed, and stands in the README as it is", () => {
    const free = described(`{ type: object, properties: { notes: ${list}, by: { const: me } } }`, {
      parameters: "",
    });
    expect(readme(modelOne(free))).toContain('await batchAddNotes(client, ["…"]);\n');
    const text = readme(modelOne(described(list, { items: "" })));
    expect(text).toContain('await batchAddNotes(client, ["…"], { input: { customerId: 1 } });\n');
    expect(text).not.toMatch(/declare|BatchAddNotesOptions/);
  });
});
