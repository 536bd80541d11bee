import { describe, expect, it } from "vitest";
import { changesBetween } from "../testing/diff.ts";
import { documentOf } from "../testing/document.ts";
import type { Change } from "./change.ts";

/** `level rule subject place`, the facts that a reader goes by. */
function lines(changes: readonly Change[]): readonly string[] {
  return changes.map(({ level, rule, subject, place }) => `${level} ${rule} ${subject} ${place}`.trimEnd());
}

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const content = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;

/** A document with one operation that sends `In` and gets `Out`. */
function between(before: string, after: string, more = "", rest = ""): readonly Change[] {
  const whole = (schemas: string): string =>
    documentOf(
      `paths: { /run: { post: { operationId: run, ${rest} requestBody: { ${content(ref("In"))} }, responses: { "200": { description: D., ${content(ref("Out"))} } } } } }\ncomponents:\n  schemas:\n${[
        schemas,
        more,
      ]
        .join("\n")
        .split("\n")
        .map((line) => `    ${line}`)
        .join("\n")}`,
    );
  return changesBetween(whole(before), whole(after));
}

describe("schemas", () => {
  const plain = "In: { type: object }\nOut: { type: object }";

  it("are compared through references, arrays and maps, and told at their own name", () => {
    const inner = (type: string): string =>
      `In: { type: object, properties: { list: { type: array, items: { type: object, additionalProperties: ${ref("Deep")} } } } }\nOut: { type: object }\nDeep: { type: object, properties: { a: { type: ${type} } } }`;
    const [change, ...others] = between(inner("string"), inner("number"));
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      level: "major",
      rule: "type-changed",
      subject: "Deep",
      place: "a",
      before: "string",
      after: "number",
      direction: "input",
      reachedBy: "run body.list[][*]",
      where: { file: "openapi.yaml", pointer: "/components/schemas/Deep/properties/a", side: "new" },
    });
    expect(change?.where?.line).toBeGreaterThan(5);
  });

  it("come with what to do only for the side that they hurt", () => {
    const value = (more: string): string => `type: string, x-clientwright-open: false, enum: [a${more}]`;
    const told = (of: "In" | "Out" | "Both", more: string): string => {
      const [input, output] = [of !== "Out", of !== "In"].map(
        (has) => `{ type: object${has ? `, properties: { s: ${ref("S")} }` : ""} }`,
      );
      return `In: ${input}\nOut: ${output}\nS: { ${value(more)} }`;
    };
    const migrations = (["In", "Out", "Both"] as const).map((of) =>
      between(told(of, ""), told(of, ", b")).map(({ level, migration }) => [level, migration]),
    );
    expect(migrations).toEqual([
      [["minor", undefined]],
      [["major", "Handle the new value."]],
      [["major", "Handle the new value."]],
    ]);
  });

  it("are told once, however many ways lead there, and recursion ends", () => {
    const tree = (rest: string): string =>
      `In: { type: object, properties: { one: ${ref("Tree")}, two: ${ref("Tree")} } }\nOut: ${ref("Tree")}\nTree: { type: object, properties: { children: { type: array, items: ${ref("Tree")} }, up: ${ref("Tree")}${rest} } }`;
    const changes = between(tree(""), tree(", name: { type: string }"));
    expect(lines(changes)).toEqual(["minor property-added Tree name"]);
    expect(changes[0]?.direction).toBe("both");
  });

  it("are compared as the types have them: allOf is one object, through recursion too", () => {
    const all = (required: string): string =>
      `In: { allOf: [${ref("Base")}, { type: object, required: [${required}], properties: { b: ${ref("In")}, a: { type: string } } }] }\nOut: { type: object }\nBase: { type: object, properties: { a: { type: string }, base: ${ref("Base")} } }`;
    expect(lines(between(all(""), all("a")))).toEqual(["major property-required In a"]);
    // The same members, written in one object: nothing that a user could see.
    const flat = `In: { type: object, properties: { a: { type: string }, base: ${ref("Base")}, b: ${ref("In")} } }\nOut: { type: object }\nBase: { type: object, properties: { a: { type: string }, base: ${ref("Base")} } }`;
    expect(lines(between(all(""), flat))).toEqual([]);
  });

  it("behind another way of writing the same type are the same", () => {
    expect(
      lines(
        between(
          `In: { type: [string, "null"] }\n${plain.split("\n")[1] ?? ""}`,
          `In: { oneOf: [{ type: string }, { type: "null" }] }\n${plain.split("\n")[1] ?? ""}`,
        ),
      ),
    ).toEqual([]);
    expect(
      lines(between(`In: { const: a }\nOut: { type: object }`, `In: { enum: [a] }\nOut: { type: object }`)),
    ).toEqual([]);
  });

  it("of unions are compared variant by variant, nested ones too", () => {
    const union = (job: string, more = ""): string =>
      `In: { oneOf: [${ref("Job")}, { oneOf: [${ref("Step")}, ${ref("Stage")}${more}] }] }\nOut: { type: object }\nJob: { type: object, required: [level], properties: { level: { const: job }${job} } }\nStep: { type: object, required: [level], properties: { level: { const: step } } }\nStage: { type: object, required: [level], properties: { level: { const: stage } } }\nRun: { type: object, required: [level], properties: { level: { const: run } } }`;
    expect(lines(between(union(", a: { type: string }"), union("")))).toEqual([
      "major property-removed Job a",
    ]);
    const added = between(union(""), union("", `, ${ref("Run")}`));
    expect(lines(added)).toContain("minor variant-added In");
    expect(lines(between(union("", `, ${ref("Run")}`), union("")))).toContain("major variant-removed In");
  });

  it("of answers with variants that are told apart are open, and closed where the document says so", () => {
    const union = (variants: readonly string[], open = ""): string =>
      `In: { type: object }\nOut: { ${open}oneOf: [${variants.map(ref).join(", ")}] }\n${["A", "B", "C"].map((name) => `${name}: { type: object, required: [kind], properties: { kind: { const: ${name} } } }`).join("\n")}`;
    const added = (open: string): readonly string[] =>
      lines(between(union(["A", "B"], open), union(["A", "B", "C"], open))).filter((line) =>
        line.includes("variant"),
      );
    expect(added("")).toEqual(["minor variant-added-open Out"]);
    expect(added("x-clientwright-open: false, ")).toEqual(["major variant-added Out"]);
  });

  it("see read-only and write-only properties where they are", () => {
    const flag = (text: string): string =>
      `In: ${ref("It")}\nOut: ${ref("It")}\nIt: { type: object, properties: { a: { type: string${text} } } }`;
    const changes = between(flag(""), flag(", readOnly: true"));
    expect(changes.filter(({ rule }) => rule === "property-removed")).toMatchObject([
      { direction: "input", level: "major", place: "a" },
    ]);
  });

  it("take a default for a property that answers always have", () => {
    const both = (text: string): string =>
      `In: { type: object }\nOut: { type: object, properties: { a: { type: string${text} } } }`;
    expect(lines(between(both(", default: x"), both("")))).toEqual([
      "major property-optional Out a",
      "patch default-changed Out a",
    ]);
  });

  it("tell first elements of a list that are always there from others", () => {
    const list = (more: string): string =>
      `In: { type: object }\nOut: { type: array, prefixItems: [{ type: string }]${more} }`;
    expect(lines(between(list(", minItems: 1"), list("")))).toContain("major type-changed Out");
    expect(lines(between(list(", minItems: 1"), list(", minItems: 2")))).toEqual([
      "patch limit-tightened Out",
    ]);
  });

  it("tell dates in requests from text, and nothing of them in answers", () => {
    const both = (format: string): string =>
      `In: { type: object, properties: { a: { type: string${format} } } }\nOut: { type: object, properties: { a: { type: string${format} } } }`;
    const changes = between(both(", format: date-time"), both(""));
    expect(changes.filter(({ level }) => level === "major")).toMatchObject([
      { rule: "type-narrowed", subject: "In", before: "Date or string", after: "string" },
    ]);
  });
});

