// Every operation, every documented status: sampled requests arrive as they were given, and sampled answers give callers
// what they hold, in all grains, as function and as method, in process and over a real port.
import { mockApi, sampler } from "@clientwright/testing";
import { startServer } from "@clientwright/testing/server";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOf, descriptionOf, expectedOf, headersOf, statusesOf } from "../answers.ts";
import { requestsOf, valuesOf } from "../arbitrary.ts";
import { awkward } from "../awkward.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { inputOf } from "../input.ts";
import { judgeOutcome } from "../outcome.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { quietEnvironment } from "../surroundings.ts";
import { recordTraffic } from "../traffic.ts";

const subject = await loadSubject();
const samples = sampler(subject.document, { text: awkward });
const mock = mockApi(subject.document);
const server = await startServer(mock);
const traffic = recordTraffic(80);
const settings = { ...asOptions(credentialsOf(subject.document)), retry: false };
const ways = {
  "in process": {
    // Of a service that answers alike, the first exchanges are recorded: copies of all would take most of the time.
    watched: subject.createClient({ ...settings, fetch: traffic.watch(mock.fetch) }),
    plain: subject.createClient({ ...settings, fetch: mock.fetch }),
    numRuns: Number(process.env["CLIENTWRIGHT_RUNS"] ?? 200),
  },
  "over a port": {
    watched: subject.createClient({ ...settings, baseUrl: server.url }),
    plain: subject.createClient({ ...settings, baseUrl: server.url }),
    numRuns: Number(process.env["CLIENTWRIGHT_RUNS"] ?? 200) / 5,
  },
};
let exchanges = 0;

beforeEach(() => quietEnvironment(subject.document));
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await server.close();
  traffic.write("samples");
  process.stdout.write(`${subject.name}: ${exchanges} sampled exchanges\n`);
});

const cases = subject.operations.flatMap((operation) =>
  statusesOf(operation).flatMap(({ name, statuses }) =>
    Object.entries(ways).map(([way, { watched, plain, numRuns }]) => ({
      id: operation.id,
      operation,
      name,
      statuses,
      way,
      watched,
      plain,
      numRuns,
    })),
  ),
);

describe("sampled requests and answers", () => {
  it.each(cases)("$id, $name, $way", async ({ id, operation, statuses, watched, plain, numRuns }) => {
    let run = 0;
    const raw = subject.rawOperation(id);
    const schema = descriptionOf(operation, statuses[0] ?? 0)?.contents[0]?.schema;
    const bodies = schema === undefined ? fc.constant(undefined) : valuesOf(samples, schema, "answer");
    await fc.assert(
      fc.asyncProperty(
        requestsOf(samples, operation),
        bodies,
        fc.constantFrom(...statuses),
        fc.constantFrom(...callStyles),
        async (values, body, status, style) => {
          exchanges += 1;
          const client = run++ < 80 ? watched : plain;
          const headers = headersOf(operation, subject.document, status);
          const answer = answerOf(status, body, headers);
          mock.reset();
          mock.on(id, { ...answer, ...(body === undefined ? {} : { body }) });
          const input = inputOf(operation, values);
          const before = structuredClone(input);
          const start = (): ReturnType<typeof subject.call> => subject.call(style, client, id, input);
          expect(await judgeOutcome(expectedOf(raw, status, body), answer, start, subject)).toEqual([]);
          expect(input).toEqual(before);
          // The three grains of the first call share one request; the unread answer is a call of its own.
          expect(mock.requests).toHaveLength(2);
          for (const { parameters, body: arrived, rejections } of mock.requests) {
            expect(rejections).toEqual([]);
            expect({ ...parameters.path, ...parameters.query, ...parameters.header }).toEqual(
              values.parameters,
            );
            expect(arrived).toEqual(values.body);
          }
        },
      ),
      { seed: 20_260_801, numRuns },
    );
  });
});
