// Values that fit a variant, made from what is known of it and not from what the generator thinks of it.
import fc from "fast-check";
import type { KnownVariant } from "./schema.ts";

/** Values of a variant: every tag, every required member, some optional ones. */
export function valuesOf({ leaf, tags, required }: KnownVariant): fc.Arbitrary<unknown> {
  switch (leaf.shape) {
    case "array":
      return fc.array(fc.string());
    case "string":
      return fc.string();
    case "number":
      return fc.double({ noNaN: true });
    case "boolean":
      return fc.boolean();
    case "object": {
      const chosen = Object.entries(tags).map(([name, values]) =>
        fc.constantFrom(...values).map((value) => [name, value] as const),
      );
      const keys = (names: readonly string[]): fc.Arbitrary<readonly (readonly [string, unknown])[]> =>
        fc.tuple(...names.map((name) => fc.string().map((value) => [name, value] as const)));
      return fc
        .tuple(fc.tuple(...chosen), keys(required), fc.subarray([...leaf.optional]).chain(keys))
        .map((parts) => Object.fromEntries(parts.flat()));
    }
  }
}

/** A value with every one of its tags changed to one that no document has. */
export function withUnknownTags(value: unknown, { tags }: KnownVariant): unknown {
  return { ...Object(value), ...Object.fromEntries(Object.keys(tags).map((tag) => [tag, "no such tag"])) };
}
