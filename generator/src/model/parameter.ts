import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { Parameter, ParameterLocation } from "./api.ts";
import { expectToken } from "./http-names.ts";
import { withKeys } from "./input-keys.ts";
import { overrideDocs, readDocs, readExamples } from "./docs.ts";
import { withoutFragment } from "./paths.ts";
import { noDocs, type Schema } from "./schema.ts";
import type { SchemaReader } from "./schema-reader.ts";

/** Fields of a Header Object (OpenAPI 3.1, section 4.8.21): those of a parameter whose name and location are known. */
export const headerFields: readonly string[] = [
  "description",
  "required",
  "deprecated",
  "allowEmptyValue",
  "style",
  "explode",
  "allowReserved",
  "schema",
  "example",
  "examples",
  "content",
];
const fields = ["name", "in", ...headerFields];

/** The styles of each location, the default first (OpenAPI, Parameter Object, Style Values). */
const styles = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
} as const satisfies Record<ParameterLocation, readonly [string, ...string[]]>;

/** Header parameters that the specification says are described elsewhere, and ignored here. */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

/**
 * Reads an operation's parameters: those of the path, replaced by those of the operation that have the same name and
 * location (OpenAPI, Path Item Object), each with its place in the operation's input.
 */
export function readParameters(
  reader: Reader,
  schemas: SchemaReader,
  pathItem: SpecNode,
  operation: SpecNode,
  path: string,
): readonly Parameter[] {
  const byIdentity = new Map<string, Omit<Parameter, "key">>();
  for (const owner of [pathItem, operation]) {
    const here = new Set<string>();
    for (const item of reader.items(owner, "parameters")) {
      const node = reader.follow(item);
      const parameter = node && readParameter(reader, schemas, node);
      if (node === undefined || parameter === undefined) continue;
      const identity = `${parameter.in} ${parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name}`;
      if (here.has(identity)) {
        report(
          reader.diagnostics,
          "CW2005",
          item,
          `the ${parameter.in} parameter ${JSON.stringify(parameter.name)} stands here twice`,
          "remove one of the two",
        );
      }
      here.add(identity);
      byIdentity.set(identity, parameter);
    }
  }
  const found = [...byIdentity.values()];
  checkPath(reader, operation, path, found);
  return withKeys(found);
}

function readParameter(
  reader: Reader,
  schemas: SchemaReader,
  node: SpecNode,
): Omit<Parameter, "key"> | undefined {
  if (!reader.expectObject(node, "a parameter")) return undefined;
  reader.known(node, "a parameter", fields);
  reader.require(node, "name", "a parameter");
  reader.require(node, "in", "a parameter");
  if (reader.document.dialect === "3.2" && refuseNew(reader, node)) return undefined;
  const name = reader.string(node, "name");
  const where = reader.oneOf(node, "in", ["path", "query", "header", "cookie"]);
  if (name === undefined || where === undefined) return undefined;
  if (where === "header" && ignoredHeaders.has(name.toLowerCase())) return undefined;
  if (where === "header" && !expectToken(reader, node, "name")) return undefined;
  const [fallback] = styles[where];
  const style = reader.oneOf(node, "style", styles[where]) ?? fallback;
  const content = readContent(reader, node);
  const schemaNode = child(content?.media ?? node, "schema");
  const schema: Schema =
    schemaNode === undefined ? { kind: "unknown", docs: noDocs } : schemas.read(schemaNode);
  const ownDocs = readDocs(reader, node);
  const examples = readExamples(reader, node).map((example) => example.value);
  return {
    name,
    in: where,
    required: where === "path" || (reader.boolean(node, "required") ?? false),
    schema,
    docs: overrideDocs(schema.docs, { ...ownDocs, examples }),
    style,
    explode: reader.boolean(node, "explode") ?? style === "form",
    allowReserved: readReserved(reader, node, where),
    ...(content === undefined ? {} : { content: content.mediaType }),
  };
}

/** How a parameter is written that has no style: one media type (OpenAPI, Parameter Object). */
function readContent(
  reader: Reader,
  node: SpecNode,
): { readonly mediaType: string; readonly media: SpecNode } | undefined {
  const [first, ...others] = reader.members(reader.object(node, "content"));
  const schema = child(node, "schema");
  if (first === undefined) return undefined;
  const [mediaType, reference] = first;
  if (others.length > 0) {
    report(
      reader.diagnostics,
      "CW2012",
      child(node, "content") ?? node,
      `a parameter is written in one media type: ${mediaType} is used, ${others.map(([each]) => each).join(", ")} is not`,
      "keep the one that the service reads",
    );
  }
  if (schema !== undefined) {
    report(
      reader.diagnostics,
      "CW1034",
      schema,
      "a parameter with content has no schema of its own, so it is left out",
      "keep content, if the value is written in a media type, else schema",
    );
  }
  const media = reader.follow(reference);
  if (media === undefined || !reader.expectObject(media, "a media type")) return undefined;
  reader.known(media, "a media type", ["schema", "example", "examples", "encoding"]);
  return { mediaType, media };
}

/** Elsewhere than in a query, reserved characters end what they stand in, so they are always escaped. */
function readReserved(reader: Reader, node: SpecNode, where: ParameterLocation): boolean {
  const isAsked = reader.boolean(node, "allowReserved") ?? false;
  if (!isAsked || where === "query") return isAsked;
  report(
    reader.diagnostics,
    "CW1034",
    child(node, "allowReserved") ?? node,
    `allowReserved of a parameter in: ${where} has no effect, so it is left out`,
    "remove it",
  );
  return false;
}

/** Ways to write a parameter that OpenAPI 3.2 adds and no request is written in: no mistakes, but not for this generator. */
function refuseNew(reader: Reader, node: SpecNode): boolean {
  const [key, instead] =
    child(node, "in")?.value === "querystring"
      ? ["in", "describe each parameter by itself, with in: query"]
      : ["style", "use the style form, which escapes the value"];
  const at = child(node, key);
  if (at === undefined || (key === "style" && at.value !== "cookie")) return false;
  report(
    reader.diagnostics,
    "CW2010",
    at,
    `a parameter with ${key}: ${String(at.value)} is not supported`,
    instead,
  );
  return true;
}

/** Every `{name}` of the path has its path parameter and the other way round. */
function checkPath(
  reader: Reader,
  operation: SpecNode,
  path: string,
  parameters: readonly Omit<Parameter, "key">[],
): void {
  const templated = [...withoutFragment(path).matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
  const described = parameters
    .filter((parameter) => parameter.in === "path")
    .map((parameter) => parameter.name);
  for (const name of templated.filter((each) => !described.includes(each))) {
    report(
      reader.diagnostics,
      "CW2005",
      operation,
      `the path has {${name}}, and no path parameter is called so`,
      `add a parameter with in: path and name: ${name}`,
    );
  }
  for (const name of described.filter((each) => !templated.includes(each))) {
    report(
      reader.diagnostics,
      "CW2005",
      operation,
      `the path parameter ${JSON.stringify(name)} does not stand in the path ${path}`,
      `write {${name}} in the path, or remove the parameter`,
    );
  }
}
