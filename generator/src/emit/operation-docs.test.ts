import { expect, it } from "vitest";
import { documentOf, modelOne } from "../testing/document.ts";
import { clientModule } from "./client.ts";
import { Imports } from "./imports.ts";
import { operationDocs } from "./operation-docs.ts";
import { signature } from "./operation-types.ts";
import { printModule } from "./print.ts";

it.each([
  ["OK. The parcel.", "The parcel."],
  ["Created. The parcel.", "The parcel."],
  ["OK", "OK."],
  ["OK.", "OK."],
  ["Okapis. All of them.", "Okapis. All of them."],
  ["The parcel. OK. Really.", "The parcel. OK. Really."],
])("what a call returns is said without its status in words: %j", (description, told) => {
  const answer = `{ description: ${JSON.stringify(description)}, content: { application/json: { schema: { type: object } } } }`;
  const api = modelOne(
    documentOf(`paths: { /a: { get: { operationId: run, responses: { "200": ${answer} } } } }`),
  );
  const [operation] = api.operations;
  if (!operation) throw new Error("There is no operation");
  const docs = operationDocs(api, operation, signature(api, operation, new Imports([]), "./"));
  expect(docs.split("\n").find((line) => line.startsWith("@returns"))).toBe(`@returns ${told}`);
});

it("a relative server is told of where it is needed: at the client, and at an operation that has one of its own", () => {
  const api = modelOne(
    documentOf(
      "servers: [{ url: '/v3*/' }]\npaths: { /a: { get: { operationId: run, servers: [{ url: /files }], responses: {} } } }",
    ),
  );
  const client = printModule(clientModule(api, "1.0.0"));
  expect(client.replaceAll(/\s+\* /g, " ")).toContain(
    "`baseUrl` is needed, such as `https://api.example.com/v3*`: the server of the document, `/v3*\\/`, is relative.",
  );
  const [operation] = api.operations;
  if (!operation) throw new Error("There is no operation");
  const docs = operationDocs(api, operation, signature(api, operation, new Imports([]), "./"));
  expect(docs.replaceAll("\n", " ")).toContain(
    "Its server, `/files`, is relative: the client needs `baseUrl`, such as `https://api.example.com/files`.",
  );
});

it("a basic login is said to be no base64, behind what the document says of it", () => {
  const api = modelOne(
    documentOf(
      "components: { securitySchemes: { login: { type: http, scheme: basic, description: Yours } } }\nsecurity: [{ login: [] }]\npaths: { /a: { get: { operationId: run, responses: {} } } }",
    ),
  );
  expect(printModule(clientModule(api, "1.0.0")).replaceAll(/(?:\s+\* ?)+/g, " ")).toContain(
    "Yours `user:password` as it is, not in base64: the client encodes it.",
  );
});
