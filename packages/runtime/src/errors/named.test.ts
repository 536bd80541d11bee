import { expect, it } from "vitest";
import { json } from "../body/json.js";
import { loopback, sendJson } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";

const send = sampleOperation({ method: "POST", body: json });

function failure(thrown: unknown): Promise<unknown> {
  const body = {
    toJSON: () => {
      throw thrown;
    },
  };
  return send(sampleClient("http://127.0.0.1:1"), body).catch((reason: unknown) => reason);
}

it("puts the operation before the message once, also of an error that is thrown again", async () => {
  const shared = new Error("bad");
  await failure(shared);
  expect(await failure(shared)).toBe(shared);
  expect(shared.message).toBe("listParcels: bad");
  expect(shared.stack).toMatch(/^Error: listParcels: bad\n/);
});

it("leaves an error that cannot be changed as it is", async () => {
  const frozen = Object.freeze(new Error("frozen"));
  expect(await failure(frozen)).toBe(frozen);
  const foreign = new DOMException("no", "DataCloneError");
  expect(await failure(foreign)).toBe(foreign);
  const odd = Object.assign(new Error("odd"), { message: 7 });
  expect(await failure(odd)).toBe(odd);
});

it("gives a mistake in the set-up the facts of the call", async () => {
  const server = await loopback((response) => sendJson(response, 200, 1));
  await expect(
    sampleOperation({ security: [["key"]] })(sampleClient(server.url), undefined),
  ).rejects.toMatchObject({
    name: "ConfigurationError",
    operation: "listParcels",
    method: "GET",
    path: "/parcels",
    attempts: 0,
  });
});

it("asks for a slow credential again, and tells that nothing was sent", async () => {
  const server = await loopback((response) => sendJson(response, 200, 1));
  let asked = 0;
  const apiKey = (): Promise<string> =>
    (asked += 1) > 1 ? Promise.resolve("k") : new Promise<string>(() => {});
  const client = sampleClient(server.url, { apiKey, timeout: 200 });
  const keyed = sampleOperation({ security: [["key"]] });
  const { attempts } = await keyed(client, undefined).withResponse();
  expect(attempts).toBe(server.received.length);
  asked = Number.NEGATIVE_INFINITY;
  await expect(keyed(client, undefined)).rejects.toMatchObject({ name: "TimeoutError", attempts: 0 });
});

it("tells how many attempts were sent before a credential failed", async () => {
  const server = await loopback((response) => sendJson(response, 503, {}));
  let asked = 0;
  const apiKey = (): string => {
    if ((asked += 1) > 1) throw new Error("vault");
    return "k";
  };
  const call = sampleOperation({ security: [["key"]] })(sampleClient(server.url, { apiKey }), undefined);
  await expect(call).rejects.toMatchObject({ name: "ConfigurationError", attempts: 1 });
  expect(server.received).toHaveLength(1);
});
