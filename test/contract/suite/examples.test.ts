// Every documented example round-trips, over a real port: those of requests arrive, those of answers come back.
import { startServer } from "@clientwright/testing/server";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { loadFacts } from "../../docs/facts.ts";
import type { JsonValue } from "../../docs/json.ts";
import { answerOf, expectedOf, headersOf } from "../answers.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { requestExamplesOf, requiredValues } from "../examples.ts";
import { inputOf } from "../input.ts";
import { judgeOutcome } from "../outcome.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const mock = useMock(subject);
const server = await startServer(mock);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  baseUrl: server.url,
  retry: false,
});

afterAll(() => server.close());

const requests = subject.operations.flatMap((operation) =>
  requestExamplesOf(operation).flatMap(([name, body]) =>
    callStyles.map((style) => ({ id: operation.id, operation, name, body, style })),
  ),
);

describe("documented requests", () => {
  it("are there for every operation with a body", () => {
    const shown = new Set(requests.map(({ id }) => id));
    expect(subject.operations.filter(({ body }) => body).map(({ id }) => id)).toEqual([...shown]);
  });

  it.each(requests)("$id: $name, as $style", async ({ id, operation, body, style }) => {
    const input = inputOf(operation, { ...requiredValues(operation, subject.document), body });
    await subject.call(style, client, id, input);
    expect(mock.requests.map((request) => request.body)).toEqual([body]);
  });
});

interface AnswerExample {
  readonly id: string;
  readonly status: number;
  readonly name: string;
  readonly body: JsonValue;
  readonly check: boolean;
}

const answers = subject.operations.flatMap((operation) =>
  operation.responses.flatMap(({ status, contents }): AnswerExample[] => {
    const { id } = operation;
    const fact = loadFacts().get(id)?.responses[status];
    const stated = contents.flatMap(({ examples }) => [...examples]);
    const shown = stated.map(([name, body]) => ({ id, status: Number(status), name, body, check: true }));
    // The reference prints one answer that contradicts its own field table: it is no example, yet it must get through.
    const contradictory = fact?.body && !stated.some(([, body]) => isDeepStrictEqual(body, fact.example));
    return contradictory
      ? [
          ...shown,
          { id, status: Number(status), name: "of the reference page", body: fact.example, check: false },
        ]
      : shown;
  }),
);

describe("documented answers", () => {
  it("are there for every status that has content", () => {
    const withContent = subject.operations.flatMap(({ id, responses }) =>
      responses
        .filter(({ status, contents }) => status !== "default" && contents.length > 0)
        .map(({ status }) => `${id} ${status}`),
    );
    const shown = new Set(answers.map(({ id, status }) => `${id} ${status}`));
    expect(withContent.filter((one) => !shown.has(one))).toEqual([]);
  });

  it.each(answers)("$id $status: $name", async ({ id, status, body, check }) => {
    const operation = subject.operations.find((one) => one.id === id);
    if (!operation) throw new Error(`There is no operation ${id}`);
    const values = {
      ...requiredValues(operation, subject.document),
      body: requestExamplesOf(operation)[0]?.[1],
    };
    const answer = answerOf(status, body, headersOf(operation, subject.document, status));
    mock.on(id, { ...answer, body, check });
    const expected = expectedOf(subject.rawOperation(id), status, body);
    const start = (): ReturnType<typeof subject.call> =>
      subject.call("function", client, id, inputOf(operation, values));
    expect(await judgeOutcome(expected, answer, start, subject)).toEqual([]);
  });
});

describe("an outcome that is not the documented one", () => {
  const failure = answers.find(({ status }) => status >= 400);
  it.each([
    ["other data", { body: '{"errors":["something else"]}' }, "error body"],
    ["another status", { status: 418 }, "error status"],
    ["a rate limit", { status: 429 }, "a RateLimitError"],
    ["a success", { status: 200 }, "result() ok"],
    ["another request id", { headers: { "x-request-id": "8" } }, "error requestId"],
  ])("is seen: %s", async (_, change, found) => {
    if (!failure) throw new Error("The document has no error example");
    const operation = subject.operations.find(({ id }) => id === failure.id);
    if (!operation) throw new Error(`There is no operation ${failure.id}`);
    const answer = answerOf(failure.status, failure.body, {});
    const { body, ...rest } = { ...answer, ...change };
    mock.on(failure.id, { ...rest, text: body ?? "", check: false });
    const values = {
      ...requiredValues(operation, subject.document),
      body: requestExamplesOf(operation)[0]?.[1],
    };
    const expected = expectedOf(subject.rawOperation(failure.id), failure.status, failure.body);
    const start = (): ReturnType<typeof subject.call> =>
      subject.call("function", client, failure.id, inputOf(operation, values));
    const differences = await judgeOutcome(expected, answer, start, subject);
    expect(differences.map((one) => one.split(":")[0])).toContain(found);
  });
});
