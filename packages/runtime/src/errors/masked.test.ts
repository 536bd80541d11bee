import { expect, it } from "vitest";
import { loopback, type Answer } from "../testing/loopback.js";
import { sampleClient, sampleOperation } from "../testing/sample.js";

/** What a call with every kind of key fails with, as it would be stored. */
async function failure(answer: Answer): Promise<string> {
  const server = await loopback(answer);
  const client = sampleClient(server.url, {
    apiKey: "test",
    secondKey: "test-and-more",
    accessToken: "a/b token",
    login: "joe:hunter2!",
  });
  const call = sampleOperation({ security: [["key", "second", "token", "login"]] });
  const error: unknown = await call(client, undefined).catch((reason: unknown) => reason);
  return `${String(error)} ${JSON.stringify(error)}`;
}

it("takes secrets out however a service writes them", async () => {
  const echoes = ["bad test-and-more", "Bearer a/b token", "a%2Fb%20token", "no hunter2! for joe"];
  const shown = await failure((response) => {
    response.writeHead(403, { "content-type": "application/json" }).end(JSON.stringify({ errors: echoes }));
  });
  expect(shown).toContain("bad [redacted]; Bearer [redacted]; [redacted]; no [redacted] for joe");
  expect(shown).not.toMatch(/test|more|token|hunter/);
});

it("takes them out of what headers and the status line say", async () => {
  const shown = await failure((response) => {
    response.writeHead(200, "test-and-more", {
      "content-type": "x/test-and-more",
      "x-request-id": "test-and-more",
    });
    response.end("{");
  });
  expect(shown).toContain("200 with a body that is not valid JSON (x/[redacted])");
  expect(shown).toContain('"requestId":"[redacted]"');
  expect(shown).not.toContain("more");
});

it("leaves the runtime's own words, whatever the key is", async () => {
  const server = await loopback((response) => response.writeHead(403).end());
  const call = sampleOperation({ security: [["key"]] })(
    sampleClient(server.url, { apiKey: "parcels" }),
    undefined,
  );
  await expect(call).rejects.toThrow("403 Forbidden from GET /parcels (listParcels) [1 attempt]");
});
