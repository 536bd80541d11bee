import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { isObject, type JsonValue, listOf } from "../docs/json.ts";
import { asOptions, credentialsOf } from "./credentials.ts";
import { startLoopback } from "./loopback.ts";
import { batchItemsOf, bodyWith, valueAt } from "./places.ts";
import { bodyExamplesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { callStyles, loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  baseUrl: service.url,
  retry: false,
});
const batched = [...subject.operations].flatMap(([id, operation]) => {
  const path = batchItemsOf(operation);
  if (path === undefined) return [];
  // The documented examples, each as one item or as several.
  const shown = bodyExamplesOf(operation).flatMap(([, body]) => {
    const value = valueAt(path, body);
    return isObject(value) ? [value] : listOf(value);
  });
  const name = `batch${id.charAt(0).toUpperCase()}${id.slice(1)}`;
  const success = Number(
    Object.keys(operation.operation["responses"] ?? {}).find((status) => status < "300"),
  );
  return callStyles.map((style) => ({ name, style, path, shown, success }));
});

afterAll(() => service.close());
beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());

it("every operation with batches in the document is covered, as function and as method", () => {
  const documented = JSON.stringify(subject.document).match(/"x-clientwright-batch":\{/g)?.length ?? 0;
  expect(batched).toHaveLength(documented * callStyles.length);
});

it.each(batched)(
  "$name sends the documented examples together, as $style",
  async ({ name, style, path, shown, success }) => {
    expect(shown.length).toBeGreaterThan(1);
    service.answerWith({ status: success });
    const summary = await subject.start(style, client, name, shown);
    expect(summary).toMatchObject({ taken: shown.length, sent: shown.length, failures: [] });
    expect(service.received.map(({ body }) => JSON.parse(body))).toEqual([bodyWith([path, shown])]);
  },
);

it.each(batched)("$name gives back what failed, as $style", async ({ name, style, path, shown, success }) => {
  const text = JSON.stringify(shown[0]);
  service.answerWith(({ body }) => {
    const [only]: readonly JsonValue[] = listOf(valueAt(path, JSON.parse(body)));
    return JSON.stringify(only) === text ? { status: 400, body: "{}" } : { status: success };
  });
  const summary = await subject.start(style, client, name, shown, { maxItems: 1 });
  expect(summary).toMatchObject({ sent: shown.length - 1, failed: 1, requests: shown.length });
  expect(summary).toHaveProperty("failures.0.items", [shown[0]]);
  expect(subject.isA("ApiError", Reflect.get(Object(summary), "failures")[0].error)).toBe(true);
});
