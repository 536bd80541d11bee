import { child, isObject, nodeKey, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import { asText, ofProperties, type Places, isBinary, readBytes } from "./byte-places.ts";
import { overrideDocs, readDocs } from "./docs.ts";
import { documentedName, isInnerUnion, schemaRoot } from "./documented-name.ts";
import { readName } from "./given-name.ts";
import { baseId, Inheritance } from "./inheritance.ts";
import { warnOfKeywords } from "./keywords.ts";
import { readLiterals } from "./literals.ts";
import { readWriteOf } from "./read-write.ts";
import { warnOfMistakes } from "./schema-keywords.ts";
import type { Definition, Docs, ObjectSchema, Property, Schema, SchemaId, Variant } from "./schema.ts";
import { noDocs } from "./schema.ts";
import { tupleOf } from "./tuple.ts";
import { readDiscriminator, readUnions, readVariantTitle } from "./union-reader.ts";

/**
 * Turns schemas of either dialect into {@link Schema}.
 *
 * References become {@link Reference}s; their targets are read once, after the schema that refers to them, so that
 * recursion needs no special care.
 */
export class SchemaReader {
  readonly #reader: Reader;
  readonly #definitions = new Map<SchemaId, Definition>();
  readonly #queue: SpecNode[] = [];
  /** Where each definition stands, as far as is known; one that turns out to stand elsewhere too is read again. */
  readonly #met = new Map<SchemaId, Places>();
  /** Where what is being read stands. */
  #places: Places = asText;
  readonly #inheritance: Inheritance;

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#inheritance = new Inheritance(reader);
  }

  /** Reads a schema and everything it refers to. */
  read(node: SpecNode, places: Places = asText): Schema {
    this.#places = places;
    const schema = this.#schema(node);
    for (let next = this.#queue.pop(); next !== undefined; next = this.#queue.pop()) this.#define(next);
    return schema;
  }

  get definitions(): ReadonlyMap<SchemaId, Definition> {
    return this.#definitions;
  }

  /** A base that others extend is a union of them, and its own members become a type beside it. */
  #define(node: SpecNode): void {
    const id = nodeKey(node);
    this.#places = this.#met.get(id) ?? asText;
    const name = documentedName(node);
    const unionName = isObject(node.value) ? this.#reader.string(node, "x-clientwright-union") : undefined;
    const common = {
      file: node.source.name,
      pointer: node.pointer,
      derived: schemaRoot(node)?.pointer !== node.pointer,
      ...(unionName === undefined ? {} : { unionName }),
    };
    const own = { ...common, ...readName(this.#reader, node), id, documentedName: name };
    const extending = this.#inheritance.variantsOf(node);
    const schema = this.#inPlace(node);
    if (extending.length === 0) {
      this.#definitions.set(id, { ...own, schema });
      return;
    }
    const discriminator = readDiscriminator(this.#reader, node);
    const variants = extending.map((variant): Variant => {
      const title = readVariantTitle(this.#reader, variant);
      return { schema: this.#reference(variant, noDocs), ...(title === undefined ? {} : { title }) };
    });
    const { docs } = schema;
    const union: Schema = { kind: "union", variants, docs, ...(discriminator ? { discriminator } : {}) };
    this.#definitions.set(id, { ...own, schema: union });
    const base = { ...common, id: baseId(id), documentedName: `${name} Base`, derived: true };
    this.#definitions.set(base.id, { ...base, schema });
  }

  /** A member of an `allOf`: there a base means its own members, not all that extend it. */
  #member(node: SpecNode): Schema {
    const target = child(node, "$ref") === undefined ? undefined : this.#reader.follow(node);
    if (target === undefined || this.#inheritance.variantsOf(target).length === 0) return this.#schema(node);
    this.#reference(target, noDocs);
    return { kind: "reference", id: baseId(nodeKey(target)), docs: noDocs };
  }

  #reference(target: SpecNode, docs: Docs): Schema {
    const id = nodeKey(target);
    const known = this.#met.get(id) ?? 0;
    const met = known | this.#places;
    if (met !== known) {
      this.#met.set(id, met);
      this.#queue.push(target);
    }
    return { kind: "reference", id, docs };
  }

  /** A schema where it is used: a union that is written in place becomes a type of its own, as if it had been referred to. */
  #schema(node: SpecNode): Schema {
    return isInnerUnion(node) ? this.#reference(node, readDocs(this.#reader, node)) : this.#inPlace(node);
  }

  #inPlace(node: SpecNode): Schema {
    if (node.value === true) return { kind: "unknown", docs: noDocs };
    if (node.value === false) return { kind: "never", docs: noDocs };
    if (!this.#reader.expectObject(node, "a schema")) return { kind: "unknown", docs: noDocs };
    const docs = readDocs(this.#reader, node);
    warnOfKeywords(this.#reader, node);
    warnOfMistakes(this.#reader, node);
    if (child(node, "$ref") !== undefined) return this.#referring(node, docs);
    return this.#nullable(node, this.#shape(node, docs), docs);
  }

  /** `$ref`, alone or (3.1 only) with siblings, which then all apply. */
  #referring(node: SpecNode, docs: Docs): Schema {
    const target = this.#reader.follow(node);
    if (target === undefined) return { kind: "unknown", docs };
    const reference = this.#reference(target, docs);
    if (this.#reader.document.dialect === "3.0") return reference;
    const beside = this.#shape(node, noDocs);
    const both: Schema =
      beside.kind === "unknown" ? reference : { kind: "intersection", members: [reference, beside], docs };
    return this.#nullable(node, both, docs);
  }

  /** Everything but `$ref` and `nullable`: the types, and the compositions that apply besides them. */
  #shape(node: SpecNode, docs: Docs): Schema {
    const members = [
      ...this.#reader.items(node, "allOf").map((member) => this.#member(member)),
      ...readUnions(this.#reader, node, (variant) => this.#schema(variant)),
    ];
    const own = this.#own(node, members.length === 0 ? docs : noDocs);
    if (members.length === 0) return own;
    // `type: object` beside a composition says only what its members say too. Forbidding all other names there would
    // forbid what the members name: nobody means that.
    const bare =
      own.kind === "object" &&
      own.properties.length === 0 &&
      (own.additional === undefined ||
        !["additionalProperties", "patternProperties"].some((key) => child(node, key) !== undefined));
    if (own.kind !== "unknown" && !bare) members.unshift(own);
    const shaped = members.filter((member) => member.kind !== "unknown");
    const [first] = shaped;
    if (first === undefined) return { kind: "unknown", docs };
    if (shaped.length === 1) return { ...first, docs: overrideDocs(first.docs, docs) };
    return { kind: "intersection", members: shaped, docs };
  }

  /** The types that this schema's own keywords allow, compositions aside. */
  #own(node: SpecNode, docs: Docs): Schema {
    const literals = readLiterals(this.#reader, node, docs);
    if (literals !== undefined) return literals;
    const types = new Set(this.#types(node));
    // An integer is a number, to JSON Schema as to TypeScript.
    if (types.has("number")) types.delete("integer");
    const schemas = [...types].map((type): Schema =>
      this.#typed(node, type, types.size === 1 ? docs : noDocs),
    );
    const [first] = schemas;
    if (first === undefined) return { kind: "unknown", docs };
    if (schemas.length === 1) return first;
    return { kind: "union", variants: schemas.map((schema) => ({ schema })), docs };
  }

  /** The declared types, or those that the other keywords speak of. */
  #types(node: SpecNode): readonly string[] {
    const type = child(node, "type");
    if (typeof type?.value === "string") return [type.value];
    if (Array.isArray(type?.value)) return this.#reader.strings(node, "type") ?? [];
    if (type !== undefined) this.#reader.wrongType(type, "type", "a type or an array of types");
    const has = (...keys: readonly string[]): boolean => keys.some((key) => child(node, key) !== undefined);
    if (has("properties", "additionalProperties", "patternProperties", "required")) return ["object"];
    if (has("items", "prefixItems")) return ["array"];
    return [];
  }

  #typed(node: SpecNode, type: string, docs: Docs): Schema {
    switch (type) {
      case "null":
        return { kind: "null", docs };
      case "boolean":
        return { kind: "boolean", docs };
      case "integer":
        return { kind: "number", integer: true, docs };
      case "number":
        return { kind: "number", docs };
      case "string":
        return isBinary(node)
          ? readBytes(this.#reader, node, this.#places, docs)
          : { kind: "string", dateTime: child(node, "format")?.value === "date-time", docs };
      case "array": {
        const items = child(node, "items");
        return tupleOf({
          kind: "array",
          items: items === undefined ? { kind: "unknown", docs: noDocs } : this.#schema(items),
          prefix: this.#reader.items(node, "prefixItems").map((item) => this.#schema(item)),
          docs,
        });
      }
      case "object":
        return this.#object(node, docs);
      default:
        this.#reader.wrongType(
          child(node, "type") ?? node,
          "type",
          "one of null, boolean, integer, number, string, array, object",
        );
        return { kind: "unknown", docs };
    }
  }

  #object(node: SpecNode, docs: Docs): ObjectSchema {
    const outer = this.#places;
    this.#places = ofProperties(outer);
    const object = this.#members(node, docs);
    this.#places = outer;
    return object;
  }

  #members(node: SpecNode, docs: Docs): ObjectSchema {
    const required = new Set(this.#reader.strings(node, "required") ?? []);
    const members = this.#reader.members(this.#reader.object(node, "properties"));
    const properties = members.map(([name, value]): Property => {
      const flags = readWriteOf(this.#reader, value);
      return { name, schema: this.#schema(value), required: required.has(name), ...flags };
    });
    for (const name of required) {
      if (!members.some(([known]) => known === name)) {
        // Required without a definition here: the definition stands in a sibling of an allOf, or nowhere.
        properties.push({
          name,
          schema: { kind: "unknown", docs: noDocs },
          required: true,
          readOnly: false,
          writeOnly: false,
        });
      }
    }
    const additional = this.#additional(node, properties.length === 0);
    return { kind: "object", properties, docs, ...(additional === undefined ? {} : { additional }) };
  }

  /** An object that names no property and forbids none is free-form. */
  #additional(node: SpecNode, nameless: boolean): Schema | undefined {
    const patterns = this.#reader.members(this.#reader.object(node, "patternProperties"));
    const rest = child(node, "additionalProperties");
    const schemas = patterns.map(([, schema]) => this.#schema(schema));
    if (rest !== undefined && rest.value !== false) schemas.push(this.#schema(rest));
    const [first] = schemas;
    if (first === undefined) {
      return nameless && rest === undefined ? { kind: "unknown", docs: noDocs } : undefined;
    }
    if (schemas.length === 1) return first;
    return { kind: "union", variants: schemas.map((schema) => ({ schema })), docs: noDocs };
  }

  /** `nullable` of 3.0, beside a type, an enum or a composition; in the wild 3.1 documents still write it and mean it. */
  #nullable(node: SpecNode, schema: Schema, docs: Docs): Schema {
    if (child(node, "nullable")?.value !== true) return schema;
    if (schema.kind === "unknown" || schema.kind === "null") return schema;
    return {
      kind: "union",
      variants: [{ schema: { ...schema, docs: noDocs } }, { schema: { kind: "null", docs: noDocs } }],
      docs,
    };
  }
}
