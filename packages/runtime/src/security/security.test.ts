import { inspect } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { createClient } from "../client.js";
import { ConfigurationError } from "../errors/configuration-error.js";
import { loopback, sendJson } from "../testing/loopback.js";
import { api, sampleClient, sampleOperation, type SampleOptions } from "../testing/sample.js";

const pair = [["key", "second"], ["token"]];

/** The headers and URL that one call sends. */
async function sent(security: readonly (readonly string[])[] | undefined, options: SampleOptions) {
  const server = await loopback((response) => sendJson(response, 200, {}));
  await sampleOperation({ ...(security && { security }) })(sampleClient(server.url, options), undefined);
  const [request] = server.received;
  return { url: request?.url, headers: request?.headers ?? {} };
}

describe("credentials", () => {
  it("go to their places", async () => {
    const security = [["key", "inQuery", "inCookie", "token"]];
    const options = { apiKey: " k\n", queryKey: "a&b=c", cookieKey: "x;y", accessToken: "t" };
    expect(await sent(security, options)).toMatchObject({
      url: "/parcels?api_key=a%26b%3Dc",
      headers: { "x-key": "k", cookie: "session=x%3By", authorization: "Bearer t" },
    });
    const basic = await sent([["login"]], { login: "Aladdin:öpen" });
    expect(basic.headers.authorization).toBe(`Basic ${Buffer.from("Aladdin:öpen").toString("base64")}`);
  });

  it("are only those the operation asks for", async () => {
    const all = { apiKey: "k", secondKey: "s", accessToken: "t", login: "a:b" };
    expect(Object.keys((await sent(undefined, all)).headers).join()).not.toMatch(/x-|authorization/);
    expect((await sent([["key"]], all)).headers).toMatchObject({ "x-key": "k" });
    expect((await sent([["key"]], all)).headers).not.toHaveProperty("x-second");
    expect((await sent(pair, all)).headers).not.toHaveProperty("authorization");
  });

  it("given in code win over those of the environment", async () => {
    vi.stubEnv("PARCELS_KEY", "env-key");
    vi.stubEnv("PARCELS_SECOND", "env-second");
    expect((await sent(pair, {})).headers).toMatchObject({ "x-key": "env-key", "x-second": "env-second" });
    expect((await sent(pair, { apiKey: "mine" })).headers).toMatchObject({
      "x-key": "mine",
      "x-second": "env-second",
    });
    const token = await sent(pair, { accessToken: "t" });
    expect(token.headers).toMatchObject({ authorization: "Bearer t" });
    expect(token.headers).not.toHaveProperty("x-key");
    vi.stubEnv("PARCELS_SECOND", "");
    await expect(sent(pair, {})).rejects.toBeInstanceOf(ConfigurationError);
    vi.unstubAllEnvs();
  });

  it("are left out where a call without them is allowed and none is there", async () => {
    expect((await sent([[], ["key"]], {})).headers).not.toHaveProperty("x-key");
    expect((await sent([[], ["key"]], { apiKey: "k" })).headers).toMatchObject({ "x-key": "k" });
  });

  it("are asked for before every attempt", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, {}));
    let version = 0;
    const client = sampleClient(server.url, { apiKey: async () => `k${(version += 1)}` });
    await sampleOperation({ security: [["key"]] })(client, undefined);
    expect(server.received.map(({ headers }) => headers["x-key"])).toEqual(["k1", "k2"]);
  });

  it("that are missing fail before the request and name the option and the variable", async () => {
    const operation = sampleOperation({ security: pair });
    await expect(operation(sampleClient("http://127.0.0.1:1"), undefined)).rejects.toThrow(
      "listParcels: A credential is missing: give the option apiKey (environment: PARCELS_KEY) and the option secondKey (environment: PARCELS_SECOND), or the option accessToken",
    );
    const empty = sampleClient("http://127.0.0.1:1", { accessToken: () => "" });
    await expect(operation(empty, undefined)).rejects.toThrow(
      "listParcels: A credential is missing: give the option accessToken",
    );
  });

  it("that cannot be sent are refused without being shown", async () => {
    const operation = sampleOperation({ security: [["key"]] });
    for (const apiKey of ["se\ncret", "secret\u0000", "secrét"]) {
      const error: unknown = await operation(sampleClient("http://127.0.0.1:1", { apiKey }), undefined).catch(
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(ConfigurationError);
      expect(inspect(error)).not.toMatch(/se.?cr/);
    }
  });

  it("that cannot be had fail with the name of the operation and the option", async () => {
    const vault = new Error("vault");
    const failing: (() => unknown)[] = [
      () => () => Promise.reject(vault),
      () => () => {
        throw vault;
      },
      // Whoever has no types may give a promise.
      () => Promise.reject(vault),
    ];
    for (const make of failing) {
      const client = sampleClient("http://127.0.0.1:1", { apiKey: make() as string, secondKey: () => "s" });
      await expect(sampleOperation({ security: pair })(client, undefined)).rejects.toMatchObject({
        name: "ConfigurationError",
        message: "listParcels: The function given as option apiKey failed",
        cause: vault,
      });
    }
  });

  it("that fail while another is refused are not left unhandled", async () => {
    const client = sampleClient("http://127.0.0.1:1", {
      apiKey: () => Promise.reject(new Error("vault")),
      secondKey: "s\u0000",
    });
    await expect(sampleOperation({ security: pair })(client, undefined)).rejects.toThrow(
      "listParcels: The value of the option secondKey (environment: PARCELS_SECOND) has characters that cannot be sent",
    );
  });

  it("are not in what a client shows", () => {
    const client = sampleClient("http://127.0.0.1:1", { apiKey: "hidden" });
    const shown =
      inspect(client, { depth: 9, showHidden: false }) +
      JSON.stringify(client) +
      JSON.stringify({ ...client });
    expect(shown).not.toContain("hidden");
  });
});

describe("the client of another API", () => {
  it("is refused, for its keys and base URL belong elsewhere", async () => {
    const elsewhere = createClient(
      { ...api, name: "@other/api", server: { url: "https://other.test" } },
      { baseUrl: "http://127.0.0.1:1" },
    );
    await expect(sampleOperation()(elsewhere, undefined)).rejects.toThrow(
      /A client of @other\/api .* cannot call @sample\/parcels/,
    );
  });

  it("is welcome when the API is at the same place", async () => {
    const server = await loopback((response) => sendJson(response, 200, 1));
    const sibling = createClient({ ...api, name: "@sample/other" }, { baseUrl: server.url });
    expect(await sampleOperation()(sibling, undefined)).toBe(1);
  });

  it("is a clear error when it is no client at all", async () => {
    // @ts-expect-error: not a client
    await expect(sampleOperation()({}, undefined)).rejects.toThrow(/createClient/);
  });
});
