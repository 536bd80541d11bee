// Times in requests: texts arrive as they are, a Date keeps its milliseconds.
import { sampler } from "@clientwright/testing";
import { describe, expect, it } from "vitest";
import { isObject, type JsonValue, objectOf } from "../../docs/json.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { requestExamplesOf, requiredValues } from "../examples.ts";
import { inputOf } from "../input.ts";
import { loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  fetch: mock.fetch,
  retry: false,
});

const time = /^\d{4}-\d\d-\d\dT/;
const bodies = subject.operations.flatMap((operation) =>
  requestExamplesOf(operation).map(([name, body]) => ({ operation, id: operation.id, name, body })),
);
const timed = bodies.filter(
  ({ body }) => JSON.stringify(body) !== JSON.stringify(withTimes(body, () => null)),
);

/** A copy of a body with other times. Each time gets a number, so that swapped ones would show. */
function withTimes(body: JsonValue, replace: (index: number) => unknown): unknown {
  let index = 0;
  const copy = (value: JsonValue): unknown => {
    if (typeof value === "string") return time.test(value) ? replace(index++) : value;
    if (Array.isArray(value)) return value.map(copy);
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copy(one)]));
    return value;
  };
  return copy(body);
}

async function sent(operation: (typeof subject.operations)[number], body: unknown): Promise<unknown> {
  const { parameters } = requiredValues(operation, subject.document);
  // A Date stands for its text; the input is typed for JSON alone.
  const input = inputOf(operation, { parameters, body: objectOf(body as JsonValue) });
  await subject.call("function", client, operation.id, input);
  return mock.requests[0]?.body;
}

describe("times in requests", () => {
  it("are in the examples of every document that has them", () => {
    const samples = sampler(subject.document);
    const sampled = subject.operations.flatMap(({ id }) =>
      Array.from({ length: 60 }, (_, seed) => samples.request(id, seed).body ?? null),
    );
    const isTimed = sampled.some(
      (body) => JSON.stringify(body) !== JSON.stringify(withTimes(body, () => null)),
    );
    expect(timed.length > 0).toBe(isTimed);
  });

  const ends = ["11.001Z", "11.123+05:30", "11.123456789-08:00", "11+00:00"];
  const texts = timed.flatMap((one) => ends.map((end) => ({ ...one, end })));

  it.each(texts)(
    "$id, $name: a text that ends in $end arrives as it is",
    async ({ operation, body, end }) => {
      const input = withTimes(body, (index) => `2021-11-11T11:0${index}:${end}`);
      expect(await sent(operation, input)).toEqual(input);
    },
  );

  it.each(timed)("$id, $name: a Date keeps its milliseconds", async ({ operation, body }) => {
    const start = Date.UTC(2021, 10, 11, 11, 9, 11, 7);
    const input = withTimes(body, (index) => new Date(start + index));
    const wanted = withTimes(body, (index) => `2021-11-11T11:09:11.00${7 + index}Z`);
    expect(await sent(operation, input)).toEqual(wanted);
  });
});
