/** JSON pointers (RFC 6901) as text. */

function escapeSegment(segment: string): string {
  if (!segment.includes("~") && !segment.includes("/")) return segment;
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function join(pointer: string, segment: string | number): string {
  return `${pointer}/${typeof segment === "number" ? segment : escapeSegment(segment)}`;
}

/** The unescaped segments of a pointer; `""` has none. Undefined when the text is no pointer. */
export function segments(pointer: string): readonly string[] | undefined {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) return undefined;
  return pointer
    .slice(1)
    .split("/")
    .map((segment) =>
      segment.includes("~") ? segment.replaceAll("~1", "/").replaceAll("~0", "~") : segment,
    );
}

/** The value at a pointer, own properties only; `found` tells an absent value from an undefined one. */
export function lookUp(root: unknown, path: readonly string[]): { found: boolean; value: unknown } {
  let value = root;
  for (const segment of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) {
      return { found: false, value: undefined };
    }
    // An array's length is a property to JavaScript, and none to JSON.
    if (Array.isArray(value) && !/^\d+$/.test(segment)) return { found: false, value: undefined };
    value = (value as Record<string, unknown>)[segment];
  }
  return { found: true, value };
}
