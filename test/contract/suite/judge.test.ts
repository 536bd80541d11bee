// Clients that do something wrong, made of the requests that the package really sends: the judge must refuse every one.
import { judge, mockApi, type Rule, type WireRequest, wireOf } from "@clientwright/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type JsonObject, objectOf } from "../../docs/json.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { requestExamplesOf } from "../examples.ts";
import { inputOf } from "../input.ts";
import { loadSubject } from "../subject.ts";
import { quietEnvironment } from "../surroundings.ts";
import { sampler } from "@clientwright/testing";

const subject = await loadSubject();
const judged = judge(subject.document);
const credentials = credentialsOf(subject.document);
let proven = 0;

beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());
afterAll(() => {
  process.stdout.write(`${subject.name}: ${proven} judge rejections proven\n`);
});

/** What the package sends for an operation with a documented body and, if it has any, every parameter. */
async function sentBy(operation: (typeof subject.operations)[number]): Promise<WireRequest> {
  const sent: WireRequest[] = [];
  const mock = mockApi(subject.document);
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(await wireOf(request.clone()));
    return mock.fetch(request);
  };
  const client = subject.createClient({ ...asOptions(credentials), fetch, retry: false });
  const samples = sampler(subject.document);
  const values = operation.parameters.flatMap(({ name, schema }) =>
    schema === undefined ? [] : [[name, samples.value(schema, "request", 8)] as const],
  );
  const body = requestExamplesOf(operation)[0]?.[1];
  await subject.call(
    "function",
    client,
    operation.id,
    inputOf(operation, { parameters: Object.fromEntries(values), body }),
  );
  const [request] = sent;
  if (!request) throw new Error(`${operation.id} sent nothing`);
  return request;
}

type Change = (request: WireRequest) => WireRequest | undefined;

const header =
  (name: string, value: string | undefined): Change =>
  (request) => ({
    ...request,
    headers: [
      ...request.headers.filter(([one]) => one !== name),
      ...(value === undefined ? [] : [[name, value] as const]),
    ],
  });
const target =
  (edit: (target: string) => string): Change =>
  (request) => {
    const changed = edit(request.target);
    return changed === request.target ? undefined : { ...request, target: changed };
  };
const body =
  (edit: (body: JsonObject) => unknown): Change =>
  (request) => {
    if (request.body.length === 0) return undefined;
    const changed = edit(objectOf(JSON.parse(new TextDecoder().decode(request.body))));
    const text = typeof changed === "string" ? changed : JSON.stringify(changed);
    return {
      ...header("content-length", undefined)(request),
      ...request,
      body: new TextEncoder().encode(text),
    };
  };

const mistakes: readonly [name: string, rule: Rule, change: Change][] = [
  ["another path", "path", target((one) => one.replace(/(\?|$)/, "s$1"))],
  [
    "another case of the path",
    "path",
    target((one) => one.replace(/[a-z](?=[^/?]*(\?|$))/, (letter) => letter.toUpperCase())),
  ],
  ["a slash at the end", "path-encoding", target((one) => one.replace(/(\?|$)/, "/$1"))],
  ["a slash too many", "path-encoding", target((one) => one.replace("/api", "//api"))],
  ["another method", "method", (request) => ({ ...request, method: "DELETE" })],
  ["one more parameter", "query-unknown", target((one) => `${one}${one.includes("?") ? "&" : "?"}a=b`)],
  [
    "another case of a parameter",
    "query-unknown",
    target((one) => one.replace(/[?&][a-z]/, (start) => start.toUpperCase())),
  ],
  ["a parameter twice", "query-repeated", target((one) => one.replace(/\?([^&]*)/, "?$1&$1"))],
  ["a parameter without a value", "query-empty", target((one) => one.replace(/=[^&]*/, "="))],
  ["brackets that are not encoded", "query-encoding", target((one) => one.replaceAll("%5B", "["))],
  ["letters that need no encoding", "query-encoding", target((one) => one.replace(/=[^&]*/, "=%61"))],
  ["a plus for a space", "query-encoding", target((one) => one.replace(/=[^&]*/, "=a+b"))],
  ["no UTF-8", "query-encoding", target((one) => one.replace(/=[^&]*/, "=%FF"))],
  ["a space behind an integer", "query-value", target((one) => one.replace(/(limit%5D=\d+)/, "$1%20"))],
  ["a value over its bound", "query-value", target((one) => one.replace(/(limit%5D=)\d+/, "$11001"))],
  [
    "a value that no enum has",
    "query-value",
    target((one) => one.replace(/([?&]sort=)[^&]*/, "$1Timestamp")),
  ],
  ["one more header", "header-unknown", header("x-extra", "1")],
  [
    "a header twice",
    "header-repeated",
    (request) => ({ ...request, headers: [...request.headers, ["user-agent", "a"]] }),
  ],
  ["a cookie", "cookie-unknown", header("cookie", "a=b")],
  ["another Accept", "accept", header("accept", "text/html")],
  ["a bearer token too", "credential-surplus", header("authorization", "Bearer x")],
  [
    "another media type",
    "body-media-type",
    (request) => (request.body.length > 0 ? header("content-type", "text/plain")(request) : undefined),
  ],
  [
    "no media type",
    "body-media-type",
    (request) => (request.body.length > 0 ? header("content-type", undefined)(request) : undefined),
  ],
  [
    "another length",
    "body-length",
    (request) => (request.body.length > 0 ? header("content-length", "1")(request) : undefined),
  ],
  ["half a body", "body-syntax", body((one) => JSON.stringify(one).slice(0, -1))],
  ["JSON in JSON", "body-value", body((one) => JSON.stringify(JSON.stringify(one)))],
  ["a list for an object", "body-value", body((one) => [one])],
  [
    "a text for every part",
    "body-value",
    body((one) => Object.fromEntries(Object.keys(one).map((key) => [key, "text"]))),
  ],
];

const credentialMistakes = credentials.flatMap(({ header: [name], option }): [string, Rule, Change][] => {
  const isSent: (change: Change) => Change = (change) => (request) =>
    request.headers.some(([one]) => one === name) ? change(request) : undefined;
  return [
    [`no ${option}`, "credential-missing", isSent(header(name, undefined))],
    [`an empty ${option}`, "credential-form", isSent(header(name, ""))],
    [
      `${option} where it is not asked for`,
      "credential-surplus",
      (request) =>
        request.headers.some(([one]) => one === name)
          ? undefined
          : header(name, name === "authorization" ? "Bearer x" : "x")(request),
    ],
  ];
});

describe.each(subject.operations)("$id", async (operation) => {
  const request = await sentBy(operation);
  const applying = [...mistakes, ...credentialMistakes].flatMap(([name, rule, change]) => {
    const changed = change(request);
    return changed === undefined ? [] : [{ name, rule, changed }];
  });

  it("is accepted as it is", () => {
    expect(judged.request(request)).toMatchObject({ ok: true, request: { operationId: operation.id } });
  });

  it("is tried with enough mistakes", () => {
    expect(applying.length).toBeGreaterThan(15);
  });

  it.each(applying)("is refused with $name", ({ rule, changed }) => {
    const { ok, rejections } = judged.request(changed);
    expect(ok).toBe(false);
    expect(rejections.map((one) => one.rule)).toContain(rule);
    proven += 1;
  });
});
