import type { DocumentConfig } from "../config.ts";
import { type Diagnostic, Diagnostics } from "../diagnostics.ts";
import { loadDocument, type SpecDocument } from "../load/document.ts";
import type { Api, Operation } from "../model/api.ts";
import { buildApis } from "../model/build.ts";
import type { Schema } from "../model/schema.ts";
import { temporaryFolder, type Tree } from "./folder.ts";

/** Loads a document whose root is `openapi.yaml`, or the first of several files. */
export function load(files: Tree | string): {
  readonly document: SpecDocument | undefined;
  readonly found: readonly Diagnostic[];
} {
  const tree = typeof files === "string" ? { "openapi.yaml": files } : files;
  const folder = temporaryFolder(tree);
  const diagnostics = new Diagnostics();
  const document = loadDocument(Object.keys(tree)[0] ?? "", folder, diagnostics);
  return { document, found: diagnostics.all };
}

/** Loads a document and builds the models of its packages. */
export function model(
  files: Tree | string,
  config: Omit<DocumentConfig, "document"> = {},
): { readonly apis: readonly Api[]; readonly found: readonly Diagnostic[] } {
  const tree = typeof files === "string" ? { "openapi.yaml": files } : files;
  const folder = temporaryFolder(tree);
  const diagnostics = new Diagnostics();
  const name = Object.keys(tree)[0] ?? "";
  const document = loadDocument(name, folder, diagnostics);
  const options = { config: { document: name, ...config }, source: `spec/${name}` };
  return {
    apis: document === undefined ? [] : buildApis(document, options, diagnostics),
    found: diagnostics.all,
  };
}

/** The one package that a document makes. */
export function modelOne(files: Tree | string, config: Omit<DocumentConfig, "document"> = {}): Api {
  const { apis, found } = model(files, config);
  const [api] = apis;
  if (api === undefined) throw new Error(`no package: ${describeAll(found).join("\n")}`);
  return api;
}

/** The model of one operation, `run`, described in YAML: `get: { … }` and the like below its path. */
export function operation(
  item: string,
  { path = "/run", version = "3.1.1", rest = "" }: { path?: string; version?: string; rest?: string } = {},
): { readonly operation: Operation; readonly api: Api; readonly found: readonly Diagnostic[] } {
  const text = `openapi: ${version}\ninfo: { title: T, version: "1" }\npaths:\n  ${JSON.stringify(path)}:\n${indent(item, 4)}\n${rest}\n`;
  const { apis, found } = model(text);
  const [api] = apis;
  const [only] = api?.operations ?? [];
  if (api === undefined || only === undefined) throw new Error(describeAll(found).join("\n"));
  return { operation: only, api, found };
}

/** The model of a schema that an operation both takes and gives. */
export function schema(
  text: string,
  version = "3.1.1",
): { readonly schema: Schema; readonly api: Api; readonly found: readonly Diagnostic[] } {
  const { api, found } = operation(
    [
      "post:",
      "  operationId: run",
      '  requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/It" } } } }',
      "  responses:",
      '    "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/It" } } } }',
    ].join("\n"),
    { version, rest: `components:\n  schemas:\n    It:\n${indent(text, 6)}` },
  );
  const it = api.types.find((type) => type.definition.documentedName === "It");
  if (it === undefined) throw new Error(describeAll(found).join("\n"));
  return { schema: it.definition.schema, api, found };
}

/** The frame of a document around its paths and components, so that a test shows only what it is about. */
export function documentOf(rest: string, version = "3.1.1"): string {
  return `openapi: ${version}\ninfo: { title: Things, version: "1" }\n${rest}\n`;
}

export function indent(text: string, by: number): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? line : `${" ".repeat(by)}${line}`))
    .join("\n");
}

/** `code file:line:column pointer`, the part of a diagnostic that a reader navigates by. */
export function placeOf({ code, file, line, column, pointer }: Diagnostic): string {
  return `${code} ${file ?? "-"}:${line ?? "-"}:${column ?? "-"} ${pointer ?? ""}`.trimEnd();
}

export function describeAll(found: readonly Diagnostic[]): readonly string[] {
  return found.map((diagnostic) => `${placeOf(diagnostic)} ${diagnostic.message}`);
}

export function codesOf(found: readonly Diagnostic[]): readonly string[] {
  return found.map((diagnostic) => diagnostic.code);
}

/** One operation a line: `method path rest`. */
export function paths(...lines: readonly (readonly [path: string, method: string, rest: string])[]): string {
  return documentOf(
    `paths:\n${lines.map(([path, method, rest]) => `  ${JSON.stringify(path)}:\n    ${method}: { ${rest}${rest === "" ? "" : ", "}responses: {} }`).join("\n")}`,
  );
}
