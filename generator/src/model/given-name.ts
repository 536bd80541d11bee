import { child, isObject, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { isIdentifier } from "./naming.ts";

/** The name that a document gives to an operation or a schema in place of the documented one: `x-clientwright-name`. */
export function readName(reader: Reader, node: SpecNode): { readonly givenName?: string } {
  if (!isObject(node.value)) return {};
  const givenName = readIdentifier(reader, node, "x-clientwright-name");
  return givenName === undefined ? {} : { givenName };
}

/** What a document says of the package that it makes: `x-clientwright-package`. */
export interface GivenIdentity {
  /** The npm name, with its scope. */
  readonly name?: string;
  readonly className?: string;
}

export function readIdentity(reader: Reader): GivenIdentity {
  const node = reader.object(reader.document.root, "x-clientwright-package");
  if (node === undefined) return {};
  reader.known(node, "x-clientwright-package", ["name", "className"]);
  const name = reader.string(node, "name");
  const className = readIdentifier(reader, node, "className");
  const usable = name === undefined || /^(@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9][a-z0-9-_]*$/.test(name);
  if (!usable) wrong(reader, node, "name", "the name of an npm package, with or without a scope");
  return {
    ...(name === undefined || !usable ? {} : { name }),
    ...(className === undefined ? {} : { className }),
  };
}

/** A field that holds a name of TypeScript. */
export function readIdentifier(reader: Reader, node: SpecNode, key: string): string | undefined {
  const name = reader.string(node, key);
  if (name === undefined || isIdentifier(name)) return name;
  wrong(
    reader,
    node,
    key,
    "a name in TypeScript: letters, digits, _ and $, no digit first, no reserved word",
  );
  return undefined;
}

function wrong(reader: Reader, node: SpecNode, key: string, expected: string): void {
  const at = child(node, key) ?? node;
  report(
    reader.diagnostics,
    "CW2020",
    at,
    `${key} must be ${expected}, and is ${JSON.stringify(at.value)}`,
    "correct it, or leave it out",
  );
}
