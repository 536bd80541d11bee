import type { SpecDocument } from "../load/document.ts";
import { child, isObject, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { PackageIdentity, SecurityScheme } from "./api.ts";
import { Bundle, isKept, type NameOf } from "./bundle.ts";
import type { PackagePlan } from "./packages.ts";
import { partsOf, partWith, type PathItem, pathItemOf } from "./path-item.ts";
import { saysSecurity } from "./security.ts";

/**
 * The document of one package alone: its operations and the components that they reach, in one file that refers to no
 * other. It says what the configuration said too, so that it gives the same package without one.
 *
 * @param schemes - The security schemes, whose options may have given way to others.
 * @param nameOf - The names that the configuration gives to schemas.
 *
 * @returns JSON, in an order that follows from the document's.
 */
export function packageDocument(
  reader: Reader,
  { identity, operations, webhooks }: PackagePlan,
  schemes: ReadonlyMap<string, SecurityScheme>,
  nameOf: NameOf,
): Readonly<Record<string, unknown>> {
  const { root } = reader.document;
  const bundle = new Bundle(reader, nameOf);
  const described = operations.filter(({ streamOf }) => streamOf === undefined);
  const byPlace = new Map(described.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  const nodes: SpecNode[] = [];
  const paths = reader.fields(child(root, "paths")).flatMap(([path, reference]) => {
    const item = pathItemOf(reader.document, reference);
    const fields = item === undefined ? [] : partsOf(item).flatMap(([, each]) => each);
    const own = fields.filter(([key]) => byPlace.has(`${key.toUpperCase()} ${path}`));
    if (item === undefined || own.length === 0) return [];
    nodes.push(...own.map(([, node]) => node));
    const shared = copyShared(bundle, item);
    const copies = own.map(([method, node]) => {
      const name = byPlace.get(`${method.toUpperCase()} ${path}`)?.name;
      const copy = bundle.copy(node, "operation");
      // Who reads the document finds the function by it.
      const isSaid = child(node, "operationId")?.value === name;
      return [method, { ...object(copy), ...(isSaid ? {} : { "x-clientwright-name": name }) }];
    });
    return [[path, { ...shared, ...Object.fromEntries(copies) }] as const];
  });
  const sentNames = new Set(webhooks.map(({ name }) => name));
  const sent = reader
    .fields(child(root, "webhooks"))
    .filter(([name]) => sentNames.has(name))
    .map(([name, item]) => [name, bundle.copy(item, "incomingItem")] as const);
  const asksRoot = nodes.some((node) => !saysSecurity(node));
  const securitySchemes = copySchemes(reader, bundle, schemes, asksRoot ? [...nodes, root] : nodes);
  const components = {
    ...bundle.components(),
    ...(Object.keys(securitySchemes).length === 0 ? {} : { securitySchemes }),
  };
  return {
    ...pick(root, ["openapi", "jsonSchemaDialect"]),
    "x-clientwright-package": packageField(identity),
    ...pick(root, ["info", "externalDocs", "servers"]),
    ...pickTags(root, nodes),
    ...(asksRoot ? pick(root, ["security"]) : {}),
    paths: Object.fromEntries(paths),
    ...(sent.length === 0 ? {} : { webhooks: Object.fromEntries(sent) }),
    ...(Object.keys(components).length === 0 ? {} : { components }),
  };
}

function packageField({ name, className }: PackageIdentity): Readonly<Record<string, string>> {
  return { name, className };
}

/** A path item without its operations, of which a package may have only some. */
function copyShared(bundle: Bundle, item: PathItem): Readonly<Record<string, unknown>> {
  const fields = ["summary", "description", "servers", "parameters"].map((key) => {
    const part = partWith(item, key);
    // An empty field was told of, and says nothing.
    const value = child(part, key)?.value ?? null;
    return object(bundle.copy({ ...part, value: value === null ? {} : { [key]: value } }, "pathItem"));
  });
  return Object.assign({}, ...fields) as Readonly<Record<string, unknown>>;
}

function pick(node: SpecNode, keys: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const found = child(node, key);
      return found === undefined ? [] : [[key, withoutExtensions(found.value)] as const];
    }),
  );
}

/** Data of the document's frame: what others write there for themselves stays out. */
function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => isKept(key))
      .map(([key, member]) => [key, withoutExtensions(member)]),
  );
}

/** The descriptions of the tags that the package's operations have. */
function pickTags(root: SpecNode, nodes: readonly SpecNode[]): Readonly<Record<string, unknown>> {
  const used = new Set(nodes.flatMap((node): unknown => child(node, "tags")?.value ?? []));
  const all = child(root, "tags")?.value;
  const tags = Array.isArray(all) ? all.filter((tag) => isObject(tag) && used.has(tag["name"])) : [];
  return tags.length === 0 ? {} : { tags: withoutExtensions(tags) };
}

/** The security schemes that requirements name, under those names. */
function copySchemes(
  reader: Reader,
  bundle: Bundle,
  settled: ReadonlyMap<string, SecurityScheme>,
  owners: readonly SpecNode[],
): Readonly<Record<string, unknown>> {
  const named = new Set(
    owners.flatMap((owner) => {
      const requirements = child(owner, "security")?.value;
      return Array.isArray(requirements) ? requirements.filter(isObject).flatMap(Object.keys) : [];
    }),
  );
  const schemes = schemesOf(reader.document);
  return Object.fromEntries(
    reader.members(schemes).flatMap(([name, reference]) => {
      const node = named.has(name) ? reader.follow(reference) : undefined;
      if (node === undefined) return [];
      const copy = object(bundle.copy(node, "securityScheme"));
      const option = settled.get(name)?.option;
      const isSaid = option === undefined || option === (copy["x-clientwright-option"] ?? name);
      return [[name, { ...copy, ...(isSaid ? {} : { "x-clientwright-option": option }) }] as const];
    }),
  );
}

function schemesOf({ root }: SpecDocument): SpecNode | undefined {
  const components = child(root, "components");
  return components && child(components, "securitySchemes");
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