describe("previews", () => {
  const document = (type: string, shared: boolean): string =>
    documentOf(`paths:
  /a: { get: { operationId: a, x-clientwright-preview: true, responses: { "200": { description: D., ${content(ref("It"))} } } } }
  /b: { get: { operationId: b, responses: { "200": { description: D., ${content(shared ? ref("It") : "{ type: string }")} } } } }
components: { schemas: { It: { type: object, properties: { a: { type: ${type} } } } } }`);

  it("never force a major, in what only they lead to", () => {
    expect(changesBetween(document("string", false), document("number", false))).toMatchObject([
      { level: "minor", preview: true, rule: "type-changed", reachedBy: "a 200" },
    ]);
    const [change] = changesBetween(document("string", true), document("number", true));
    expect(change).toMatchObject({ level: "major", reachedBy: "b 200" });
    expect(change?.preview).toBeUndefined();
  });

  it("may go, with their types", () => {
    const without = documentOf(`paths:
  /b: { get: { operationId: b, responses: { "200": { description: D., ${content("{ type: string }")} } } } }`);
    const changes = changesBetween(document("string", false), without);
    expect(lines(changes)).toEqual(["minor type-removed It", "minor operation-removed a"]);
    expect(changes.every(({ preview }) => preview === true)).toBe(true);
  });
});

