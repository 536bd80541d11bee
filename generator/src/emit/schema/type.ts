import type { Api, Direction } from "../../model/api.ts";
import { isOpen, isRequired, visibleProperties } from "../../model/direction.ts";
import type { Literals, ObjectSchema, Schema } from "../../model/schema.ts";
import { taggedVariants } from "../../model/union.ts";
import type { Member } from "../declaration.ts";
import { comment, schemaDocs } from "../docs.ts";
import { ident, lit, propertyName } from "../doors.ts";
import { globalType } from "../global-type.ts";
import { type Shape, type Token, typeText } from "./openapi-typescript.ts";

const writers = new WeakMap<Api, Readonly<Record<Direction, TypeWriter>>>();

/** Writes the TypeScript types of one package, as requests or answers see them. */
export class TypeWriter {
  readonly #api: Api;
  readonly #direction: Direction;
  readonly #known = new WeakMap<Schema, string>();

  private constructor(api: Api, direction: Direction) {
    this.#api = api;
    this.#direction = direction;
  }

  /** The writer of a package: an operation's types stand in its module, in the class and in the reference. */
  static of(api: Api, direction: Direction): TypeWriter {
    const known = writers.get(api) ?? {
      input: new TypeWriter(api, "input"),
      output: new TypeWriter(api, "output"),
    };
    writers.set(api, known);
    return known[direction];
  }

