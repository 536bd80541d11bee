// Values of a document's schemas for fast-check: it drives the seeds, and makes what fails smaller while it still fits.
import type { Direction, Operation, Sampler } from "@clientwright/testing";
import fc from "fast-check";
import { isObject, type JsonValue } from "../docs/json.ts";
import type { RequestValues } from "./input.ts";

/** What is sampled and shrunk: a value of one schema in one direction. */
class SchemaArbitrary extends fc.Arbitrary<JsonValue> {
  readonly #sampler: Sampler;
  readonly #schema: string;
  readonly #direction: Direction;

  constructor(sampler: Sampler, schema: string, direction: Direction) {
    super();
    this.#sampler = sampler;
    this.#schema = schema;
    this.#direction = direction;
  }

  override generate(random: fc.Random): fc.Value<JsonValue> {
    const seed = random.nextInt(0, 2 ** 30);
    return new fc.Value(this.#sampler.value(this.#schema, this.#direction, seed), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is JsonValue {
    return value !== undefined;
  }

  override shrink(value: JsonValue): fc.Stream<fc.Value<JsonValue>> {
    const fitting = smaller(value).filter((one) => this.#sampler.fits(this.#schema, this.#direction, one));
    return fc.stream(fitting.map((one) => new fc.Value(one, undefined)).values());
  }
}

/** Values of a schema. A failing one is shrunk by leaving out fields and items and by halving texts and numbers. */
export function valuesOf(sampler: Sampler, schema: string, direction: Direction): fc.Arbitrary<JsonValue> {
  return new SchemaArbitrary(sampler, schema, direction);
}

/** All values that are one step smaller, whatever the schema says. */
function smaller(value: JsonValue): JsonValue[] {
  if (typeof value === "string") return value === "" ? [] : ["", value.slice(0, value.length >> 1)];
  if (typeof value === "number") return value === 0 ? [] : [0, Math.trunc(value / 2)];
  if (typeof value === "boolean") return value ? [false] : [];
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return [
      ...items.map((_, at) => items.toSpliced(at, 1)),
      ...items.flatMap((item, at) => smaller(item).map((one) => items.with(at, one))),
    ];
  }
  if (!isObject(value)) return [];
  const entries = Object.entries(value);
  return [
    ...entries.map((_, at) => Object.fromEntries(entries.toSpliced(at, 1))),
    ...entries.flatMap(([key, inner], at) =>
      smaller(inner).map((one) => Object.fromEntries(entries.with(at, [key, one]))),
    ),
  ];
}

/** Requests of an operation: all required parameters, any of the others, a body if there can be one. */
export function requestsOf(sampler: Sampler, { parameters, body }: Operation): fc.Arbitrary<RequestValues> {
  const values = parameters.flatMap(({ name, schema }): [string, fc.Arbitrary<JsonValue>][] =>
    schema === undefined ? [] : [[name, valuesOf(sampler, schema, "request").filter(isSendable)]],
  );
  const required = parameters.filter((one) => one.required).map(({ name }) => name);
  const schema = body?.contents[0]?.schema;
  const bodies = schema === undefined ? fc.constant(undefined) : valuesOf(sampler, schema, "request");
  return fc.record({
    parameters: fc.record(Object.fromEntries(values), { requiredKeys: required }),
    body: body?.required === false ? fc.option(bodies, { nil: undefined, freq: 8 }) : bodies,
  });
}

/** A parameter that is null or empty is not sent at all. */
function isSendable(value: JsonValue): boolean {
  return value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}
