// What the runtime writes in every style, the judge reads back as it was: two pieces of code that share nothing.
import {
  createClient,
  defineApi,
  defineOperation,
  none,
  type ParameterDefinition,
} from "@clientwright/runtime";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { JsonObject } from "../json.js";
import { mockApi } from "../mock/mock-api.js";

const text = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 8 })
  .filter((one) => !/^\.{1,2}$/.test(one));
// For where a delimiter in a value cannot be told from one between two; header values are not encoded at all.
const word = fc.stringMatching(/^[a-z0-9\-_]{1,8}$/);
// JSON has no negative zero.
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0));
const schemas = {
  scalar: { type: "string" },
  integer: { type: "integer" },
  boolean: { type: "boolean" },
  array: { type: "array", items: { type: "string" } },
  numbers: { type: "array", items: { type: "number" } },
  object: {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "integer" } },
    additionalProperties: false,
  },
  map: { type: "object", additionalProperties: { type: "integer" } },
  either: {
    type: ["array", "object"],
    items: { type: "integer" },
    additionalProperties: { type: "integer" },
  },
  tree: {
    type: "object",
    properties: {
      a: { type: "array", items: { type: "integer" } },
      b: { type: "object", properties: { c: { type: "string" } } },
    },
  },
} satisfies Record<string, JsonObject>;
type Kind = keyof typeof schemas;

const map = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.integer(), { minKeys: 1, maxKeys: 4 });

function valuesOf(kind: Kind, part: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const values: Record<Kind, fc.Arbitrary<unknown>> = {
    scalar: part,
    integer: fc.integer(),
    boolean: fc.boolean(),
    array: fc.array(part, { minLength: 1, maxLength: 4 }),
    numbers: fc.array(part === word ? fc.integer() : finite, { minLength: 1, maxLength: 4 }),
    object: fc.record({ a: part, b: fc.integer() }, { requiredKeys: ["a"] }),
    map,
    either: fc.oneof(map, fc.array(fc.integer(), { minLength: 1, maxLength: 4 })),
    tree: fc.record({
      a: fc.array(fc.integer(), { minLength: 2, maxLength: 4 }),
      b: fc.record({ c: part }),
    }),
  };
  return values[kind];
}

const places = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const;

interface Case {
  readonly in: keyof typeof places;
  readonly style: NonNullable<ParameterDefinition["style"]>;
  readonly explode: boolean;
  readonly kind: Kind;
}

const kinds = Object.keys(schemas) as Kind[];
const all = Object.entries(places).flatMap(([place, styles]) =>
  styles.flatMap((style) =>
    [true, false].flatMap((explode) =>
      kinds.map((kind): Case => ({ in: place as keyof typeof places, style, explode, kind })),
    ),
  ),
);

/** A dot is never encoded, and an encoded space or pipe is the delimiter itself: such a value is not to be told from two. */
function isAmbiguous({ style, explode, kind }: Case): boolean {
  return /^(space|pipe)Delimited$/.test(style) || (style === "label" && explode && kind !== "scalar");
}

/** Combinations that OpenAPI leaves undefined (3.1.1, section 4.8.12.4), or that cookies cannot hold (Appendix D). */
function isDefined({ in: place, style, explode, kind }: Case): boolean {
  const isList = kind === "array" || kind === "numbers";
  if (style === "deepObject") return ["object", "map", "either", "tree"].includes(kind) && explode;
  if (style === "spaceDelimited" || style === "pipeDelimited") return !explode && isList;
  if (kind === "tree") return false;
  return !(place === "cookie" && explode && ["object", "map", "either"].includes(kind));
}

it.each(all.filter(isDefined))("in $in, style $style, explode $explode: $kind", async (one) => {
  const parameter = {
    name: "p",
    in: one.in,
    required: true,
    style: one.style,
    explode: one.explode,
    schema: schemas[one.kind],
  };
  const path = one.in === "path" ? "/a/{p}" : "/a";
  const mock = mockApi({
    openapi: "3.1.1",
    info: { title: "A", version: "1" },
    paths: {
      [path]: {
        get: { operationId: "a", parameters: [parameter], responses: { 204: { description: "OK" } } },
      },
    },
  });
  const api = defineApi({
    name: "@sample/a",
    version: "1.0.0",
    server: { url: "https://a.example" },
    security: {},
  });
  const operation = defineOperation<{ p: unknown }, undefined, Error>({
    api,
    id: "a",
    method: "GET",
    path,
    idempotency: "safe",
    params: [{ name: "p", key: ["p"], in: one.in, style: one.style, explode: one.explode }],
    answers: { 204: none },
  });
  const client = createClient<{ fetch: typeof mock.fetch; retry: false }>(api, {
    fetch: mock.fetch,
    retry: false,
  });
  await fc.assert(
    fc.asyncProperty(
      valuesOf(one.kind, one.in === "header" || isAmbiguous(one) ? word : text),
      async (value) => {
        mock.reset();
        await operation(client, { p: value });
        expect(mock.requests[0]?.parameters[one.in]).toEqual({ p: value });
      },
    ),
    { seed: 20_260_801, numRuns: 40 },
  );
});
