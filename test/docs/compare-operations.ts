// Compares one operation, or all of them, with the facts of the reference pages.
import { compareFields, compareKeywords } from "./compare-fields.ts";
import type { OperationFacts, ResponseFact } from "./facts.ts";
import { fieldRows, provenanceKey } from "./fields.ts";
import { type JsonObject, listOf, objectOf, textsOf } from "./json.ts";
import { jsonContent, operationsOf, schemeOf, securityOf, type SpecOperation } from "./operations.ts";

/** Every difference between documents and facts, each a line of text; none means that they say the same. */
export function compareDocuments(
  documents: readonly JsonObject[],
  facts: ReadonlyMap<string, OperationFacts>,
): string[] {
  const differences: string[] = [];
  const operations = new Map(documents.flatMap((document) => [...operationsOf(document)]));
  for (const id of operations.keys()) if (!facts.has(id)) differences.push(`${id}: not documented`);
  for (const [id, fact] of facts) {
    const operation = operations.get(id);
    if (operation === undefined) differences.push(`${id}: documented, missing in the spec`);
    else differences.push(...compareOperation(fact, operation));
  }
  return differences;
}

function compareOperation(facts: OperationFacts, spec: SpecOperation): string[] {
  const { operation } = spec;
  const id = facts.operationId;
  const differences: string[] = [];
  const same = (what: string, documented: string, stated: string): void => {
    if (documented !== stated) differences.push(`${id}: ${what} ${documented} became ${stated}`);
  };
  same("method", facts.method, spec.method);
  same("path", facts.path, spec.path);
  same("preview", String(facts.preview), String(operation["x-clientwright-preview"] ?? false));
  differences.push(...compareJudgements(id, operation));
  differences.push(...compareSites(facts, spec));
  differences.push(...compareSecurity(facts, spec));
  differences.push(...compareFields(`${id} query`, facts.query, parameterRows(operation)));
  differences.push(...compareRequest(facts, operation));
  differences.push(...compareResponses(facts, operation));
  return differences;
}

/** What the generator is told beyond the page must be marked, apart from `preview`, which the page states. */
function compareJudgements(id: string, operation: JsonObject): string[] {
  const { "x-clientwright-preview": _, [provenanceKey]: marks, ...rest } = operation;
  const judgements = Object.entries(rest).filter(([key]) => key.startsWith("x-") || key === "deprecated");
  return compareKeywords(id, {}, Object.fromEntries(judgements), objectOf(marks));
}

function compareSites(facts: OperationFacts, spec: SpecOperation): string[] {
  const servers = listOf(spec.operation["servers"] ?? spec.document["servers"]).map((server) =>
    objectOf(server),
  );
  const site = objectOf(objectOf(servers[0]?.["variables"])["site"]);
  const known = textsOf(site["x-clientwright-values"]);
  const byName = (names: readonly string[]): JsonObject =>
    Object.fromEntries(names.map((name) => [name, true]));
  const where = `${facts.operationId} site`;
  const differences = compareKeywords(
    where,
    byName(facts.sites),
    byName(known),
    objectOf(site[provenanceKey]),
  );
  if (servers.length !== 1 || servers[0]?.["url"] !== "https://api.{site}") {
    differences.push(`${where}: servers are ${JSON.stringify(servers.map((server) => server["url"]))}`);
  }
  return differences;
}

/**
 * The key headers of each curl command are one alternative, documented permissions its roles; documented scopes are the
 * other alternative's.
 */
