// A smoke test against Prism: every operation, as function and as method, with documented bodies, by its own reading of the
// document. Prism looks at OpenAPI 3.1 schemas, bodies and keys; it does not look at headers that no document lists.
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput, requestExamplesOf, requiredValues } from "../examples.ts";
import { inputOf } from "../input.ts";
import { pagesOf } from "../places.ts";
import { callStyles, loadSubject, setting } from "../subject.ts";
import { quietEnvironment } from "../surroundings.ts";
import { type PrismServer, startPrism } from "./prism.ts";

const subject = await loadSubject();
const document = createRequire(join(setting("PROJECT"), "package.json")).resolve(
  `${subject.name}/openapi.json`,
);
const credentials = credentialsOf(subject.document);
const settings = { ...asOptions(credentials), retry: false };
let prism: PrismServer;

beforeAll(async () => {
  prism = await startPrism(document);
}, 300_000);
afterAll(() => prism.close());
beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());

const calls = subject.operations.flatMap((operation) => {
  const shown = requestExamplesOf(operation).map(([name, body]) => ({
    name,
    input: inputOf(operation, { ...requiredValues(operation, subject.document), body }),
  }));
  const all =
    shown.length > 0 ? shown : [{ name: "no body", input: plainInput(operation, subject.document) }];
  return all.flatMap((one) => callStyles.map((style) => ({ ...one, style, id: operation.id, operation })));
});

describe("Prism takes every documented request, and the package its answer", () => {
  it.each(calls)("$id: $name, as $style", async ({ id, operation, input, style }) => {
    const client = subject.createClient({ ...settings, baseUrl: prism.url });
    const { data, response } = await subject.call(style, client, id, input).withResponse();
    const success = operation.responses.find(({ status }) => status.startsWith("2"));
    expect(response.status).toBe(Number(success?.status));
    const examples = success?.contents.flatMap(({ examples: all }) => [...all.values()]) ?? [];
    // Prism answers the first example; where there is none, the call gives nothing.
    const whole: unknown = pagesOf(subject.rawOperation(id)) ? Reflect.get(Object(data), "data") : data;
    if (examples.length > 0) expect(examples).toContainEqual(whole);
    else expect(whole).toBeUndefined();
  });
});

describe("Prism refuses what is wrong", () => {
  const withBody = subject.operations.filter(({ body }) => body?.required === true);

  it.each(withBody)("$id with a body of another shape", async ({ id }) => {
    const client = subject.createClient({ ...settings, baseUrl: prism.url });
    const outcome = await subject.call("function", client, id, { data: 7, compute: 7 }).result();
    expect(outcome).toMatchObject({ ok: false, error: { status: 400 } });
  });

  it.each(subject.operations)("$id with keys that are not the document's", async (operation) => {
    const fetch = (request: Request): Promise<Response> => {
      const headers = new Headers(request.headers);
      for (const { header } of credentials) headers.delete(header[0]);
      return globalThis.fetch(new Request(request, { headers }));
    };
    const client = subject.createClient({ ...settings, baseUrl: prism.url, fetch });
    const outcome = await subject
      .call("function", client, operation.id, plainInput(operation, subject.document))
      .result();
    expect(outcome).toMatchObject({ ok: false, error: { status: 401 } });
  });
});
