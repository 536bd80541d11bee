// What goes wrong between a client and a service, for every operation: the caller gets one clear error, and no other.
import { faults, sampler } from "@clientwright/testing";
import { startServer } from "@clientwright/testing/server";
import type { Client } from "@clientwright/runtime";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { descriptionOf } from "../answers.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput } from "../examples.ts";
import { type AnyCall, loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const samples = sampler(subject.document);
const mock = useMock(subject);
const settings = { ...asOptions(credentialsOf(subject.document)), retry: false };
/** A server for each test: what a client gave up may still be on its way when the test is over. */
const ways: Readonly<
  Record<string, () => Promise<{ readonly client: Client; readonly close: () => Promise<void> }>>
> = {
  "in process": async () => ({
    client: subject.createClient({ ...settings, fetch: mock.fetch }),
    close: () => Promise.resolve(),
  }),
  "over a port": async () => {
    const { url, close } = await startServer(mock);
    return { client: subject.createClient({ ...settings, baseUrl: url }), close };
  },
};
const operations = subject.operations.flatMap((operation) => {
  const success = Number(
    operation.responses.map(({ status }) => status).find((status) => status.startsWith("2")),
  );
  const hasBody = (descriptionOf(operation, success)?.contents.length ?? 0) > 0;
  const body = hasBody ? samples.answer(operation.id, success, 3).body : undefined;
  const input = plainInput(operation, subject.document);
  return Object.entries(ways).map(([way, open]) => ({
    id: operation.id,
    way,
    open,
    hasBody,
    body,
    input,
    success,
  }));
});

function failureOf(call: AnyCall): Promise<unknown> {
  return call.then(
    (data) => ({ unexpected: data }),
    (error: unknown) => error,
  );
}

describe.each(operations)("$id, $way", ({ id, open, hasBody, body, input, success }) => {
  let place: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    place = await open();
  });
  afterEach(() => place.close());
  const call = (options: object = {}): AnyCall => subject.call("function", place.client, id, input, options);
  const fails = async (kind: string, options: object = {}): Promise<unknown> => {
    const error = await failureOf(call(options));
    expect([error, subject.isA(kind, error)]).toEqual([error, true]);
    expect(error).toMatchObject({ operation: id, attempts: 1 });
    return error;
  };

  it("a refused connection", async () => {
    mock.on(id, faults.refused());
    await fails("ConnectionError");
  });

  it("a gateway's page", async () => {
    mock.on(id, faults.html(502));
    expect(await fails("ApiError")).toMatchObject({
      status: 502,
      body: undefined,
      bodyText: expect.stringContaining("<h1>"),
    });
  });

  it("an error without a body, and one that is cut", async () => {
    mock.on(id, [faults.empty(418), { status: 418, text: '{"errors":["n', check: false }]);
    expect(await fails("ApiError")).toMatchObject({
      status: 418,
      body: undefined,
      bodyText: "",
      messages: [],
    });
    expect(await fails("ApiError")).toMatchObject({
      status: 418,
      body: undefined,
      bodyText: '{"errors":["n',
    });
  });

  it("an error whose body breaks off", async () => {
    mock.on(id, faults.reset({ status: 418, body: { errors: ["no"] }, check: false }));
    expect(await fails("ApiError")).toMatchObject({
      status: 418,
      body: undefined,
      cause: { name: "TypeError" },
    });
  });

  it("an answer of the wrong type is read for what it is", async () => {
    mock.on(id, faults.wrongType("text/plain", hasBody ? { body } : {}));
    const raw = await call().asResponse();
    expect([raw.status, await raw.text()]).toEqual([success, hasBody ? JSON.stringify(body) : ""]);
    await expect(call()).resolves.toEqual(hasBody ? expect.anything() : undefined);
  });

  if (hasBody) {
    it("a body that breaks off, is cut, is empty, is a page", async () => {
      mock.on(id, faults.reset({ body }));
      await fails("ConnectionError");
      const half = JSON.stringify(body).slice(0, -1);
      mock.on(id, [faults.truncated({ body: { data: [], ...Object(body) } }), { text: half, check: false }]);
      expect(await fails("DecodeError")).toMatchObject({ status: success });
      expect(await fails("DecodeError")).toMatchObject({ status: success, preview: half.slice(0, 200) });
      mock.on(id, [faults.empty(success), faults.html(success)]);
      await fails("DecodeError");
      expect(await fails("DecodeError")).toMatchObject({ contentType: "text/html" });
    });
  }

  if (!hasBody) {
    it("a success without content is one, whatever comes in its place", async () => {
      for (const [type, text] of [
        ["application/json", "{}"],
        ["application/vnd.api+json", '{"data":null}'],
        ["application/json", '{"data":'],
        ["text/html", "<html></html>"],
      ]) {
        mock.on(id, { text: text ?? "", headers: { "content-type": type ?? "" }, check: false });
        expect(await call()).toBeUndefined();
      }
    });
  }

  it("slow headers and a slow body end with the time limit", async () => {
    mock.on(id, [
      faults.slowHeaders(),
      faults.slowBody(undefined, { status: 418, body: { errors: [] }, check: false }),
    ]);
    expect(await fails("TimeoutError", { timeout: 20 })).toMatchObject({ scope: "attempt", limit: 20 });
    expect(await fails("TimeoutError", { timeout: 20 })).toMatchObject({ scope: "attempt" });
  });

  it("an abort before the call sends nothing", async () => {
    const error = await failureOf(call({ signal: AbortSignal.abort(new Error("enough")) }));
    expect([subject.isA("AbortError", error), mock.requests.length]).toEqual([true, 0]);
    expect(error).toMatchObject({ attempts: 0, cause: { message: "enough" } });
  });

  it("an abort while waiting for headers, and in the middle of a body", async () => {
    for (const fault of [
      faults.slowHeaders(),
      faults.slowBody(undefined, { status: 418, body: { errors: ["no"] }, check: false }),
    ]) {
      mock.reset();
      const controller = new AbortController();
      mock.on(id, fault);
      const failure = failureOf(call({ signal: controller.signal }));
      await vi.waitFor(() => expect(mock.requests).toHaveLength(1));
      controller.abort(new Error("enough"));
      const error = await failure;
      expect([error, subject.isA("AbortError", error)]).toEqual([error, true]);
      expect(error).toMatchObject({ attempts: 1, cause: { message: "enough" } });
    }
  });
});
