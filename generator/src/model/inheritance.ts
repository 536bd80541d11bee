import { compare } from "../diagnostics.ts";
import { child, isObject, nodeKey, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/**
 * Finds the schemas that extend a base by `allOf`. A base that declares a discriminator without listing its variants
 * stands for whatever extends it (OpenAPI, Discriminator Object): those in the mapping, and those of the same files
 * that refer to it.
 */
export class Inheritance {
  readonly #reader: Reader;
  #children: ReadonlyMap<string, readonly SpecNode[]> | undefined;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The extending schemas of a base, in the order of their places' names; none for a schema that is no such base. */
  variantsOf(node: SpecNode): readonly SpecNode[] {
    if (!isBase(node)) return [];
    this.#children ??= this.#index();
    return this.#children.get(nodeKey(node)) ?? [];
  }

  #index(): ReadonlyMap<string, readonly SpecNode[]> {
    const children = new Map<string, SpecNode[]>();
    for (const source of this.#reader.document.sources) {
      const root: SpecNode = { value: source.value, source, pointer: "" };
      const components = isObject(root.value) ? child(root, "components") : undefined;
      const schemas = components && isObject(components.value) ? child(components, "schemas") : undefined;
      for (const [, schema] of this.#reader.members(schemas)) {
        for (const base of this.basesOf(schema)) {
          children.set(nodeKey(base), [...(children.get(nodeKey(base)) ?? []), schema]);
        }
      }
    }
    // Not the document's order: what is generated shall not change when components are put in another.
    const place = ({ pointer, source }: SpecNode): string => `${pointer} ${source.name}`;
    return new Map(
      [...children].map(([base, found]) => [base, found.toSorted((a, b) => compare(place(a), place(b)))]),
    );
  }

  /** The bases that a schema names in its `allOf`. */
  basesOf(schema: SpecNode): readonly SpecNode[] {
    const all = isObject(schema.value) ? child(schema, "allOf") : undefined;
    if (!Array.isArray(all?.value)) return [];
    return this.#reader.items(schema, "allOf").flatMap((member) => {
      const base = isObject(member.value) && "$ref" in member.value ? this.#reader.follow(member) : undefined;
      return base !== undefined && isBase(base) ? [base] : [];
    });
  }
}

function isBase(node: SpecNode): boolean {
  return (
    isObject(node.value) &&
    isObject(node.value["discriminator"]) &&
    node.value["oneOf"] === undefined &&
    node.value["anyOf"] === undefined
  );
}
