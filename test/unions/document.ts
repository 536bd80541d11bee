// Random documents of nested unions, with what is known of each variant because of how it was made.
import fc from "fast-check";

export type Tag = string | number | boolean;

/** A JSON Schema (2020-12), as far as these documents go. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One thing that a value may be. */
export interface Leaf {
  readonly kind: "leaf";
  readonly shape: "object" | "array" | "string" | "number" | "boolean";
  /** The values that each tag may have here; `declared` ones only the discriminator around it states. */
  readonly tags: Readonly<Record<string, readonly Tag[]>>;
  /** Of {@link tags}, those that the schema lets values leave out. */
  readonly optionalTags: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Whether its schema stands under components/schemas. */
  readonly named: boolean;
  readonly nullable: boolean;
}

/** A oneOf or anyOf. */
export interface Node {
  readonly kind: "union";
  readonly keyword: "oneOf" | "anyOf";
  readonly children: readonly Tree[];
  readonly named: boolean;
  /** Required members that an allOf around the union adds to every variant. */
  readonly base: readonly string[];
  /** The tag that a discriminator declares instead of the variants; every child is then named. */
  readonly discriminator?: { readonly property: string; readonly values: readonly (readonly string[])[] };
  readonly withNull: boolean;
}

export type Tree = Leaf | Node;

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<readonly Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

const values = ["red", "green", "blue", "a b", "__proto__", "null", "1"] as const;

/** Where in a tree a part is: what is taken already, so that nothing below repeats it. */
interface Around {
  readonly depth: number;
  readonly tags: Readonly<Record<string, readonly Tag[]>>;
}

/** Objects that are told apart by construction: every union adds a tag whose values are divided among its children. */
function tagged({ depth, tags }: Around): fc.Arbitrary<Tree> {
  const leaf: fc.Arbitrary<Tree> = fc
    .record({ named: fc.boolean(), nullable: fc.boolean(), optional: fc.subarray(["note", "size"]) })
    .map((more) => ({ kind: "leaf", shape: "object", tags, optionalTags: [], required: [], ...more }));
  if (depth === 0) return leaf;
  const union = fc
    .record({
      order: shuffled(values),
      sizes: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 2, maxLength: 3 }),
      numeric: fc.boolean(),
      declared: fc.boolean(),
      keyword: fc.constantFrom("oneOf", "anyOf"),
      named: fc.boolean(),
      base: fc.subarray([`base${depth}`]),
    })
    .chain(({ order, sizes, numeric, declared, ...node }) => {
      const property = `tag${depth}`;
      let start = 0;
      const parts = sizes.map((size) => order.slice(start, (start += size)));
      const childTags = parts.map((part): Readonly<Record<string, readonly Tag[]>> => {
        if (declared) return tags;
        return { ...tags, [property]: numeric ? part.map((value) => values.indexOf(value)) : part };
      });
      const children = childTags.map((own) => tagged({ depth: depth - 1, tags: own }));
      return fc.tuple(...children).map((made): Tree => ({
        kind: "union",
        ...node,
        withNull: false,
        children: declared ? made.map((child) => ({ ...child, named: true })) : made,
        ...(declared ? { discriminator: { property, values: parts } } : {}),
      }));
    });
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 2, arbitrary: union });
}

const plain = (shape: Leaf["shape"], named: boolean): Leaf => ({
  kind: "leaf",
  shape,
  tags: {},
  optionalTags: [],
  required: [],
  optional: [],
  named,
  nullable: false,
});

/** A union of everything that JSON types, tags or keys can tell apart, up to three unions deep. */
export const tellable: fc.Arbitrary<Node> = fc
  .record({
    objects: fc.oneof(
      tagged({ depth: 3, tags: {} }).map((tree) => [tree]),
      keyed(),
    ),
    others: fc.subarray(["array", "string", "number", "boolean"] as const),
    named: fc.boolean(),
    keyword: fc.constantFrom("oneOf", "anyOf"),
    withNull: fc.boolean(),
  })
  .map(({ objects, others, named, ...node }): Node => ({
    kind: "union",
    ...node,
    named: true,
    base: [],
    children: [...objects, ...others.map((shape) => plain(shape, named))],
  }));

/** Objects of which each requires a key that the others do not have. */
function keyed(): fc.Arbitrary<Tree[]> {
  return fc
    .record({
      count: fc.integer({ min: 2, max: 4 }),
      shared: fc.subarray(["note", "size"]),
      named: fc.boolean(),
    })
    .map(({ count, shared, named }) =>
      Array.from({ length: count }, (_, index): Tree => ({
        ...plain("object", named),
        required: [`key${index}`],
        optional: shared,
      })),
    );
}

/** Tags, keys and nesting at random: many of these unions cannot be told apart, in whole or in part. */
export const wild: fc.Arbitrary<Node> = fc
  .letrec<{ leaf: Leaf; node: Node; tree: Tree }>((tie) => ({
    leaf: fc
      .record({
        tags: fc.dictionary(
          fc.constantFrom("level", "status", "kind"),
          fc.subarray(["x", "y", "z", 1, true], { minLength: 1, maxLength: 2 }),
          { minKeys: 1, maxKeys: 3, noNullPrototype: true },
        ),
        optionalTags: fc.subarray(["level", "status"]),
        required: fc.subarray(["p", "q"]),
        optional: fc.subarray(["r"]),
        named: fc.boolean(),
        nullable: fc.boolean(),
      })
      .map((leaf): Leaf => ({ kind: "leaf", shape: "object", ...leaf })),
    node: fc
      .record({
        keyword: fc.constantFrom("oneOf" as const, "anyOf" as const),
        children: fc.array(tie("tree"), { minLength: 2, maxLength: 3 }),
        named: fc.boolean(),
        base: fc.subarray(["base"]),
        withNull: fc.boolean(),
      })
      .map((node): Node => ({ kind: "union", ...node })),
    tree: fc.oneof({ maxDepth: 2, depthSize: "small" }, tie("leaf"), tie("node")),
  }))
  .node.map((node) => ({ ...node, named: true, base: [] }));