  /** The type of a schema, as an expression. */
  type(schema: Schema): string {
    const before = this.#known.get(schema);
    if (before !== undefined) return before;
    const texts: string[] = [];
    const text = typeText(this.#shape(schema, texts), texts);
    this.#known.set(schema, text);
    return text;
  }

  /** The members of an object, for an interface of its own. */
  members(schema: ObjectSchema): readonly Member[] {
    const members = visibleProperties(schema, this.#direction).map((property): Member => {
      const docs = schemaDocs(this.#api, property.schema);
      return {
        name: propertyName(property.name),
        type: this.type(property.schema),
        optional: !isRequired(property, this.#direction),
        ...(docs === "" ? {} : { docs }),
      };
    });
    const index = this.#index(schema);
    return index === undefined
      ? members
      : [...members, { name: "[key: string]", type: index, optional: false }];
  }

  /**
   * What members without a name of their own may be. TypeScript wants the index to admit the named members too, which
   * JSON Schema does not say: that is why it is widened here.
   */
  #index(schema: ObjectSchema): string | undefined {
    if (schema.additional === undefined) return undefined;
    const visible = visibleProperties(schema, this.#direction);
    const types = new Set(
      [schema.additional, ...visible.map((property) => property.schema)].map((part) => this.type(part)),
    );
    if (types.has("unknown")) return "unknown";
    if (visible.some((property) => !isRequired(property, this.#direction))) types.add("undefined");
    return [...types].map((type) => (/=>|\s&\s/.test(type) ? `(${type})` : type)).join(" | ");
  }

  #shape(schema: Schema, texts: string[]): Shape {
    const part = (inner: Schema): Shape => this.#shape(inner, texts);
    switch (schema.kind) {
      case "unknown":
        return {};
      case "never":
        return reference(texts, "never");
      case "null":
      case "boolean":
      case "number":
        return { type: schema.kind };
      case "string":
        return schema.dateTime && this.#direction === "input"
          ? { oneOf: [reference(texts, globalType(this.#api, "Date")), { type: "string" }] }
          : { type: "string" };
      case "binary":
        return reference(texts, globalType(this.#api, "Blob"));
      case "literals":
        return this.#literals(schema, texts);
      case "array":
        return this.#array(schema, texts);
      case "object":
        return this.#object(schema, texts);
      case "union":
        return this.#union(
          taggedVariants(schema, this.#api.definitions, this.#direction === "output"),
          texts,
        );
      case "intersection":
        return {
          allOf: schema.members.map((member) =>
            member.kind === "object" ? this.#object(member, texts, "{} | null") : part(member),
          ),
        };
      case "reference":
        return reference(texts, ident(this.#api.typeName(schema.id, this.#direction)));
    }
  }

  /**
   * In a request, an object or a list of such objects: the list is said to have none of the object's members. That is
   * true of every list, and lets TypeScript see which of the two is meant, so that it reports a mistake at its field.
   * `null` and not `never` says so: a list without members that may be absent would pass for the object in a guard.
   */
  #union(variants: readonly Schema[], texts: string[]): Shape {
    const objects = variants
      .map((variant) => this.#resolved(variant))
      .filter((variant) => variant.kind === "object");
    const members = new Set(
      objects.flatMap((variant) => variant.properties.map((property) => property.name)),
    );
    return union(
      variants.map((variant) => {
        const shape = this.#shape(variant, texts);
        if (this.#direction === "output" || members.size === 0 || this.#resolved(variant).kind !== "array")
          return shape;
        const none = [...members].map((name) => `${propertyName(name)}?: null`);
        return { allOf: [shape, reference(texts, `{ ${none.join("; ")} }`)] };
      }),
    );
  }

  #resolved(schema: Schema): Schema {
    const seen = new Set<string>();
    let found = schema;
    while (found.kind === "reference" && !seen.has(found.id)) {
      seen.add(found.id);
      found = this.#api.definition(found.id).schema;
    }
    return found;
  }

  #literals(schema: Literals, texts: string[]): Shape {
    const values = schema.values.map((value) => reference(texts, lit(value)));
    if (!isOpen(schema, this.#direction)) return union(values);
    // `string & {}` keeps the known values in completion lists, where plain `string` would swallow them.
    const kinds = [...new Set(schema.values.filter((value) => value !== null).map((value) => typeof value))];
    return union([...values, ...kinds.map((kind) => reference(texts, `(${kind} & {})`))]);
  }

  #array(schema: Schema & { kind: "array" }, texts: string[]): Shape {
    if (schema.prefix.length === 0 && schema.items.kind !== "never") {
      return { type: "array", items: this.#shape(schema.items, texts) };
    }
    const first = schema.prefix.map((item, at) => {
      const type = this.type(item);
      return at < schema.required ? type : `${/^[\w.]+$/.test(type) ? type : `(${type})`}?`;
    });
    const rest = schema.items.kind === "never" ? [] : [`...(${this.type(schema.items)})[]`];
    return reference(texts, `[${[...first, ...rest].join(", ")}]`);
  }

  /**
   * @param anything - What a required property without a type is. Beside a schema that describes it and does not require
   * it, `unknown` would leave the `undefined` of that one.
   */
  #object(schema: ObjectSchema, texts: string[], anything?: string): Shape {
    const properties: Record<Token, Shape> = {};
    const required: Token[] = [];
    for (const property of visibleProperties(schema, this.#direction)) {
      const docs = comment(schemaDocs(this.#api, property.schema));
      const token = add(texts, `${docs}${propertyName(property.name)}`);
      const isNeeded = isRequired(property, this.#direction);
      properties[token] =
        anything !== undefined && isNeeded && property.schema.kind === "unknown"
          ? reference(texts, anything)
          : this.#shape(property.schema, texts);
      if (isNeeded) required.push(token);
    }
    const index = this.#index(schema);
    if (index !== undefined) {
      const token = add(texts, "[key: string]");
      properties[token] = reference(texts, index);
      required.push(token);
    }
    return required.length === 0 && Object.keys(properties).length === 0
      ? reference(texts, `${globalType(this.#api, "Record")}<string, never>`)
      : { type: "object", properties, required };
  }
}

function add(texts: string[], text: string): Token {
  return `T${texts.push(text) - 1}`;
}

function reference(texts: string[], text: string): Shape {
  return { $ref: `#/components/schemas/${add(texts, text)}` };
}

/** A union of one is that one, and a union with `unknown` is `unknown`. */
function union(shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  if (first === undefined) return {};
  if (shapes.some((shape) => Object.keys(shape).length === 0)) return {};
  return shapes.length === 1 ? first : { oneOf: shapes };
}
