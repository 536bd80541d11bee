import type { Diagnostics } from "../diagnostics.ts";
import type { SpecDocument } from "./document.ts";
import { extensionPlaces, extensionPrefix, noteExtension } from "./extensions.ts";
import { nearest } from "./nearest.ts";
import { child, isObject, report, type SpecNode, typeName } from "./node.ts";

/**
 * Reads a document's objects with every type checked on the way: a value of the wrong type is reported where it stands
 * and then treated as absent, so that one run finds all problems and no later stage meets a surprise.
 */
export class Reader {
  readonly document: SpecDocument;
  readonly diagnostics: Diagnostics;

  constructor(document: SpecDocument, diagnostics: Diagnostics) {
    this.document = document;
    this.diagnostics = diagnostics;
  }

  /** The node behind a reference; the node itself when it is none. Undefined when the reference failed. */
  follow(node: SpecNode | undefined): SpecNode | undefined {
    return node && this.document.follow(node);
  }

  /** A field that holds an object, not followed. */
  object(node: SpecNode, key: string): SpecNode | undefined {
    const found = child(node, key);
    return found && this.expectObject(found, key) ? found : undefined;
  }

  /** The members of an object whose keys are the author's names (properties, schemas, headers), in the document's order. */
  members(node: SpecNode | undefined): readonly (readonly [name: string, value: SpecNode])[] {
    if (node === undefined || !isObject(node.value)) return [];
    return Object.keys(node.value).flatMap((key) => {
      const found = child(node, key);
      return found ? [[key, found] as const] : [];
    });
  }

  /** The fields of an object of the specification, extensions left out, in the document's order. */
  fields(node: SpecNode | undefined): readonly (readonly [key: string, value: SpecNode])[] {
    return this.members(node).filter(([key]) => !key.startsWith("x-"));
  }

  /** The elements of an array field; none when it is absent. */
  items(node: SpecNode, key: string): readonly SpecNode[] {
    const found = child(node, key);
    if (found === undefined) return [];
    if (!Array.isArray(found.value)) {
      this.wrongType(found, key, "an array");
      return [];
    }
    return found.value.map((value: unknown, index) => ({
      value,
      source: found.source,
      pointer: `${found.pointer}/${index}`,
    }));
  }

  string(node: SpecNode, key: string): string | undefined {
    return this.#scalar(node, key, "a string", (value) => typeof value === "string");
  }

  boolean(node: SpecNode, key: string): boolean | undefined {
    return this.#scalar(node, key, "true or false", (value) => typeof value === "boolean");
  }

  number(node: SpecNode, key: string): number | undefined {
    return this.#scalar(node, key, "a number", (value) => typeof value === "number");
  }

  /** What only narrows values: without a bound of the wrong type the rest of the schema is as good. */
  bound(node: SpecNode, key: string, types: readonly ("string" | "number" | "boolean")[]): unknown {
    const found = child(node, key);
    if (found === undefined || types.some((type) => typeof found.value === type)) return found?.value;
    this.wrongType(found, key, types.map((type) => `a ${type}`).join(" or "), true);
    return undefined;
  }

  /** An array of strings; undefined when the field is absent. */
  strings(node: SpecNode, key: string): readonly string[] | undefined {
    if (child(node, key) === undefined) return undefined;
    return this.items(node, key).flatMap((item) => {
      if (typeof item.value === "string") return [item.value];
      this.wrongType(item, `an item of ${key}`, "a string");
      return [];
    });
  }

  /** A string that must be one of a few. */
  oneOf<const Value extends string>(
    node: SpecNode,
    key: string,
    values: readonly Value[],
  ): Value | undefined {
    const text = this.string(node, key);
    const found = values.find((value) => value === text);
    if (text !== undefined && found === undefined) {
      const at = child(node, key) ?? node;
      this.wrongType(at, key, `one of ${values.join(", ")}`);
    }
    return found;
  }

