import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JsonValue } from "../docs/json.ts";
import { isObject } from "../docs/json.ts";
import { asOptions, credentialsOf } from "./credentials.ts";
import { startLoopback } from "./loopback.ts";
import { bodyExamplesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  baseUrl: service.url,
  retry: false,
});

const time = /^\d{4}-\d\d-\d\dT/;
const bodies = [...subject.operations].flatMap(([operationId, operation]) =>
  bodyExamplesOf(operation).map(([name, body]) => ({ operationId, name, body })),
);
const timed = bodies.filter(
  ({ body }) => JSON.stringify(body) !== JSON.stringify(withTimes(body, () => null)),
);

afterAll(() => service.close());
beforeEach(() => {
  quietEnvironment(subject.document);
  service.answerWith({ status: 500 });
});
afterEach(() => vi.unstubAllEnvs());

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

async function sent(operationId: string, input: unknown): Promise<unknown> {
  await subject.call("function", client, operationId, input).result();
  return JSON.parse(service.received[0]?.body ?? "null");
}

describe("times in requests", () => {
  it("are in the examples of every document that has them", () => {
    const requests = [...subject.operations].map(([, { operation }]) => operation["requestBody"] ?? null);
    expect(timed.length > 0).toBe(JSON.stringify(requests).includes('"format":"date-time"'));
  });

  for (const { operationId, name, body } of timed) {
    it.each(["11.001Z", "11.123+05:30", "11.123456789-08:00", "11+00:00"])(
      `${operationId}, ${name}: a text that ends in %s arrives as it is`,
      async (end) => {
        const input = withTimes(body, (index) => `2021-11-11T11:0${index}:${end}`);
        expect(await sent(operationId, input)).toEqual(input);
      },
    );

    it(`${operationId}, ${name}: a Date keeps its milliseconds`, async () => {
      const start = Date.UTC(2021, 10, 11, 11, 9, 11, 7);
      const input = withTimes(body, (index) => new Date(start + index));
      const wanted = withTimes(body, (index) => `2021-11-11T11:09:11.00${7 + index}Z`);
      expect(await sent(operationId, input)).toEqual(wanted);
    });
  }
});
