import { compare } from "../diagnostics.ts";
import { child, isObject, nodeKey, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { SchemaId } from "./schema.ts";
import { mappedReference } from "./union-reader.ts";

/**
 * Finds the schemas that extend a base by `allOf`. A base that declares a discriminator without listing its variants
 * stands for whatever extends it (OpenAPI, Discriminator Object): those in the mapping, and those of the same files
 * that refer to it, by themselves or by way of others that do.
 */
export class Inheritance {
  readonly #reader: Reader;
  readonly #variants = new Map<string, readonly SpecNode[]>();
  /** The schemas that refer to one in their `allOf`, of all that were looked at so far. */
  readonly #children = new Map<string, SpecNode[]>();
  readonly #seen = new Set<string>();
  #components: ReadonlySet<string> | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The extending schemas of a base, in the order of their places' names; none for a schema that is no such base. */
  variantsOf(node: SpecNode): readonly SpecNode[] {
    if (!isBase(node)) return [];
    const known = this.#variants.get(nodeKey(node));
    if (known !== undefined) return known;
    this.#components ??= this.#look(this.#namedSchemas());
    const mapped = this.#look(this.#mapped(node));
    const found = this.#below(node).filter((schema) =>
      [this.#components, mapped].some((named) => named?.has(nodeKey(schema))),
    );
    // Not the document's order: what is generated shall not change when components are put in another.
    const place = ({ pointer, source }: SpecNode): string => `${pointer} ${source.name}`;
    const variants = found.toSorted((a, b) => compare(place(a), place(b)));
    this.#variants.set(nodeKey(node), variants);
    return variants;
  }

  /** What extends a schema. What extends a base among those is a variant of that one. */
  #below(base: SpecNode): readonly SpecNode[] {
    const found = new Map<string, SpecNode>();
    const stack = [base];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const schema of this.#children.get(nodeKey(at)) ?? []) {
        if (found.has(nodeKey(schema)) || nodeKey(schema) === nodeKey(base)) continue;
        found.set(nodeKey(schema), schema);
        if (!isBase(schema)) stack.push(schema);
      }
    }
    return [...found.values()];
  }

  /**
   * Looks at schemas and at what those extend.
   *
   * @returns their places
   */
  #look(schemas: readonly SpecNode[]): ReadonlySet<string> {
    const stack = [...schemas];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (this.#seen.has(nodeKey(at))) continue;
      this.#seen.add(nodeKey(at));
      for (const parent of this.#parents(at)) {
        const known = this.#children.get(nodeKey(parent));
        if (known === undefined) this.#children.set(nodeKey(parent), [at]);
        else known.push(at);
        stack.push(parent);
      }
    }
    return new Set(schemas.map(nodeKey));
  }

  /** Where the mapping leads: a file that is one schema is no component that could be found by looking. */
  #mapped(base: SpecNode): readonly SpecNode[] {
    const discriminator = child(base, "discriminator");
    const mapping = discriminator && child(discriminator, "mapping");
    return this.#reader.members(mapping).flatMap(([, at]) => {
      if (typeof at.value !== "string") return [];
      return this.#reader.follow({ ...at, value: { $ref: mappedReference(at.value) } }) ?? [];
    });
  }

  #namedSchemas(): readonly SpecNode[] {
    return this.#reader.document.sources.flatMap((source) => {
      const root: SpecNode = { value: source.value, source, pointer: "" };
      const components = isObject(root.value) ? child(root, "components") : undefined;
      const schemas = components && isObject(components.value) ? child(components, "schemas") : undefined;
      return this.#reader.members(schemas).map(([, schema]) => schema);
    });
  }

  /** The schemas that one refers to in its `allOf`. */
  #parents(schema: SpecNode): readonly SpecNode[] {
    const all = isObject(schema.value) ? child(schema, "allOf") : undefined;
    if (!Array.isArray(all?.value)) return [];
    return this.#reader.items(schema, "allOf").flatMap((member) => {
      return isObject(member.value) && "$ref" in member.value ? (this.#reader.follow(member) ?? []) : [];
    });
  }
}

/** Where the own members of a base stand, beside the union that its name means. */
export function baseId(id: SchemaId): SchemaId {
  return `${id}~base`;
}

function isBase(node: SpecNode): boolean {
  return (
    isObject(node.value) &&
    isObject(node.value["discriminator"]) &&
    node.value["oneOf"] === undefined &&
    node.value["anyOf"] === undefined
  );
}
