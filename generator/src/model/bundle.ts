import type { SpecDocument } from "../load/document.ts";
import { compare } from "../diagnostics.ts";
import { child, isObject, nodeKey, type SpecNode } from "../load/node.ts";
import { join, segments } from "../load/pointer.ts";
import type { Reader } from "../load/reader.ts";
import {
  dropped,
  grammar,
  isSection,
  type ObjectKind,
  readExtensions,
  type Section,
  sectionOf,
  sections,
} from "./bundle-grammar.ts";
import { isWrongBound } from "./docs.ts";
import { documentedName, schemaRoot } from "./documented-name.ts";
import { toMediaType } from "./http-names.ts";
import { Inheritance } from "./inheritance.ts";
import { finite, isExact } from "./numbers.ts";
import { partsOf, pathItemOf } from "./path-item.ts";
import type { SchemaId } from "./schema.ts";
import { mappedReference } from "./union-reader.ts";

/** A component of the bundle: where it stands in the files, and its key. */
interface Component {
  readonly node: SpecNode;
  readonly kind: ObjectKind;
  readonly key: string;
}

/** The name that a schema has in place of the one that follows from what it is called, if any; places are called nothing. */
export type NameOf = (documentedName: string | undefined, id: SchemaId) => string | undefined;

/**
 * Copies objects of a document into one file of its own: every reference that is met becomes one to `#/components/…`,
 * and what it leads to is copied too. Fields that nothing is generated for, and extensions that nobody reads, stay out.
 */
export class Bundle {
  readonly #document: SpecDocument;
  readonly #inheritance: Inheritance;
  readonly #nameOf: NameOf;
  readonly #components = new Map<string, Component>();
  readonly #used = new Map<Section, Set<string>>();
  readonly #waiting: Component[] = [];

  constructor(reader: Reader, nameOf: NameOf) {
    this.#document = reader.document;
    this.#inheritance = new Inheritance(reader);
    this.#nameOf = nameOf;
  }

  /** A copy of an object with its references led into the bundle. */
  copy(node: SpecNode, kind: ObjectKind): unknown {
    if (!isObject(node.value)) return node.value;
    if (kind === "incomingItem" && child(node, "$ref") !== undefined) return this.#incomingItem(node);
    const inlined = inline.has(kind) ? this.#document.follow(node) : undefined;
    if (inlined !== undefined && inlined !== node) return this.copy(inlined, kind);
    const out = members(node).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
      if (!isKept(key) || dropped[kind]?.includes(key) === true) return [];
      if (kind === "schema" && (isWrongBound(key, value.value) || isLeftOut(key, value))) return [];
      if (key === "$ref") return [[key, this.#referring(node, kind)]];
      return [[key, this.#field(value, key, kind)]];
    });
    if (kind === "schema") this.#spread(node);
    const name = kind === "schema" ? this.#givenName(node) : undefined;
    return Object.fromEntries(name === undefined ? out : [...out, ["x-clientwright-name", name]]);
  }

  /** A path item, and what stands beside the `$ref` that leads to it. */
  #incomingItem(node: SpecNode): unknown {
    const item = pathItemOf(this.#document, node);
    if (item === undefined) return node.value;
    const parts = partsOf(item).toReversed();
    const copies = parts.map(([part, fields]) => {
      const value = Object.fromEntries(fields.map(([key, member]) => [key, member.value]));
      return this.copy({ ...part, value }, "incomingItem");
    });
    return Object.assign({}, ...copies) as unknown;
  }

  /** The components that the copies lead to, and all that those lead to, in the order of their keys. */
  components(): Readonly<Record<string, unknown>> {
    const copies = new Map<Component, unknown>();
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      copies.set(next, this.copy(next.node, next.kind));
    }
    const sorted = [...copies].toSorted(([a], [b]) => compare(a.key, b.key));
    return Object.fromEntries(
      (Object.keys(sections) as Section[]).flatMap((section) => {
        const own = sorted.filter(([component]) => component.kind === sections[section]);
        return own.length === 0
          ? []
          : [[section, Object.fromEntries(own.map(([component, copy]) => [component.key, copy]))]];
      }),
    );
  }

  #field(value: SpecNode, key: string, kind: ObjectKind): unknown {
    const fields = grammar[kind];
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (kind === "schema" && key === "discriminator") return this.#discriminator(value);
    // Its keys are the author's.
    if (kind === "callback") return this.copy(value, "incomingItem");
    if (field === undefined) return finite(value.value);
    if (field.as === "one") return this.copy(value, field.kind);
    if (field.as === "list") {
      if (!Array.isArray(value.value)) return value.value;
      return value.value.map((item: unknown, index) =>
        this.copy({ value: item, source: value.source, pointer: `${value.pointer}/${index}` }, field.kind),
      );
    }
    const all = key === "content" ? mediaTypes(value) : members(value);
    return Object.fromEntries(all.map(([name, member]) => [name, this.copy(member, field.kind)] as const));
  }

