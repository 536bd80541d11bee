// A tree as an OpenAPI document, and each of its variants with what its values have to hold.
import type { JsonSchema, Leaf, Node, Tag, Tree } from "./document.ts";

/** A variant with everything that the unions around it say of its values. */
export interface KnownVariant {
  /** `v1`, `v2`, …: the variant's title. */
  readonly title: string;
  readonly leaf: Leaf;
  /** Every tag of its values, those of discriminators too. */
  readonly tags: Readonly<Record<string, readonly Tag[]>>;
  readonly required: readonly string[];
}

export interface UnionDocument {
  /** An OpenAPI document in which the union is the schema `It`. */
  readonly text: string;
  readonly variants: readonly KnownVariant[];
}

/** Writes the document of a tree, whose union a request takes or an answer gives. */
export function unionDocument(root: Node, use: "request" | "answer"): UnionDocument {
  const schemas: Record<string, JsonSchema> = {};
  const variants: KnownVariant[] = [];
  let nodes = 0;

  const write = (tree: Tree, name: string, around: Omit<KnownVariant, "title" | "leaf">): JsonSchema => {
    const schema = tree.kind === "leaf" ? writeLeaf(tree, around) : writeNode(tree, around);
    if (!tree.named) return schema;
    schemas[name] = schema;
    return reference(name);
  };

  const writeLeaf = (leaf: Leaf, around: Omit<KnownVariant, "title" | "leaf">): JsonSchema => {
    const title = `v${variants.length + 1}`;
    variants.push({
      title,
      leaf,
      tags: { ...around.tags, ...leaf.tags },
      required: [...around.required, ...leaf.required],
    });
    return { "x-clientwright-variant": title, ...leafSchema(leaf) };
  };

  const writeNode = (node: Node, around: Omit<KnownVariant, "title" | "leaf">): JsonSchema => {
    const { discriminator } = node;
    const mapping: (readonly [tag: string, reference: string])[] = [];
    const children = node.children.map((child, index) => {
      const name = child.kind === "leaf" ? `Variant${variants.length + 1}` : `Union${++nodes}`;
      const tags = discriminator?.values[index] ?? [];
      for (const tag of tags) mapping.push([tag, `#/components/schemas/${name}`]);
      return write(child, name, {
        tags: discriminator === undefined ? around.tags : { ...around.tags, [discriminator.property]: tags },
        required: [...around.required, ...node.base],
      });
    });
    const union = {
      [node.keyword]: [...children, ...(node.withNull ? [{ type: "null" }] : [])],
      ...(discriminator === undefined
        ? {}
        : { discriminator: { propertyName: discriminator.property, mapping: Object.fromEntries(mapping) } }),
    };
    if (node.base.length === 0) return union;
    return { allOf: [objectSchema({}, [], node.base, []), union] };
  };

  write(root, "It", { tags: {}, required: [] });
  const content = { content: { "application/json": { schema: reference("It") } } };
  const operation = {
    operationId: "run",
    ...(use === "request" ? { requestBody: content } : {}),
    responses: { "200": { description: "Done.", ...(use === "answer" ? content : {}) } },
  };
  const text = JSON.stringify({
    openapi: "3.1.1",
    info: { title: "Unions", version: "1" },
    paths: { "/run": { post: operation } },
    components: { schemas },
  });
  return { text, variants };
}

function reference(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

function leafSchema({ shape, tags, optionalTags, required, optional, nullable }: Leaf): JsonSchema {
  if (shape === "array") return { type: "array", items: { type: "string" } };
  if (shape !== "object") return { type: shape };
  const schema = objectSchema(tags, optionalTags, required, optional);
  return nullable ? { ...schema, type: ["object", "null"] } : schema;
}

function objectSchema(
  tags: Leaf["tags"],
  optionalTags: readonly string[],
  required: readonly string[],
  optional: readonly string[],
): JsonSchema {
  const tagProperties = Object.entries(tags).map(([name, values]) => {
    return [name, values.length === 1 ? { const: values[0] } : { enum: values }] as const;
  });
  const keys = [...required, ...optional].map((name) => [name, { type: "string" }] as const);
  return {
    type: "object",
    required: [...Object.keys(tags).filter((name) => !optionalTags.includes(name)), ...required],
    properties: Object.fromEntries([...tagProperties, ...keys]),
  };
}
