import { describe, expect, it } from "vitest";
import { jsonAnswer } from "./answer/json.js";
import { json } from "./body/json.js";
import { createClient } from "./client.js";
import { defineBodyOperation, withParameters, type OperationDefinition } from "./operation.js";
import { loopback, sendJson } from "./testing/loopback.js";
import { api, sampleClient, sampleOperation, type SampleOptions } from "./testing/sample.js";

const definition: OperationDefinition = {
  api,
  id: "sendParcel",
  method: "POST",
  path: "/parcels",
  idempotency: "none",
  body: json,
  answers: { 200: jsonAnswer },
};

describe("an operation", () => {
  it("without parameters takes its body as the input, also one with a property body", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const client = sampleClient(server.url);
    for (const operation of [sampleOperation(definition), sampleOperation({ ...definition, params: [] })]) {
      await operation(client, { body: 1 });
    }
    await defineBodyOperation(definition)(client, [1]);
    expect(server.received.map(({ url, body }) => [url, body.toString()])).toEqual([
      ["/parcels", '{"body":1}'],
      ["/parcels", '{"body":1}'],
      ["/parcels", "[1]"],
    ]);
  });

  it("with parameters takes the body from the input's own property body", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const operation = sampleOperation({ ...definition, params: [{ in: "query", name: "q" }] });
    const client = sampleClient(server.url);
    await operation(client, { q: 1, body: [2] });
    await operation(client, undefined);
    await operation(client, Object.create({ q: 1, body: [2] }));
    expect(server.received.map(({ url, body }) => [url, body.toString()])).toEqual([
      ["/parcels?q=1", "[2]"],
      ["/parcels", ""],
      ["/parcels", ""],
    ]);
  });

  it("may say where a request goes, within what the client sends to", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const operation = defineBodyOperation({
      ...definition,
      place: (input, base) => ({
        server: `${base}/other`,
        path: "/x",
        query: "y=1",
        headers: {},
        body: input,
      }),
    });
    await operation(sampleClient(server.url), 7);
    expect(server.received).toMatchObject([{ url: "/other/x?y=1" }]);
  });

  it("has a server of its own where the document says so", async () => {
    const asked: string[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      asked.push(request.url);
      return Response.json({});
    };
    const server = { url: "https://upload.{region}/v2", variables: { region: { default: "parcels.test" } } };
    const operation = sampleOperation({ server });
    await operation(createClient(api, { fetch }), undefined);
    await operation(createClient<SampleOptions>(api, { fetch, region: "eu.parcels.test" }), undefined);
    await operation(sampleClient("https://proxy.test", { fetch }), undefined);
    expect(asked).toEqual([
      "https://upload.parcels.test/v2/parcels",
      "https://upload.eu.parcels.test/v2/parcels",
      "https://proxy.test/parcels",
    ]);
  });
});

it("withParameters leaves an operation without parameters as it is", () => {
  expect(withParameters(definition)).toEqual(definition);
  expect(withParameters({ ...definition, params: [{ in: "query", name: "q" }] })).toHaveProperty("place");
});
