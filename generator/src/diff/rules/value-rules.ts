import { type Rule, schemas } from "./rule.ts";

const property = (schema: string): string => `{ type: object, properties: { a: ${schema} } }`;

/** The rules of valueRules, by id. */
export type ValueRuleId =
  | "enum-value-added"
  | "enum-value-added-open"
  | "enum-value-removed"
  | "enum-value-removed-open"
  | "enum-opened"
  | "enum-closed"
  | "enum-introduced"
  | "enum-introduced-open"
  | "enum-dropped"
  | "enum-dropped-open"
  | "limit-tightened"
  | "limit-loosened"
  | "format-changed"
  | "default-changed"
  | "schema-deprecated"
  | "schema-undeprecated"
  | "text-changed";

/** What can change in the values that a type allows, and in what is said of them. */
export const valueRules: Readonly<Record<ValueRuleId, Rule>> = {
  "enum-value-added": {
    title: "a value was added to a closed enumeration",
    input: "minor",
    output: "major",
    why: "A request may still send what it sent; code that handles every value misses one.",
    migration: "Handle the new value.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
      property("{ type: string, enum: [x, y, z], x-clientwright-open: false }"),
    ),
  },
  "enum-value-added-open": {
    title: "a value was added to an open enumeration",
    input: "minor",
    output: "minor",
    why: "The type allowed every value before, and code had to expect it.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
      property("{ type: string, enum: [x, y, z], x-clientwright-open: true }"),
    ),
  },
  "enum-value-removed": {
    title: "a value was removed from a closed enumeration",
    input: "major",
    output: "minor",
    why: "A request with it no longer compiles; an answer no longer has it.",
    migration: "Send one of the values that are left.",
    example: schemas(
      property("{ type: string, enum: [x, y, z], x-clientwright-open: false }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
    ),
  },
  "enum-value-removed-open": {
    title: "a value was removed from an open enumeration",
    input: "minor",
    output: "minor",
    why: "The type still allows it; the service may refuse it from every version alike.",
    migration: "Check whether the value is still sent.",
    example: schemas(
      property("{ type: string, enum: [x, y, z], x-clientwright-open: true }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
    ),
  },
  "enum-opened": {
    title: "the enumeration became open",
    input: "minor",
    output: "major",
    why: "Code that handles every value has to allow for others.",
    migration: "Handle values that this version does not know.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
    ),
  },
  "enum-closed": {
    title: "the enumeration became closed",
    input: "major",
    output: "minor",
    why: "A request with another value no longer compiles.",
    migration: "Send one of the listed values.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
    ),
  },
  "enum-introduced": {
    title: "the values are listed now, and no other is allowed",
    input: "major",
    output: "minor",
    why: "A request with another value no longer compiles.",
    migration: "Send one of the listed values.",
    example: schemas(
      property("{ type: string }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
    ),
  },
  "enum-introduced-open": {
    title: "some values are listed now, and others stay allowed",
    input: "minor",
    output: "minor",
    why: "The type allows what it allowed.",
    example: schemas(
      property("{ type: string }"),
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
    ),
  },
  "enum-dropped": {
    title: "the values are no longer listed, and any is allowed",
    input: "minor",
    output: "major",
    why: "Code that handles every value has to allow for others.",
    migration: "Handle any value.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: false }"),
      property("{ type: string }"),
    ),
  },
  "enum-dropped-open": {
    title: "the values are no longer listed, as any was allowed before",
    input: "minor",
    output: "minor",
    why: "The type allows what it allowed.",
    example: schemas(
      property("{ type: string, enum: [x, y], x-clientwright-open: true }"),
      property("{ type: string }"),
    ),
  },
  "limit-tightened": {
    title: "a limit was tightened",
    input: "minor",
    output: "patch",
    why: "No type holds it. The service enforces it on every version alike, so that an upgrade changes nothing, but requests may fail.",
    migration: "Check whether what is sent is within the new limit.",
    example: schemas(
      property("{ type: string, maxLength: 100 }"),
      property("{ type: string, maxLength: 50 }"),
    ),
  },
  "limit-loosened": {
    title: "a limit was loosened",
    input: "patch",
    output: "patch",
    why: "No type holds it; what was within the limit still is.",
    example: schemas(
      property("{ type: string, maxLength: 50 }"),
      property("{ type: string, maxLength: 100 }"),
    ),
  },
  "format-changed": {
    title: "the format or pattern changed",
    input: "minor",
    output: "patch",
    why: "No type holds it. The service enforces it on every version alike, but requests may fail.",
    migration: "Check whether what is sent has the new form.",
    example: schemas(
      property("{ type: string, pattern: '^[a-z]+$' }"),
      property("{ type: string, pattern: '^[a-f]+$' }"),
    ),
  },
  "default-changed": {
    title: "the default changed",
    input: "minor",
    output: "patch",
    why: "The service takes another value for what a request leaves out.",
    migration: "Give the value where the old default was meant.",
    example: schemas(property("{ type: integer, default: 10 }"), property("{ type: integer, default: 20 }")),
  },
  "schema-deprecated": {
    title: "it is deprecated now",
    input: "minor",
    output: "minor",
    why: "It still works; editors strike it through.",
    example: schemas(property("{ type: string }"), property("{ type: string, deprecated: true }")),
  },
  "schema-undeprecated": {
    title: "it is no longer deprecated",
    input: "patch",
    output: "patch",
    why: "Only the documentation changes.",
    example: schemas(property("{ type: string, deprecated: true }"), property("{ type: string }")),
  },
  "text-changed": {
    title: "the description or the examples changed",
    input: "patch",
    output: "patch",
    why: "Only the documentation changes.",
    example: schemas(
      property("{ type: string, description: Old. }"),
      property("{ type: string, description: New. }"),
    ),
  },
};
