import { describe, expect, it } from "vitest";
import { none } from "./answer/none.js";
import { json } from "./body/json.js";
import { ApiError } from "./errors/api-error.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { ConnectionError } from "./errors/connection-error.js";
import { closedPort, loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const list = sampleOperation<unknown, { n: number }, ApiError | ConnectionError>();

describe("a call", () => {
  it("sends nothing until it is asked, then once for all that ask", async () => {
    const server = await loopback((response, _, n) =>
      sendJson(response, 200, { n }, { "x-request-id": "r-1" }),
    );
    const call = list(sampleClient(server.url), undefined);
    await new Promise(setImmediate);
    expect(server.received).toHaveLength(0);
    const [data, again, full, result] = await Promise.all([call, call, call.withResponse(), call.result()]);
    expect([data, again, full.data, result]).toEqual([
      { n: 0 },
      { n: 0 },
      { n: 0 },
      { ok: true, value: { n: 0 } },
    ]);
    expect(server.received).toHaveLength(1);
    expect(full).toMatchObject({ attempts: 1, requestId: "r-1", rateLimit: undefined });
    expect(full.response.status).toBe(200);
    expect(full.response.url).toBe(`${server.url}/parcels`);
  });

  it("is a promise with then, catch and finally", async () => {
    const server = await loopback((response) => sendJson(response, 404, {}));
    const call = list(sampleClient(server.url), undefined);
    const seen: string[] = [];
    const status = await call
      .finally(() => seen.push("finally"))
      .then(
        () => 0,
        (error: ApiError) => error.status,
      );
    expect(status).toBe(404);
    expect(await call.catch((error: ApiError) => error.status)).toBe(404);
    expect(seen).toEqual(["finally"]);
    expect(Object.prototype.toString.call(call)).toBe("[object Call]");
    // @ts-expect-error -- a promise takes it for nothing
    await expect(call.then(5)).rejects.toMatchObject({ status: 404 });
    expect(server.received).toHaveLength(1);
  });

  it("gives the unread answer, of any status", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 404 : 200, { n }));
    const client = sampleClient(server.url);
    const good = await list(client, undefined).asResponse();
    expect([good.status, good.bodyUsed, good.url]).toEqual([200, false, `${server.url}/parcels`]);
    expect(await good.json()).toEqual({ n: 0 });
    const bad = await list(client, undefined).asResponse();
    expect([bad.status, bad.bodyUsed]).toEqual([404, false]);
    expect(await bad.json()).toEqual({ n: 1 });
  });

  it("gives one grain or the other, never a body that was already read", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const client = sampleClient(server.url);
    const raw = list(client, undefined);
    await raw.asResponse();
    await expect(raw).rejects.toThrow(TypeError);
    const read = list(client, undefined);
    await read;
    await expect(read.asResponse()).rejects.toThrow(/asResponse/);
  });

  it("gives documented and transport errors as values, and rejects for mistakes", async () => {
    const server = await loopback((response) => sendJson(response, 403, { errors: ["Forbidden"] }));
    const client = sampleClient(server.url);
    const result = await list(client, undefined).result();
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error).toBeInstanceOf(ApiError);
    const nobody = await list(sampleClient(await closedPort(), { retry: 0 }), undefined).result();
    expect(!nobody.ok && nobody.error).toBeInstanceOf(ConnectionError);
    await expect(sampleOperation({ security: [["key"]] })(client, undefined).result()).rejects.toThrow(
      ConfigurationError,
    );
    const dated = sampleOperation({ params: [{ in: "query", name: "from" }] });
    await expect(dated(client, { from: new Date(Number.NaN) }).result()).rejects.toThrow(
      new TypeError("listParcels: The parameter from is an invalid Date"),
    );
    expect(server.received).toHaveLength(1);
  });

  it("passes on what a program throws in a middleware as it is", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const mine = new RangeError("mine");
    const call = list(sampleClient(server.url), undefined, { middleware: [() => Promise.reject(mine)] });
    await expect(call.result()).rejects.toBe(mine);
  });
});

describe("a request", () => {
  it("has the parts of the input in their places", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const operation = sampleOperation({
      id: "changeParcel",
      method: "PATCH",
      path: "/parcels/{id}",
      params: [
        { in: "path", name: "id" },
        { in: "query", name: "dry[run]", key: ["dry", "run"] },
        { in: "header", name: "X-Trace" },
        { in: "cookie", name: "c" },
      ],
      body: json,
      accept: "application/vnd.parcels+json",
    });
    const input = { id: "a/b", dry: { run: true }, "X-Trace": "t", c: "1", body: { at: new Date(1) } };
    const frozen = Object.freeze(input);
    await operation(sampleClient(`${server.url}/base/`), frozen);
    expect(server.received).toMatchObject([
      {
        method: "PATCH",
        url: "/base/parcels/a%2Fb?dry%5Brun%5D=true",
        headers: {
          accept: "application/vnd.parcels+json",
          "content-type": "application/json",
          "x-trace": "t",
          cookie: "c=1",
          "user-agent": expect.stringMatching(/^clientwright\/\d+\.\d+\.\d+ parcels\/1\.2\.3$/),
        },
      },
    ]);
    expect(server.received[0]?.body.toString()).toBe('{"at":"1970-01-01T00:00:00.001Z"}');
  });

  it("without a body has no content type", async () => {
    const server = await loopback((response) => response.writeHead(202).end("<html>"));
    const operation = sampleOperation({ method: "POST", body: json, answers: { 202: none } });
    expect(await operation(sampleClient(server.url), undefined)).toBeUndefined();
    expect(server.received[0]?.headers).not.toHaveProperty("content-type");
    expect(server.received[0]?.headers["content-length"]).toBe("0");
  });

  it("takes headers of client and call, the call's winning and null removing", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const client = sampleClient(server.url, {
      headers: { "X-A": "client", "x-b": "client", Accept: "text/csv" },
      apiKey: "k",
    }).with({ headers: new Headers({ "x-A": "with" }) });
    const operation = sampleOperation({ security: [["key"]] });
    await operation(client, undefined, {
      headers: { "X-B": null, "user-agent": null, "x-key": "other", "x-c": undefined },
    });
    const headers = server.received[0]?.headers;
    expect(headers).toMatchObject({ "x-a": "with", accept: "text/csv", "x-key": "k" });
    expect(headers).not.toHaveProperty("x-b");
    expect(headers?.["user-agent"]).not.toMatch(/clientwright/);
  });

  it("names the application first in the user agent", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    await list(sampleClient(server.url, { userAgent: "bot/7" }), undefined);
    expect(server.received[0]?.headers["user-agent"]).toMatch(/^bot\/7 clientwright\//);
  });

  it("does not follow a redirect, which could take the keys along", async () => {
    const other = await loopback((response) => sendJson(response, 200, {}));
    const server = await loopback((response) =>
      response.writeHead(302, { location: `${other.url}/x` }).end(),
    );
    const call = sampleOperation({ security: [["key"]] })(
      sampleClient(server.url, { apiKey: "k" }),
      undefined,
    );
    await expect(call).rejects.toMatchObject({
      status: 302,
      message: expect.stringContaining("redirects are not followed"),
    });
    expect(other.received).toHaveLength(0);
  });
});
