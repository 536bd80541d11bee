import { child, isObject, nodeKey, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { type Discriminator, noDocs, type Schema, type SchemaId, type Variant } from "./schema.ts";

/** Reads `oneOf` and `anyOf` (JSON Schema 2020-12, 10.2.1); for a client both mean: one of these. */
export function readUnions(
  reader: Reader,
  node: SpecNode,
  read: (variant: SpecNode) => Schema,
): readonly Schema[] {
  return (["oneOf", "anyOf"] as const).flatMap((key): readonly Schema[] => {
    const items = reader.items(node, key);
    if (items.length === 0) return [];
    // `anyOf: [{required: [a]}, {required: [b]}]` constrains the object beside it and adds no type of its own.
    if (items.every(isConstraint)) {
      report(
        reader.diagnostics,
        "CW2011",
        child(node, key) ?? node,
        `types cannot express which fields one of ${key} requires; the type allows more than the schema`,
        "nothing to do, unless each variant can be described with its properties",
      );
      return [];
    }
    const variants = items.map((item): Variant => {
      const title = readVariantTitle(reader, item);
      return { schema: read(item), ...(title === undefined ? {} : { title }) };
    });
    const discriminator = readDiscriminator(reader, node);
    const place = { file: node.source.name, pointer: `${node.pointer}/${key}` };
    const open = reader.boolean(node, "x-clientwright-open");
    return [
      {
        kind: "union",
        variants,
        docs: noDocs,
        place,
        ...(discriminator ? { discriminator } : {}),
        ...(open === undefined ? {} : { open }),
      },
    ];
  });
}

function isConstraint(node: SpecNode): boolean {
  return (
    isObject(node.value) &&
    Object.keys(node.value).length > 0 &&
    Object.keys(node.value).every((key) => key === "required" || key === "not")
  );
}

/** The title that a document gives a variant: beside the reference to it, or at its own schema. */
export function readVariantTitle(reader: Reader, item: SpecNode): string | undefined {
  const target = reader.follow(item);
  return (
    (isObject(item.value) ? reader.string(item, "x-clientwright-variant") : undefined) ??
    (target && isObject(target.value) ? reader.string(target, "x-clientwright-variant") : undefined)
  );
}

/** Reads a discriminator (OpenAPI, Discriminator Object), its mapping followed to schemas. */
export function readDiscriminator(reader: Reader, node: SpecNode): Discriminator | undefined {
  const found = reader.object(node, "discriminator");
  if (found === undefined) return undefined;
  reader.require(found, "propertyName", "a discriminator");
  const fallback = child(found, "defaultMapping");
  if (fallback !== undefined) {
    report(
      reader.diagnostics,
      "CW2011",
      fallback,
      "values without a known tag are of no variant here, so defaultMapping has no effect",
      "nothing to do: they pass, and no guard holds for them",
    );
  }
  const property = reader.string(found, "propertyName");
  if (property === undefined) return undefined;
  const mapping = new Map<string, SchemaId>();
  let isBroken = false;
  for (const [tag, at] of reader.members(reader.object(found, "mapping"))) {
    if (typeof at.value !== "string") continue;
    const target = reader.follow({ ...at, value: { $ref: mappedReference(at.value) } });
    if (target !== undefined) mapping.set(tag, nodeKey(target));
    else {
      isBroken = true;
      report(
        reader.diagnostics,
        "CW1034",
        at,
        `the mapping of ${JSON.stringify(tag)} leads nowhere, so it is left out`,
        "name a schema of components/schemas, or write a reference; a bundler may have moved the schema",
      );
    }
  }
  return { property, mapping, ...(isBroken ? { isBroken } : {}) };
}

/** A mapping holds a bare component name or a reference. */
export function mappedReference(text: string): string {
  return /^[\w.-]+$/.test(text) && !/\.(ya?ml|json)$/.test(text) ? `#/components/schemas/${text}` : text;
}
