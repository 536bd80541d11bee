import type { Diagnostic } from "../diagnostics.ts";
import type { Api } from "../model/api.ts";
import { unionsOf, type UnionModel } from "../model/union.ts";
import { explainUnion } from "../model/union-explanation.ts";
import { describeAll, indent, model } from "./document.ts";

/** The unions of a document made of schemas, the first of which is taken, given, or both. */
export interface UnionsOfDocument {
  readonly api: Api;
  readonly found: readonly Diagnostic[];
  readonly unions: readonly UnionModel[];
  /** The union of a type, by the type's name. */
  union(typeName: string): UnionModel;
  /** Its decision tree, one line a question. */
  explain(typeName: string): readonly string[];
}

export type Use = "request" | "answer" | "both";

/** Builds the model of `components/schemas`, written in YAML. */
export function unionsIn(
  schemas: string,
  { use = "both", version = "3.1.1" }: { readonly use?: Use; readonly version?: string } = {},
): UnionsOfDocument {
  const { apis, found } = model(schemasDocument(schemas, use, version));
  const [api] = apis;
  if (api === undefined) throw new Error(describeAll(found).join("\n"));
  const unions = unionsOf(api.types, api.definitions);
  const union = (typeName: string): UnionModel => {
    const one = unions.find((each) => each.typeName === typeName);
    if (one === undefined) throw new Error(`no union ${typeName}: ${describeAll(found).join("\n")}`);
    return one;
  };
  return { api, found, unions, union, explain: (typeName) => explainUnion(union(typeName)).split("\n") };
}

/** A document with these schemas and one operation, `run`, that uses the first of them. */
export function schemasDocument(schemas: string, use: Use = "both", version = "3.1.1"): string {
  const first = /^("[^"]+"|'[^']+'|[^\s:]+):/m.exec(schemas)?.[1]?.replaceAll(/^["']|["']$/g, "") ?? "";
  const content = `{ content: { application/json: { schema: { $ref: ${JSON.stringify(`#/components/schemas/${first}`)} } } } }`;
  const answer = `{ description: Done., ${content.slice(1)}`;
  return [
    `openapi: ${version}`,
    'info: { title: Things, version: "1" }',
    "paths:",
    "  /run:",
    "    post:",
    "      operationId: run",
    ...(use === "answer" ? [] : [`      requestBody: ${content}`]),
    `      responses: { "200": ${use === "request" ? "{ description: Done. }" : answer} }`,
    "components:",
    "  schemas:",
    indent(schemas, 4),
    "",
  ].join("\n");
}
