import { describe, expect, it } from "vitest";
import type { CallOutcome, Middleware, MiddlewareContext } from "./middleware.js";
import { loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const list = sampleOperation({ path: "/parcels/{id}", params: [{ in: "path", name: "id" }] });
const input = { id: "7" };

describe("middleware", () => {
  it("wraps every attempt, the client's outside of the call's, each able to change what passes", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, { n }));
    const seen: string[] = [];
    const mark =
      (name: string): Middleware =>
      async (request, next, { attempt }) => {
        seen.push(`${name} ${attempt}`);
        request.headers.append("x-via", name);
        const response = await next(request);
        seen.push(`${name} ${response.status}`);
        return response;
      };
    const client = sampleClient(server.url, { middleware: [mark("client")] }).with({
      middleware: [mark("with")],
    });
    await list(client, input, { middleware: [mark("call")] });
    const once = (attempt: number, status: number): string[] => [
      ...["client", "with", "call"].map((name) => `${name} ${attempt}`),
      ...["call", "with", "client"].map((name) => `${name} ${status}`),
    ];
    expect(seen).toEqual([...once(1, 503), ...once(2, 200)]);
    expect(server.received.map(({ headers }) => headers["x-via"])).toEqual([
      "client, with, call",
      "client, with, call",
    ]);
  });

  it("may answer itself, replace the request or send twice", async () => {
    const server = await loopback((response, { url }, n) => sendJson(response, 200, { url, n }));
    const client = sampleClient(server.url);
    const cached: Middleware = async () => Response.json("cached");
    expect(await list(client, input, { middleware: [cached] })).toBe("cached");
    const elsewhere: Middleware = (request, next) => next(new Request(`${server.url}/other`, request));
    expect(await list(client, input, { middleware: [elsewhere] })).toEqual({ url: "/other", n: 0 });
    const twice: Middleware = async (request, next) => (await next(request.clone()), next(request));
    expect(await list(client, input, { middleware: [twice] })).toEqual({ url: "/parcels/7", n: 2 });
  });

  it("must give a Response, as the option fetch must", async () => {
    const client = sampleClient("http://127.0.0.1:1");
    // @ts-expect-error -- that is the mistake
    const forgetful: Middleware = async () => {};
    const message = "listParcels: a middleware or the option fetch gave no Response";
    await expect(list(client, input, { middleware: [forgetful] })).rejects.toThrow(message);
    // @ts-expect-error -- that is the mistake
    await expect(list(client, input, { fetch: async () => "text" })).rejects.toThrow(message);
  });

  it("sees the time limit and the signal that ended its attempt", async () => {
    const server = await loopback(() => {});
    const seen: unknown[] = [];
    const watching: Middleware = async (request, next) => {
      try {
        return await next(request);
      } catch (error) {
        seen.push(error);
        throw error;
      }
    };
    const client = sampleClient(server.url, { middleware: [watching], retry: 0 });
    for (const limit of [() => ({ timeout: 20 }), () => ({ signal: AbortSignal.timeout(20) })]) {
      const call = list(client, input, limit());
      const error: unknown = await call.catch((reason: unknown) => reason);
      await expect.poll(() => seen.shift()).toBe(error);
    }
  });

  it("may fail to hear how the call ended", async () => {
    const server = await loopback((response) => sendJson(response, 200, "value"));
    const deaf: Middleware = (request, next, { onSettled }) => {
      onSettled(() => {
        throw new Error("deaf");
      });
      return next(request);
    };
    expect(await list(sampleClient(server.url, { middleware: [deaf] }), input)).toBe("value");
  });

  it("knows the call, and hears once how it ended", async () => {
    const server = await loopback((response, _, n) =>
      sendJson(response, n < 1 ? 503 : n < 2 ? 200 : 404, {}),
    );
    const contexts: MiddlewareContext[] = [];
    const outcomes: CallOutcome[] = [];
    const client = sampleClient(server.url, {
      middleware: [
        async (request, next, context) => {
          contexts.push(context);
          if (context.attempt === 1) context.onSettled((outcome) => outcomes.push(outcome));
          return next(request);
        },
      ],
    });
    await list(client, input);
    await list(client, input).result();
    expect(contexts).toMatchObject([
      {
        operation: "listParcels",
        method: "GET",
        path: "/parcels/{id}",
        attempt: 1,
        api: { name: "@sample/parcels", version: "1.2.3" },
      },
      { attempt: 2 },
      { attempt: 1 },
    ]);
    expect(contexts[0]?.call).toBe(contexts[1]?.call);
    expect(contexts[0]?.call).not.toBe(contexts[2]?.call);
    contexts[0]?.logger.info("to nobody", {});
    expect(outcomes).toMatchObject([
      { attempts: 2, status: 200 },
      { attempts: 1, status: 404, error: { status: 404 } },
    ]);
    expect(outcomes[0]).not.toHaveProperty("error");
  });
});
