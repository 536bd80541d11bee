import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerCasesOf } from "./answer-cases.ts";
import { asOptions, credentialsOf } from "./credentials.ts";
import { judgeOutcome } from "./judge-outcome.ts";
import { startLoopback } from "./loopback.ts";
import { requestCasesOf } from "./request-cases.ts";
import { quietEnvironment } from "./surroundings.ts";
import { callStyles, loadSubject } from "./subject.ts";

const subject = await loadSubject();
const service = await startLoopback();
const credentials = credentialsOf(subject.document);
const client = subject.createClient({ ...asOptions(credentials), baseUrl: service.url, retry: false });
const inputs = new Map(
  [...subject.operations].map(([id, operation]) => [
    id,
    requestCasesOf(id, operation, credentials)[0]?.input,
  ]),
);
const cases = [...subject.operations].flatMap(([id, operation]) => answerCasesOf(id, operation));
const styled = cases.flatMap((one) => callStyles.map((style) => ({ ...one, style })));

afterAll(() => service.close());
beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());

describe("every documented answer gives its outcome, in all four grains", () => {
  it.each(styled)("$name, as $style", async ({ style, operationId, answer, expected }) => {
    service.answerWith(answer);
    const start = () => subject.call(style, client, operationId, inputs.get(operationId));
    expect(await judgeOutcome(expected, answer, start, subject)).toEqual([]);
    // The three grains of the first call share one request; the unread answer is a call of its own.
    expect(service.received).toHaveLength(2);
  });
});

describe("known-bad answers", () => {
  const success = cases.find(({ expected }) => expected.ok);
  const failure = cases.find(({ expected }) => !expected.ok && expected.body !== undefined);
  const alterations = [
    {
      name: "other data",
      of: failure,
      change: { body: '{"errors":["something else"]}' },
      found: "error body",
    },
    { name: "no data", of: failure, change: { body: "" }, found: "error messages" },
    { name: "another status", of: failure, change: { status: 418 }, found: "error status" },
    { name: "a rate limit", of: failure, change: { status: 429 }, found: "a RateLimitError" },
    { name: "a success", of: failure, change: { status: 202 }, found: "result() ok" },
    { name: "a failure", of: success, change: { status: 400 }, found: "awaited" },
    {
      name: "another request id",
      of: failure,
      change: { headers: { "x-request-id": "8" } },
      found: "error requestId",
    },
  ];

  it.each(alterations)("$name is seen in place of the documented answer", async ({ of, change, found }) => {
    if (!of) throw new Error("The document has no such answer");
    service.answerWith({ ...of.answer, ...change });
    const start = () => subject.call("function", client, of.operationId, inputs.get(of.operationId));
    const differences = await judgeOutcome(of.expected, of.answer, start, subject);
    expect(differences).toContainEqual(
      expect.stringMatching(`^${found.replaceAll(/[()]/g, String.raw`\$&`)}: `),
    );
  });
});
