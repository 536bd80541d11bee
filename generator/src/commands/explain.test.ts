import { describe, expect, it } from "vitest";
import { run } from "../testing/cli.ts";
import { temporaryFolder } from "../testing/folder.ts";
import { config } from "../testing/project.ts";
import { schemasDocument } from "../testing/unions.ts";

const shapes = [
  'All: { type: object, properties: { a: { $ref: "#/components/schemas/Event" }, b: { $ref: "#/components/schemas/Value" }, c: { $ref: "#/components/schemas/Untold" }, d: { $ref: "#/components/schemas/Hook" }, e: { $ref: "#/components/schemas/Keyed" }, f: { $ref: "#/components/schemas/Listed" } } }',
  'Event: { x-clientwright-union: event, oneOf: [{ oneOf: [{ $ref: "#/components/schemas/Done" }, { $ref: "#/components/schemas/Going" }] }, { $ref: "#/components/schemas/Job" }] }',
  "Done: { type: object, required: [level, status], properties: { level: { const: run }, status: { enum: [ok, bad] } } }",
  "Going: { type: object, required: [level, status], properties: { level: { const: run }, status: { const: going } } }",
  "Job: { type: object, required: [level], properties: { level: { const: job } } }",
  "Value: { oneOf: [{ type: string }, { type: [number, boolean] }, { type: array }] }",
  "Untold: { oneOf: [{ type: object, properties: { a: {} } }, { type: object, properties: { b: {} } }] }",
  'Hook: { type: object, required: [event, payload], properties: { event: { enum: [push, fork] }, payload: { oneOf: [{ $ref: "#/components/schemas/Push" }, { $ref: "#/components/schemas/Fork" }] } } }',
  "Push: { type: object }",
  "Fork: { type: object, properties: { of: {} } }",
  "Keyed: { anyOf: [{ type: object, required: [one] }, { type: object, required: [two] }] }",
  "Listed: { oneOf: [{ x-clientwright-variant: even, enum: [2, 4] }, { x-clientwright-variant: odd, enum: [1, 3] }] }",
].join("\n");

function project(schemas: string): string {
  return temporaryFolder({
    "clientwright.config.mjs": config({
      scope: "@acme",
      documents: [{ document: "one.yaml", package: "one" }],
    }),
    "one.yaml": schemasDocument(schemas, "answer"),
  });
}

describe("clientwright explain", () => {
  it.each([
    [
      "tags",
      "Event",
      [
        "3 variants: done, going, job",
        '  level is "run"',
        '    status is "ok" or "bad" -> done',
        '    status is "going" -> going',
        '  level is "job" -> job',
      ],
    ],
    [
      "JSON types",
      "Value",
      [
        "4 variants: string, number, boolean, array",
        "  is string -> string",
        "  is number -> number",
        "  is boolean -> boolean",
        "  is array -> array",
      ],
    ],
    [
      "a property beside the union",
      "Hook",
      ['2 variants of "payload": push, fork', '  event is "push" -> push', '  event is "fork" -> fork'],
    ],
    ["keys", "Keyed", ["2 variants: object, object2", "  has one -> object", "  has two -> object2"]],
    ["values", "Listed", ["2 variants: even, odd", "  is 2 or 4 -> even", "  is 1 or 3 -> odd"]],
    [
      "nothing, and says why",
      "Untold",
      [
        "2 variants: object, object2",
        "  -> object or object2: cannot be told apart, because no property with listed values differs between them, and not each requires a key that the others lack",
      ],
    ],
  ])("shows variants that are told apart by %s", async (_how, name, lines) => {
    const { code, stdout, stderr } = await run(project(shapes), ["explain", name]);
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toEqual([`@acme/one ${name}`, ...lines]);
    expect(code).toBe(0);
  });

  it("takes a union's short name too", async () => {
    const folder = project(shapes);
    const { stdout } = await run(folder, ["explain", "event"]);
    expect(stdout).toBe((await run(folder, ["explain", "Event"])).stdout);
  });

  it.each(["Job", "evnt", ""])("knows no union %j, lists those there are, and exits with 1", async (name) => {
    const { code, stdout, stderr } = await run(project(shapes), ["explain", name]);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      `clientwright: no union is called ${JSON.stringify(name)}\nUnions: Event, Hook, HookPayload, Keyed, Listed, Untold, Value\n`,
    );
    expect(code).toBe(1);
  });

  it("says so when there are no unions at all", async () => {
    const { code, stderr } = await run(project("It: { type: string }"), ["explain", "It"]);
    expect(stderr).toContain("There are none.");
    expect(code).toBe(1);
  });

  it("lets no text of a document command the terminal", async () => {
    const folder = project(
      'It: { oneOf: [{ type: object, required: [k], properties: { k: { const: "\\e[31mred" } } }, { type: object, required: [k], properties: { k: { const: "\\u202eb" } } }] }',
    );
    const { stdout } = await run(folder, ["explain", "It"]);
    expect(stdout).toContain("red");
    for (const command of ["\u001b", "\u202e"]) expect(stdout).not.toContain(command);
  });

  it.each([[["explain"]], [["explain", "A", "B"]]])("wants the name of one schema: %j", async (args) => {
    const { code, stdout, stderr } = await run(project(shapes), args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("explain takes the name of one schema");
  });

  it("shows what is wrong with a document that cannot be read, and exits with 1", async () => {
    const { code, stdout, stderr } = await run(
      project('It: { oneOf: [{ $ref: "#/components/schemas/Gone" }] }'),
      ["explain", "It"],
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("CW1011");
  });
});
