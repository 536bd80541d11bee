import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { domains, loadDocument } from "./document.ts";
import { loadFacts } from "./facts.ts";
import { provenanceKey } from "./fields.ts";
import { type JsonObject, type JsonValue, objectOf } from "./json.ts";
import { jsonContent, operationsOf } from "./operations.ts";

const operations = new Map(domains.flatMap((domain) => [...operationsOf(loadDocument(domain).document)]));
const facts = [...loadFacts().values()];

interface Exchange {
  where: string;
  documented: readonly JsonValue[];
  stated: readonly JsonObject[];
}

function examplesOf(holder: JsonValue | undefined): JsonObject[] {
  return Object.values(objectOf(jsonContent(objectOf(holder))["examples"])).map((example) =>
    objectOf(example),
  );
}

const exchanges: Exchange[] = facts.flatMap(({ operationId, request, responses }) => {
  const operation = operations.get(operationId)?.operation ?? {};
  const requested: Exchange = {
    where: `${operationId} request`,
    documented: request?.examples ?? [],
    stated: examplesOf(operation["requestBody"]),
  };
  const answered = Object.entries(responses).map(([status, response]) => ({
    where: `${operationId} ${status}`,
    documented: response.body ? [response.example] : [],
    stated: examplesOf(objectOf(operation["responses"])[status]),
  }));
  return [requested, ...answered];
});

/** The one documented answer that its own field table refuses; lint.test.ts shows that it is refused. */
const contradictory = "aggregateCIAppPipelineEvents 200";

const documentedOnes = exchanges
  .filter(({ where }) => where !== contradictory)
  .flatMap(({ where, documented, stated }) =>
    documented.map((example, index) => ({ where, number: index + 1, example, stated })),
  );

describe("documented examples", () => {
  it.each(documentedOnes)("$where, number $number, is in the document", ({ example, stated }) => {
    expect(stated.map(({ value }) => value)).toContainEqual(example);
  });
});

describe("examples that are not documented", () => {
  it.each(exchanges)("are marked in $where", ({ documented, stated }) => {
    const unmarked = stated
      .filter((example) => !(provenanceKey in example))
      .filter(({ value }) => !documented.some((example) => isDeepStrictEqual(example, value)));
    expect(unmarked).toEqual([]);
  });
});

describe("the documented answer of an aggregation", () => {
  const exchange = exchanges.find(({ where }) => where === contradictory);
  const repaired = exchange?.stated.find((example) => "value" in objectOf(example[provenanceKey]));

  it("is held with a text in place of the object that it prints as a computed value", () => {
    const printed = JSON.stringify(exchange?.documented[0]);
    const placeholder = '"computes":{"<any-key>":{"description":"undefined","type":"undefined"}}';
    expect(printed).toContain(placeholder);
    expect(JSON.parse(printed.replace(placeholder, '"computes":{"<any-key>":"undefined"}'))).toEqual(
      repaired?.value,
    );
  });
});

describe("curl commands", () => {
  it("send the documented examples, one each", () => {
    for (const { curl, request, method, path } of facts) {
      expect(curl.map((command) => [command.method, command.path])).toEqual(curl.map(() => [method, path]));
      expect(curl.flatMap(({ body }) => (body === undefined ? [] : [body]))).toEqual(request?.examples ?? []);
    }
  });
});
