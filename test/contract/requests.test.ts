import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadFacts } from "../docs/facts.ts";
import { alternativesOf, asHeaders, asOptions, credentialsOf } from "./credentials.ts";
import { judgeRequest } from "./judge-request.ts";
import { startLoopback } from "./loopback.ts";
import { requestCasesOf } from "./request-cases.ts";
import { serversOf } from "./servers.ts";
import { forwardTo, quietEnvironment } from "./surroundings.ts";
import { callStyles, loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const credentials = credentialsOf(subject.document);
const cases = [...subject.operations].flatMap(([id, operation]) =>
  requestCasesOf(id, operation, credentials),
);
const styled = cases.flatMap((one) => callStyles.map((style) => ({ ...one, style })));

afterAll(() => service.close());
beforeEach(() => {
  quietEnvironment(subject.document);
  service.answerWith({ status: 500, body: "{}", headers: { "content-type": "application/json" } });
});
afterEach(() => vi.unstubAllEnvs());

/** The differences of the one request that arrived; what the answer was does not matter here. */
async function differences(
  call: PromiseLike<unknown>,
  expected: Parameters<typeof judgeRequest>[0],
): Promise<string[]> {
  await call.then(undefined, () => undefined);
  const [received, ...more] = service.received;
  if (!received || more.length > 0) return [`${service.received.length} requests arrived, not one`];
  return judgeRequest(expected, received);
}

describe("every documented request arrives as documented", () => {
  it.each(styled)(
    "$name, as $style, with credentials from options",
    async ({ style, operationId, input, expected }) => {
      const options = { ...asOptions(credentials), baseUrl: service.url, retry: false };
      const call = subject.call(style, subject.createClient(options), operationId, input);
      expect(await differences(call, expected)).toEqual([]);
    },
  );

  it.each(styled)(
    "$name, as $style, with credentials from the environment",
    async ({ style, operationId, input, expected }) => {
      for (const { env, secret } of credentials) if (env !== undefined) vi.stubEnv(env, secret);
      const client = subject.createClient({ baseUrl: service.url, retry: false });
      expect(await differences(subject.call(style, client, operationId, input), expected)).toEqual([]);
    },
  );

  it.each(cases)("$name, without changing its input", async ({ operationId, input }) => {
    const before = structuredClone(input);
    const client = subject.createClient({ ...asOptions(credentials), baseUrl: service.url, retry: false });
    await subject.call("function", client, operationId, input).result();
    expect(input).toEqual(before);
  });
});

describe("the URL on every server", () => {
  it.each(cases)("$name", async ({ operationId, input, expected }) => {
    const servers = serversOf(subject.document);
    const documented = loadFacts().get(operationId)?.sites ?? [];
    for (const site of documented) expect(servers.flatMap(({ values }) => values)).toContain(site);
    for (const { url, options } of servers) {
      service.answerWith({ status: 500 });
      const urls: string[] = [];
      const fetch = forwardTo(service, urls);
      const client = subject.createClient({ ...asOptions(credentials), ...options, fetch, retry: false });
      const call = subject.call("function", client, operationId, input);
      expect(await differences(call, expected)).toEqual([]);
      expect(urls.map((sent) => new URL(sent).origin)).toEqual([url]);
    }
  });
});

const alternatives = [...subject.operations].flatMap(([operationId, operation]) =>
  alternativesOf(operation, credentials).map((needed) => ({
    operationId,
    needed,
    names: needed.map(({ option }) => option).join(" and "),
    one: cases.find((item) => item.operationId === operationId),
  })),
);

describe("each way to prove who calls", () => {
  it.each(alternatives)(
    "$operationId with $names sends those alone",
    async ({ operationId, needed, one }) => {
      const { input, expected } = one ?? {};
      if (!expected) throw new Error(`No request of ${operationId}`);
      const secrets = new Set(credentials.map(({ header: [name] }) => name));
      const plain = Object.fromEntries(
        Object.entries(expected.headers).filter(([name]) => !secrets.has(name)),
      );
      const client = subject.createClient({ ...asOptions(needed), baseUrl: service.url, retry: false });
      const wanted = { ...expected, headers: { ...plain, ...asHeaders(needed) } };
      expect(await differences(subject.call("function", client, operationId, input), wanted)).toEqual([]);
    },
  );

  it.each(alternatives)(
    "$operationId without any of $names sends nothing",
    async ({ operationId, needed, one }) => {
      const client = subject.createClient({ baseUrl: service.url, retry: false });
      const failure: unknown = await subject.call("function", client, operationId, one?.input).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(service.received).toEqual([]);
      for (const { option, env } of needed) {
        expect(String(failure)).toContain(option);
        if (env !== undefined) expect(String(failure)).toContain(env);
      }
    },
  );
});
