// Breaks a document in one way, to see that the comparison notices.
import { expect, it } from "vitest";
import { compareDocuments } from "./compare-operations.ts";
import { domains, loadDocument } from "./document.ts";
import { loadFacts } from "./facts.ts";
import { type JsonObject, type JsonValue, listOf, objectOf } from "./json.ts";
import { operationsOf } from "./operations.ts";

export const send = "createCIAppPipelineEvent";
export const list = "listCIAppPipelineEvents";
export const search = "searchCIAppPipelineEvents";
export const aggregate = "aggregateCIAppPipelineEvents";
export const commit = "getCodeCoverageCommitSummary";

/** Where the schema of a request body, and that of a 200, are in an operation. */
export const body: readonly string[] = ["requestBody", "content", "application/json", "schema"];
export const answer: readonly string[] = ["responses", "200", "content", "application/json", "schema"];

/** One way to break a document, and the difference that the comparison must then report. */
export interface KnownBad {
  name: string;
  operation: string;
  change: (operation: JsonObject, document: JsonObject) => void;
  reports: string;
}

const facts = loadFacts();

/** Runs each case on fresh copies of the documents. */
export function refuses(cases: readonly KnownBad[]): void {
  it.each(cases)("$name", ({ operation, change, reports }) => {
    const documents = domains.map((domain) => loadDocument(domain).document);
    for (const document of documents) {
      const found = operationsOf(document).get(operation);
      if (found !== undefined) change(found.operation, document);
    }
    expect(compareDocuments(documents, facts)).toContain(reports);
  });
}

/** The object at the end of a path of keys and positions. */
export function at(value: JsonValue, path: readonly (string | number)[]): JsonObject {
  let current: JsonValue | undefined = value;
  for (const key of path) {
    current = typeof key === "number" ? listOf(current)[key] : objectOf(current)[key];
  }
  return objectOf(current);
}
