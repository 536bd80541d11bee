import type { Api, Direction } from "../model/api.ts";
import { visibleProperties } from "../model/direction.ts";
import {
  type ArraySchema,
  type Literals,
  noDocs,
  type ObjectSchema,
  type Property,
  type Schema,
  type SchemaId,
  type Union,
} from "../model/schema.ts";
import { taggedVariants } from "../model/union.ts";

/** What a schema allows, once references are followed, unions opened and `allOf` merged. */
export interface View {
  /** Any value at all. */
  readonly any: boolean;
  readonly nullable: boolean;
  /** The kinds of values besides null. */
  readonly parts: readonly Part[];
}

/** One kind of value. */
export interface Part {
  readonly shape: Shape;
  /** The named schema that it is, if it is one. */
  readonly id?: SchemaId;
  /** The title that the document gives it as a variant. */
  readonly title?: string;
}

export type Shape =
  | ObjectSchema
  | ArraySchema
  | Literals
  | Extract<Schema, { kind: "boolean" | "number" | "string" | "binary" | "null" | "never" | "unknown" }>;

/**
 * Looks at the schemas of one package as one direction sees them. Equal questions get the same objects as answers, so
 * that who compares can tell by identity what was compared before, in recursive types too.
 */
export class Shapes {
  readonly #api: Api;
  readonly #direction: Direction;
  readonly #views = new Map<Schema, View>();
  readonly #numbers = new Map<Schema, number>();
  readonly #both = new Map<string, Schema>();

  constructor(api: Api, direction: Direction) {
    this.#api = api;
    this.#direction = direction;
  }

  view(schema: Schema): View {
    const known = this.#views.get(schema);
    if (known !== undefined) return known;
    const parts = this.#parts(schema, new Set());
    const some = parts.filter(({ shape }) => shape.kind !== "null" && shape.kind !== "never");
    const view: View = {
      any: parts.some(({ shape }) => shape.kind === "unknown"),
      nullable: parts.some(({ shape }) => shape.kind === "null"),
      parts: some.filter(({ shape }) => shape.kind !== "unknown"),
    };
    this.#views.set(schema, view);
    return view;
  }

  /** The properties that this direction has. */
  properties(object: ObjectSchema): ReadonlyMap<string, Property> {
    const properties = visibleProperties(object, this.#direction);
    return new Map(properties.map((property) => [property.name, property] as const));
  }

  #parts(schema: Schema, open: ReadonlySet<SchemaId>): readonly Part[] {
    switch (schema.kind) {
      case "reference": {
        const target = this.#api.definitions.get(schema.id);
        if (target === undefined || open.has(schema.id)) return [];
        const parts = this.#parts(target.schema, new Set([...open, schema.id]));
        const some = parts.filter(({ shape }) => shape.kind !== "null");
        return parts.map((part) =>
          some.length === 1 && part === some[0] ? { ...part, id: part.id ?? schema.id } : part,
        );
      }
      case "union":
        return this.#variants(schema, open);
      case "intersection":
        return schema.members
          .map((member) => this.#parts(member, open))
          .reduce((left, right) => left.flatMap((one) => right.flatMap((other) => this.#merge(one, other))));
      case "literals":
        return withoutNull(schema);
      default:
        return [{ shape: schema }];
    }
  }

  #variants(union: Union, open: ReadonlySet<SchemaId>): readonly Part[] {
    const tagged = taggedVariants(union, this.#api.definitions, this.#direction === "output");
    return tagged.flatMap((schema, index) => {
      const variant = union.variants[index];
      const parts = this.#parts(schema, open);
      if (variant === undefined || parts.length !== 1) return parts;
      // A tag that only a discriminator states makes no other type of a variant.
      const [named] = variant.schema === schema ? parts : this.#parts(variant.schema, open);
      const { title } = variant;
      return parts.map((part) => ({
        ...part,
        ...(named?.id === undefined ? {} : { id: named.id }),
        ...(title === undefined ? {} : { title }),
      }));
    });
  }

  /** A value of both kinds; none when there can be no such value. */
  #merge(one: Part, other: Part): readonly Part[] {
    const title = one.title ?? other.title;
    const shape = this.#mergeShapes(one.shape, other.shape);
    return shape === undefined ? [] : [{ shape, ...(title === undefined ? {} : { title }) }];
  }

  #mergeShapes(one: Shape, other: Shape): Shape | undefined {
    if (one.kind === "unknown") return other;
    if (other.kind === "unknown") return one;
    if (one.kind === "object" && other.kind === "object") return this.#mergeObjects(one, other);
    if (one.kind === "array" && other.kind === "array") {
      return { ...one, items: this.#intersect(one.items, other.items) };
    }
    if (one.kind === "literals" && other.kind === "literals") {
      const values = one.values.filter((value) => other.values.includes(value));
      return values.length === 0 ? undefined : { ...(one.open === false ? one : other), values };
    }
    if (one.kind === "literals")
      return one.values.some((value) => typeof value === other.kind) ? one : undefined;
    if (other.kind === "literals") return this.#mergeShapes(other, one);
    return one.kind === other.kind ? one : undefined;
  }

  #mergeObjects(one: ObjectSchema, other: ObjectSchema): ObjectSchema {
    const properties = new Map(one.properties.map((property) => [property.name, property]));
    for (const property of other.properties) {
      const before = properties.get(property.name);
      properties.set(
        property.name,
        before === undefined ? property : this.#mergeProperties(before, property),
      );
    }
    const [first, second] = [one.additional, other.additional];
    // Free-form beside named members says nothing: a tag of a variant is no limit to the rest.
    const additional =
      first === undefined ? second : second === undefined ? first : this.#intersect(first, second);
    return {
      kind: "object",
      properties: [...properties.values()],
      docs: one.docs,
      ...(additional === undefined ? {} : { additional }),
    };
  }

  #mergeProperties(one: Property, other: Property): Property {
    return {
      name: one.name,
      schema: this.#intersect(one.schema, other.schema),
      required: one.required || other.required,
      readOnly: one.readOnly || other.readOnly,
      writeOnly: one.writeOnly || other.writeOnly,
    };
  }

  #intersect(one: Schema, other: Schema): Schema {
    if (one === other || other.kind === "unknown") return one;
    if (one.kind === "unknown") return other;
    const key = `${this.#number(one)} ${this.#number(other)}`;
    const known = this.#both.get(key);
    if (known !== undefined) return known;
    const docs = one.docs === noDocs ? other.docs : one.docs;
    const made: Schema = { kind: "intersection", members: [one, other], docs };
    this.#both.set(key, made);
    return made;
  }

  /** References are one when they name one schema. */
  #number(schema: Schema): number {
    const known = this.#numbers.get(schema);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(schema, number);
    return number;
  }
}

function withoutNull(schema: Literals): readonly Part[] {
  if (!schema.values.includes(null)) return [{ shape: schema }];
  const values = schema.values.filter((value) => value !== null);
  const none: Part = { shape: { kind: "null", docs: noDocs } };
  return values.length === 0 ? [none] : [{ shape: { ...schema, values } }, none];
}
