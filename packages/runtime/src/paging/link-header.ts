/** One link of the field: its target and its parameters (RFC 8288, section 3). */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,"]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/g;

/**
 * The target of the first link of relation `next` in a `Link` field (RFC 8288, section 3).
 *
 * @returns As it stands there, maybe relative; `undefined` when there is none. A link with an `anchor` is left out: it
 * speaks of another resource.
 */
export function nextLink(field: string): string | undefined {
  for (const [, target, text = ""] of field.matchAll(LINK)) {
    const parameters = new Map<string, string>();
    for (const [, name = "", quoted, token] of text.matchAll(PARAMETER)) {
      // Only the first parameter of a name counts (section 3.3).
      const key = name.toLowerCase();
      if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, "$1") ?? token ?? "");
    }
    const relations = (parameters.get("rel") ?? "").toLowerCase().split(/\s+/);
    if (relations.includes("next") && !parameters.has("anchor")) return target;
  }
  return undefined;
}
