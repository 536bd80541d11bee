// Clients that do something wrong: the judge of requests must refuse every one of them, and say what is wrong.
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { asOptions, credentialsOf } from "./credentials.ts";
import { judgeRequest } from "./judge-request.ts";
import { startLoopback } from "./loopback.ts";
import { requestCasesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const credentials = credentialsOf(subject.document);
const requests = [...subject.operations].flatMap(([id, operation]) =>
  requestCasesOf(id, operation, credentials),
);

afterAll(() => service.close());
beforeEach(() => {
  quietEnvironment(subject.document);
  service.answerWith({ status: 500 });
});
afterEach(() => vi.unstubAllEnvs());

interface Parts {
  url: string;
  method: string;
  headers: Headers;
  body: string;
}

/** Sends a request after something in it was changed. */
function wrongly(change: (parts: Parts) => void): (request: Request) => Promise<Response> {
  return async (request) => {
    const { url, method, headers } = request;
    const parts: Parts = { url, method, headers: new Headers(headers), body: await request.text() };
    change(parts);
    const body = parts.body === "" ? {} : { body: parts.body };
    return fetch(parts.url, { method: parts.method, headers: parts.headers, ...body });
  };
}

function editBody(parts: Parts, edit: (body: Record<string, unknown>) => void): void {
  const body: Record<string, unknown> = JSON.parse(parts.body);
  edit(body);
  parts.body = JSON.stringify(body);
}

const mistakes: readonly { name: string; found: string; change: (parts: Parts) => void }[] = [
  {
    name: "another path",
    found: "path",
    change: (parts) => (parts.url = parts.url.replace(/(\?|$)/, "s$1")),
  },
  { name: "another method", found: "method", change: (parts) => (parts.method = "DELETE") },
  {
    name: "one more parameter",
    found: "query",
    change: (parts) => (parts.url += `${parts.url.includes("?") ? "&" : "?"}a=b`),
  },
  { name: "no Accept", found: "headers", change: ({ headers }) => headers.delete("accept") },
  { name: "another Accept", found: "headers", change: ({ headers }) => headers.set("accept", "text/html") },
  { name: "one more header", found: "headers", change: ({ headers }) => headers.set("x-extra", "1") },
  {
    name: "a header twice",
    found: "headers",
    change: ({ headers }) => headers.append("accept", "application/json"),
  },
  {
    name: "a bearer token too",
    found: "headers",
    change: ({ headers }) => headers.set("authorization", "Bearer x"),
  },
];

const bodyMistakes: typeof mistakes = [
  { name: "no Content-Type", found: "headers", change: ({ headers }) => headers.delete("content-type") },
  {
    name: "one more field",
    found: "body",
    change: (parts) => editBody(parts, (body) => (body["extra"] = null)),
  },
  {
    name: "one field less",
    found: "body",
    change: (parts) => editBody(parts, (body) => Reflect.deleteProperty(body, Object.keys(body)[0] ?? "")),
  },
  { name: "JSON in JSON", found: "body", change: (parts) => (parts.body = JSON.stringify(parts.body)) },
  {
    name: "half a body",
    found: "body is not JSON",
    change: (parts) => (parts.body = parts.body.slice(0, -1)),
  },
];

const credentialMistakes: typeof mistakes = credentials.flatMap(({ header: [name], option }) => [
  { name: `no ${option}`, found: "headers", change: ({ headers }: Parts) => headers.delete(name) },
  { name: `another ${option}`, found: "headers", change: ({ headers }: Parts) => headers.set(name, "wrong") },
]);

async function differences(
  one: (typeof requests)[number],
  change: (parts: Parts) => void,
): Promise<string[]> {
  const fetch = wrongly(change);
  const client = subject.createClient({
    ...asOptions(credentials),
    baseUrl: service.url,
    retry: false,
    fetch,
  });
  await subject.call("function", client, one.operationId, one.input).result();
  const [received] = service.received;
  return received ? judgeRequest(one.expected, received) : ["nothing arrived"];
}

describe.each(requests)("$name", (one) => {
  const sent = new Set(Object.keys(one.expected.headers));
  const applying = [
    ...mistakes,
    ...(one.expected.body === undefined ? [] : bodyMistakes),
    ...credentialMistakes.filter(
      ({ name }, index) =>
        name.startsWith("another ") || sent.has(credentials[Math.floor(index / 2)]?.header[0] ?? ""),
    ),
  ];

  it("is accepted as it is", async () => {
    expect(await differences(one, () => undefined)).toEqual([]);
  });

  it.each(applying)("is refused with $name", async ({ found, change }) => {
    expect(await differences(one, change)).toContainEqual(expect.stringMatching(`^${found}: `));
  });

  if (one.expected.query.length > 0) {
    it("is refused with a query that is not encoded", async () => {
      const decode = (parts: Parts): void => {
        parts.url = parts.url.replaceAll("%5B", "[").replaceAll("%5D", "]");
      };
      expect(await differences(one, decode)).toContainEqual(expect.stringMatching("^query is not encoded: "));
    });
  }
});