  /** A place to point at, by the names that the model keeps. */
  at(file: string, pointer: string): SpecNode {
    const source =
      this.document.sources.find((candidate) => candidate.name === file) ?? this.document.root.source;
    return { value: undefined, source, pointer };
  }

  /** Reports a required field that is absent. */
  require(node: SpecNode, key: string, what: string): SpecNode | undefined {
    const found = child(node, key);
    if (found === undefined) {
      report(this.diagnostics, "CW1032", node, `${what} lacks the required field ${key}`, `add ${key}`);
    }
    return found;
  }

  expectObject(node: SpecNode, what: string): boolean {
    if (isObject(node.value)) return true;
    this.wrongType(node, what, "an object");
    return false;
  }

  /** Reports a value of the wrong type; one that is only empty, as YAML has it where nothing was written, is a warning. */
  wrongType(node: SpecNode, what: string, expected: string, isLeftOut = false): void {
    if (node.value === null) {
      report(
        this.diagnostics,
        "CW1033",
        node,
        `${what} has no value; it is treated as absent`,
        `give it ${expected}, or remove it`,
      );
      return;
    }
    const is =
      typeof node.value === "string" ? JSON.stringify(node.value.slice(0, 40)) : typeName(node.value);
    report(
      this.diagnostics,
      isLeftOut ? "CW1034" : "CW1030",
      node,
      `${what} must be ${expected}, and is ${is}${isLeftOut ? ", so it is left out" : ""}`,
      node.pointer.includes("/x-clientwright-")
        ? "EXTENSIONS.md of @clientwright/generator describes this field"
        : "see the OpenAPI specification for this field",
    );
  }

  /** Warns of fields that the specification does not know at this place: mostly misspelt ones. */
  known(node: SpecNode, what: string, fields: readonly string[]): void {
    for (const [key, value] of this.fields(node)) {
      if (fields.includes(key)) continue;
      const near = nearest(key, fields);
      report(
        this.diagnostics,
        "CW1031",
        value,
        `${what} has no field ${JSON.stringify(key)}; it is ignored`,
        near === undefined ? "remove it, or prefix it with x- if it is yours" : `did you mean ${near}?`,
      );
    }
    this.knownExtensions(node, what);
  }

  /** Warns of extensions of ours that do not exist, or not at this place: nobody else would read them either. */
  knownExtensions(node: SpecNode, what: string): void {
    if (!isObject(node.value) || !this.diagnostics.wants("CW1031")) return;
    for (const key of Object.keys(node.value)) {
      // Others' extensions are no business of ours, unless they are ours with a misspelt beginning.
      if (!key.startsWith("x-c") || key === noteExtension) continue;
      const places = Object.hasOwn(extensionPlaces, key) ? extensionPlaces[key] : undefined;
      if (places?.includes(what) === true) continue;
      const near = places === undefined ? nearestExtension(key, what) : undefined;
      if (places === undefined && near === undefined && !key.startsWith(extensionPrefix)) continue;
      report(
        this.diagnostics,
        "CW1031",
        child(node, key) ?? node,
        `${what} has no extension ${key}; it is ignored`,
        places !== undefined
          ? `it belongs to ${places.join(" or ")}`
          : near === undefined
            ? "remove it, or give it a name that does not begin with x-clientwright-; EXTENSIONS.md lists those that are read"
            : `did you mean ${near}?`,
      );
    }
  }

  #scalar<Value>(
    node: SpecNode,
    key: string,
    expected: string,
    fits: (value: unknown) => value is Value,
  ): Value | undefined {
    const found = child(node, key);
    if (found === undefined) return undefined;
    if (fits(found.value)) return found.value;
    this.wrongType(found, key, expected);
    return undefined;
  }
}

/** The extension that a misspelt one was meant to be, one of its place before others. */
function nearestExtension(key: string, what: string): string | undefined {
  const names = Object.keys(extensionPlaces);
  return (
    nearest(
      key,
      names.filter((name) => extensionPlaces[name]?.includes(what)),
    ) ?? nearest(key, names)
  );
}