function compareSecurity(facts: OperationFacts, spec: SpecOperation): string[] {
  const keys: string[] = [];
  const permissions: string[] = [];
  const scopes: string[] = [];
  for (const alternative of securityOf(spec)) {
    const schemes = Object.keys(alternative).map((name) => schemeOf(spec.document, name));
    const asked = Object.values(alternative).flatMap((value) => textsOf(value));
    if (schemes.every((scheme) => scheme["type"] === "apiKey")) {
      keys.push(schemes.map((scheme) => `${String(scheme["in"])} ${String(scheme["name"])}`).join(", "));
      permissions.push(...asked);
    } else scopes.push(...asked);
  }
  const sent = facts.curl.map(({ headers }) =>
    Object.keys(headers)
      .filter((name) => name.startsWith("DD-"))
      .map((name) => `header ${name}`)
      .join(", "),
  );
  const differences: string[] = [];
  const compare = (what: string, documented: readonly string[], stated: readonly string[]): void => {
    const left = [...new Set(documented)].sort().join(" or ");
    const right = [...new Set(stated)].sort().join(" or ");
    if (left !== right) differences.push(`${facts.operationId}: ${what} "${left}" became "${right}"`);
  };
  compare("keys", sent, keys);
  compare("permissions", facts.permissions, permissions);
  compare("scopes", facts.scopes, scopes);
  return differences;
}

function parameterRows(operation: JsonObject): ReturnType<typeof fieldRows> {
  return listOf(operation["parameters"]).flatMap((value) => {
    const parameter = objectOf(value);
    const place = parameter["in"] === "query" ? "" : `${String(parameter["in"])} `;
    const { schema, name, required, in: _, description: __, [provenanceKey]: marks, ...rest } = parameter;
    const rows = fieldRows(objectOf(schema), place + String(name), required === true);
    const [own] = rows;
    if (own !== undefined) {
      Object.assign(own.keywords, rest);
      own.marks = { ...own.marks, ...objectOf(marks) };
    }
    return rows;
  });
}

function compareRequest(facts: OperationFacts, operation: JsonObject): string[] {
  const { request } = facts;
  const body = operation["requestBody"];
  const where = `${facts.operationId} request`;
  if (request === undefined) return body === undefined ? [] : [`${where}: a body is not documented`];
  if (body === undefined) return [`${where}: a body is documented, missing in the spec`];
  const { required, content } = objectOf(body);
  const differences = [...compareMediaTypes(where, objectOf(content))];
  if (request.required !== (required === true)) {
    differences.push(`${where}: the body is documented as ${request.required ? "" : "not "}required`);
  }
  const schema = objectOf(jsonContent(objectOf(body))["schema"]);
  return [...differences, ...compareFields(where, request.fields, fieldRows(schema))];
}

function compareResponses(facts: OperationFacts, operation: JsonObject): string[] {
  const differences: string[] = [];
  const responses = objectOf(operation["responses"]);
  for (const [status, response] of Object.entries(responses)) {
    const where = `${facts.operationId} ${status}`;
    const marks = objectOf(objectOf(response)[provenanceKey]);
    const fact = facts.responses[status];
    if (fact !== undefined) differences.push(...compareResponse(where, fact, objectOf(response)));
    else if (!("exists" in marks)) differences.push(`${where}: in the spec, neither documented nor marked`);
  }
  for (const status of Object.keys(facts.responses)) {
    if (!(status in responses))
      differences.push(`${facts.operationId} ${status}: documented, missing in the spec`);
  }
  return differences;
}

function compareResponse(where: string, fact: ResponseFact, response: JsonObject): string[] {
  const differences = [...compareKeywords(where, {}, {}, objectOf(response[provenanceKey]))];
  for (const [name, header] of Object.entries(objectOf(response["headers"]))) {
    const marks = objectOf(objectOf(header)[provenanceKey]);
    if (!("exists" in marks)) differences.push(`${where} header ${name}: neither documented nor marked`);
  }
  if (!String(response["description"]).startsWith(`${fact.title}.`)) {
    differences.push(`${where}: the description does not start with "${fact.title}."`);
  }
  if (!fact.body) {
    return response["content"] === undefined
      ? differences
      : [...differences, `${where}: documented without a body`];
  }
  const schema = objectOf(jsonContent(response)["schema"]);
  differences.push(...compareMediaTypes(where, objectOf(response["content"])));
  return [...differences, ...compareFields(where, fact.fields, fieldRows(schema))];
}

/** The pages know JSON alone. */
function compareMediaTypes(where: string, content: JsonObject): string[] {
  const types = Object.keys(content).join(", ");
  return types === "application/json" ? [] : [`${where}: media types are "${types}"`];
}
