import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";

/** A token (RFC 9110, section 5.6.2): what a header may be called. */
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** A media type with or without parameters, or a range of them (RFC 9110, sections 8.3.1 and 12.5.1). */
const mediaRange =
  /^[!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+(\s*;\s*[\w-]+=("[\x20-\x7e]*"|[!#$%&'*+.^_`|~\w-]+))*\s*;?\s*$/;

/** Whether a field holds the name of a header; what fetch would refuse at every call is told here, once. */
export function expectToken(reader: Reader, node: SpecNode, key: string): boolean {
  const text = reader.string(node, key);
  if (text === undefined || token.test(text)) return true;
  report(
    reader.diagnostics,
    "CW1030",
    child(node, key) ?? node,
    `${JSON.stringify(text)} cannot be the name of a header`,
    "use letters, digits and -",
  );
  return false;
}

/**
 * The media type that a key of `content` is, or is meant to be: `*` is any, a comma stands before a parameter, and what
 * is no parameter says nothing.
 */
export function toMediaType(key: string): string | undefined {
  if (key === "*") return "*/*";
  const meant = [key, key.replace(/,(?=\s*[\w-]+=)/, ";"), key.replace(/\s*[;,].*$/s, "")];
  return meant.find((text) => mediaRange.test(text));
}

/** The environment variable of `x-clientwright-env`. */
export function readVariable(reader: Reader, node: SpecNode): string | undefined {
  const text = reader.string(node, "x-clientwright-env");
  if (text === undefined || /^[A-Za-z_]\w*$/.test(text)) return text;
  report(
    reader.diagnostics,
    "CW2020",
    child(node, "x-clientwright-env") ?? node,
    `${JSON.stringify(text)} cannot be the name of an environment variable`,
    "use letters, digits and _",
  );
  return undefined;
}