  /** A reference that leads nowhere was reported when the document was loaded. */
  #referring(node: SpecNode, kind: ObjectKind): unknown {
    const target = this.#document.follow(node);
    return target === undefined ? child(node, "$ref")?.value : this.#refer(target, kind);
  }

  #refer(target: SpecNode, kind: ObjectKind): string {
    const root = this.#rootOf(target, kind);
    const section = sectionOf(root.kind) ?? "schemas";
    const id = `${section} ${nodeKey(root.node)}`;
    const known = this.#components.get(id);
    const component = known ?? { node: root.node, kind: root.kind, key: this.#key(section, root.name) };
    if (known === undefined) {
      this.#components.set(id, component);
      this.#waiting.push(component);
    }
    const rest = target.pointer.slice(root.node.pointer.length);
    return `#${join(`/components/${section}`, component.key)}${rest}`;
  }

  /** What is copied whole for a target: the component or named schema that it is or stands in, else the target alone. */
  #rootOf(target: SpecNode, kind: ObjectKind): { node: SpecNode; kind: ObjectKind; name: string } {
    const [first, section = "", name] = segments(target.pointer) ?? [];
    if (first === "components" && isSection(section) && name !== undefined) {
      const pointer = join(`/components/${section}`, name);
      return { node: this.#at(target, pointer), kind: sections[section], name };
    }
    const root = kind === "schema" ? schemaRoot(target) : undefined;
    if (root !== undefined) return { node: this.#at(target, root.pointer), kind, name: root.name };
    return { node: target, kind, name: documentedName(target) };
  }

  #at({ source }: SpecNode, pointer: string): SpecNode {
    const node: SpecNode = { value: source.value, source, pointer: "" };
    return (segments(pointer) ?? []).reduce<SpecNode>((at, key) => child(at, key) ?? at, node);
  }

  /** The documented name, in the characters that a key may have (OpenAPI, Components Object); a number where two share it. */
  #key(section: Section, name: string): string {
    const used = this.#used.get(section) ?? new Set<string>();
    this.#used.set(section, used);
    const legal = name.replaceAll(/[^\p{L}\p{N}._$-]+/gu, "-").replaceAll(/^-+|-+$/g, "") || "component";
    let key = legal;
    for (let count = 2; used.has(key); count++) key = `${legal}-${count}`;
    used.add(key);
    return key;
  }

  /** A mapping may hold bare names, which mean components of the file they stand in. */
  #discriminator(node: SpecNode): unknown {
    const mapping = isObject(node.value) ? child(node, "mapping") : undefined;
    if (!isObject(node.value) || mapping === undefined) return node.value;
    const entries = members(mapping).map(([tag, at]) => {
      if (typeof at.value !== "string") return [tag, at.value] as const;
      const target = this.#document.follow({ ...at, value: { $ref: mappedReference(at.value) } });
      return [tag, target === undefined ? at.value : this.#refer(target, "schema")] as const;
    });
    return { ...node.value, mapping: Object.fromEntries(entries) };
  }

  /** What extends a base by `allOf` belongs to it, though it is the others that refer to the base. */
  #spread(node: SpecNode): void {
    for (const variant of this.#inheritance.variantsOf(node)) this.#refer(variant, "schema");
  }

  #givenName(node: SpecNode): string | undefined {
    return this.#nameOf(schemaRoot(node) === undefined ? undefined : documentedName(node), nodeKey(node));
  }
}

/** Objects that stand where they are referred to: their components are none that the generator looks for. */
const inline: ReadonlySet<ObjectKind> = new Set(["callback", "incomingItem", "mediaType"]);

/** A default that the packages do not have, because it would be another number. */
function isLeftOut(key: string, { value }: SpecNode): boolean {
  return key === "default" && !isExact(value);
}

function members(node: SpecNode): readonly (readonly [key: string, value: SpecNode])[] {
  if (!isObject(node.value)) return [];
  return Object.keys(node.value).flatMap((key) => {
    const found = child(node, key);
    return found === undefined ? [] : [[key, found] as const];
  });
}

/** Content under the media types that are meant, without what is none: nobody has to be told a second time. */
function mediaTypes(node: SpecNode): ReturnType<typeof members> {
  const meant = members(node).flatMap(([key, member]) => {
    const mediaType = toMediaType(key);
    return mediaType === undefined ? [] : [[mediaType, member] as const];
  });
  return meant.length > 0 ? meant : members(node);
}

/** Whether a field stays: extensions are for those who read them. */
export function isKept(key: string): boolean {
  return !key.startsWith("x-") || readExtensions.has(key);
}