describe("what is the same", () => {
  it("has no changes, whatever the order of what has none", () => {
    const one = documentOf(`paths:
  /a: { get: { operationId: a, responses: { "200": { description: D., ${content(ref("It"))} }, "404": { description: N. } } } }
  /b: { get: { operationId: b, responses: { "204": { description: D. } } } }
components: { schemas: { It: { type: object, properties: { a: { enum: [x, y] }, b: { type: string } } } } }`);
    const other = documentOf(`paths:
  /b: { get: { operationId: b, responses: { "204": { description: D. } } } }
  /a: { get: { operationId: a, responses: { "404": { description: N. }, "200": { description: D., ${content(ref("It"))} } } } }
components: { schemas: { It: { properties: { b: { type: string }, a: { enum: [y, x] } }, type: object } } }`);
    expect(changesBetween(one, other)).toEqual([]);
  });
});

describe("a failure that a default answer covered", () => {
  const failing = (wide: string, narrow = ""): string =>
    documentOf(
      `paths: { /a: { get: { operationId: a, responses: { "204": { description: D. }, default: { description: F.${wide} }${narrow === "" ? "" : `, "404": { description: N.${narrow} }`} } } } }`,
    );
  const rule = (wide: string, narrow: string): readonly string[] =>
    changesBetween(failing(wide), failing(wide, narrow)).map(({ level, rule: id }) => `${level} ${id}`);
  const object = (words: string): string =>
    `, ${content(`{ type: object, properties: { m: { type: string, description: ${words} } } }`)}`;

  it.each([
    ["", object("One."), "minor failure-added"],
    [`, ${content("{}")}`, object("One."), "minor failure-added"],
    [", content: { text/plain: { schema: { type: string } } }", object("One."), "minor failure-added"],
    [object("One."), object("Two."), "minor failure-added"],
    [object("One."), `, ${content("{ type: string }")}`, "major failure-specified"],
  ])("with %s, and is documented with %s: %s", (wide, narrow, expected) => {
    expect(rule(wide, narrow)).toEqual([expected]);
  });
});

describe("what no type holds", () => {
  const facts = (before: string, after: string): readonly string[] =>
    between(
      `In: { type: object, properties: { ${before} } }\nOut: { type: object }`,
      `In: { type: object, properties: { ${after} } }\nOut: { type: object }`,
    ).map(({ rule, place, before: was, after: is }) => `${rule} ${place} ${was ?? ""} ${is ?? ""}`);
  const both = (schema: (limit: number) => string): readonly string[] => facts(schema(5), schema(3));

  it("is compared in maps, in elements and in variants without a name", () => {
    const text = (limit: number): string => `{ type: string, maxLength: ${limit} }`;
    expect(both((limit) => `m: { type: object, additionalProperties: ${text(limit)} }`)).toEqual([
      "limit-tightened m[*] maxLength 5 maxLength 3",
    ]);
    expect(both((limit) => `e: { type: array, minItems: 1, prefixItems: [${text(limit)}] }`)).toEqual([
      "limit-tightened e[0] maxLength 5 maxLength 3",
    ]);
    expect(both((limit) => `v: { oneOf: [${text(limit)}, { type: number }] }`)).toEqual([
      "limit-tightened v maxLength 5 maxLength 3",
    ]);
  });

  it("is compared for numbers: whole ones, or any", () => {
    expect(facts("n: { type: number }", "n: { type: integer }")).toEqual([
      "limit-tightened n any number integers",
    ]);
    expect(facts("n: { enum: [1, 2] }", "n: { type: integer, enum: [1, 2] }")).toEqual([]);
    expect(
      facts("n: { anyOf: [{ type: integer }, { type: 'null' }] }", "n: { type: [integer, 'null'] }"),
    ).toEqual([]);
    expect(facts("n: { type: integer }", "n: { type: number }")).toEqual([
      "limit-loosened n integers any number",
    ]);
  });

  it("is compared for servers, their variables and credentials", () => {
    const said = (server: string, scheme: string, more = ""): string =>
      documentOf(
        `servers: [{ url: "https://{site}", variables: { site: { default: a, description: ${server} } } }${more}]\npaths: { /a: { get: { operationId: a, security: [{ key: [] }], responses: { "204": { description: D. } } } } }\ncomponents: { securitySchemes: { key: { type: apiKey, in: header, name: X, description: ${scheme} } } }`,
      );
    const rule = (after: string): readonly string[] =>
      lines(changesBetween(said("One.", "Two."), after)).map((line) => line.split(" ").slice(0, 2).join(" "));
    expect(rule(said("Other.", "Two."))).toEqual(["patch package-text-changed"]);
    expect(rule(said("One.", "Other."))).toEqual(["patch package-text-changed"]);
    expect(rule(said("One.", "Two.", ", { url: https://b.example }"))).toEqual([
      "patch package-text-changed",
    ]);
  });
});
