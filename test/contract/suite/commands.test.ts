// Every documented curl command against the client, and what holds for every request: servers, environment, credentials.
import { mockApi } from "@clientwright/testing";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CurlFact, loadFacts } from "../../docs/facts.ts";
import { alternativesOf, asHeaders, asOptions, credentialsOf } from "../credentials.ts";
import { plainInput, requiredValues } from "../examples.ts";
import { inputOf } from "../input.ts";
import { serversOf } from "../servers.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { quietEnvironment } from "../surroundings.ts";

const subject = await loadSubject();
const mock = mockApi(subject.document);
const urls: string[] = [];
const fetch = (request: Request): Promise<Response> => {
  urls.push(request.url);
  return mock.fetch(request);
};
const credentials = credentialsOf(subject.document);
const settings = { ...asOptions(credentials), fetch, retry: false };

beforeEach(() => {
  quietEnvironment(subject.document);
  mock.reset();
  urls.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  mock.verify();
});

const commands = subject.operations.flatMap((operation) =>
  (loadFacts().get(operation.id)?.curl ?? []).flatMap((curl, index) =>
    callStyles.map((style) => ({ id: operation.id, operation, curl, number: index + 1, style })),
  ),
);

/** The headers of a command with the test's keys in them, names in small letters. */
function headersOf({ headers }: CurlFact): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]): [string, string] => [
      name.toLowerCase(),
      value.replaceAll(/\$\{(\w+)\}/g, (_, env: string) => {
        const found = credentials.find((one) => one.env === env);
        if (!found)
          throw new Error(`The command uses ${env}, which no security scheme of the document reads`);
        return found.secret;
      }),
    ]),
  );
}

/** What was sent beside what every client of this kind sends. */
function sentHeaders(): Record<string, string> {
  const all = [...(mock.requests[0]?.headers ?? [])];
  return Object.fromEntries(all.filter(([name]) => name !== "user-agent"));
}

describe("documented commands", () => {
  it("are there for every operation", () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(subject.operations.length);
  });

  it.each(commands)("$id, number $number, as $style", async ({ id, operation, curl, style }) => {
    const input = inputOf(operation, { ...requiredValues(operation, subject.document), body: curl.body });
    await subject.call(style, subject.createClient(settings), id, input);
    const [server] = serversOf(subject.document);
    expect(urls).toEqual([`${server?.url}${curl.path}`]);
    expect(mock.requests.map(({ method, target, body }) => ({ method, target, body }))).toEqual([
      { method: curl.method, target: curl.path, body: curl.body },
    ]);
    expect(sentHeaders()).toEqual(headersOf(curl));
  });

  it.each(commands)(
    "$id, number $number, as $style, keys from the environment",
    async ({ id, operation, curl, style }) => {
      for (const { env, secret } of credentials) if (env !== undefined) vi.stubEnv(env, secret);
      const input = inputOf(operation, { ...requiredValues(operation, subject.document), body: curl.body });
      await subject.call(style, subject.createClient({ fetch, retry: false }), id, input);
      expect(sentHeaders()).toEqual(headersOf(curl));
    },
  );
});

describe("the URL on every server", () => {
  it.each(subject.operations)("$id", async (operation) => {
    const servers = serversOf(subject.document);
    const documented = loadFacts().get(operation.id)?.sites ?? [];
    for (const site of documented) expect(servers.flatMap(({ values }) => values)).toContain(site);
    for (const { options } of servers) {
      const client = subject.createClient({ ...settings, ...options });
      await subject.call("function", client, operation.id, plainInput(operation, subject.document));
    }
    expect(urls.map((sent) => new URL(sent).origin)).toEqual(servers.map(({ url }) => url));
  });
});

const alternatives = subject.operations.flatMap((operation) =>
  alternativesOf(operation, credentials).map((needed) => ({
    id: operation.id,
    input: plainInput(operation, subject.document),
    needed,
    names: needed.map(({ option }) => option).join(" and "),
  })),
);

describe("each way to prove who calls", () => {
  it.each(alternatives)("$id with $names sends those alone", async ({ id, input, needed }) => {
    const client = subject.createClient({ ...asOptions(needed), fetch, retry: false });
    await subject.call("function", client, id, input);
    const secrets = new Set(credentials.map(({ header: [name] }) => name));
    const sent = Object.entries(sentHeaders()).filter(([name]) => secrets.has(name));
    expect(Object.fromEntries(sent)).toEqual(asHeaders(needed));
  });

  it.each(alternatives)("$id without any of $names sends nothing", async ({ id, input, needed }) => {
    const client = subject.createClient({ fetch, retry: false });
    const failure: unknown = await subject.call("function", client, id, input).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(subject.isA("ConfigurationError", failure)).toBe(true);
    expect(urls).toEqual([]);
    for (const { option, env } of needed) {
      expect(String(failure)).toContain(option);
      if (env !== undefined) expect(String(failure)).toContain(env);
    }
  });
});
