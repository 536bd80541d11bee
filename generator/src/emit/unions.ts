import type { Api } from "../model/api.ts";
import type { Schema } from "../model/schema.ts";
import type { Test } from "../model/union-decision.ts";
import type { Builder, Guard, Match } from "../model/union-surface.ts";
import type { Declaration, Module } from "./declaration.ts";
import { doc, ident, lit, propertyName } from "./doors.ts";
import { globalType } from "./global-type.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";
import { schemaType } from "./operation-types.ts";

/** `unions.ts`: guards, matchers and builders; undefined for a package that has nothing to tell apart. */
export function unionsModule(api: Api): Module | undefined {
  const { guards, matches, builders } = api.unions;
  if (matches.length === 0 && builders.length === 0) return undefined;
  const imports = new Imports(ownNames(api));
  const declarations = [
    ...guards.map((guard) => guardFunction(api, guard, imports)),
    ...matches.flatMap((match) => [knownFunction(api, match, imports), matchFunction(api, match, imports)]),
    ...builders.map((builder) => builderFunction(api, builder, imports)),
  ];
  return { header: header(api), imports: imports.all, declarations };
}

function guardFunction(api: Api, guard: Guard, imports: Imports): Declaration {
  const type = typeOf(api, guard.variant.schema, guard, imports);
  return {
    kind: "function",
    name: ident(guard.name),
    docs: [
      `Whether a value is ${article(guard.variant.title)} \`${doc(guard.variant.title)}\`, told by ${guard.tests[0]?.map(rowText).join(", or ") ?? ""}. Nothing else of it is checked.`,
      `@param value - Anything, such as a \`${ident(guard.union.typeName)}\`.`,
    ].join("\n\n"),
    parameters: [{ name: "value", type: "unknown" }],
    returns: `value is ${type}`,
    body: `return ${withoutRepeats(guard.tests)
      .map((rows) => alternatives(rows, imports))
      .join(" && ")};`,
  };
}

function article(title: string): string {
  return /^[aeiou]/i.test(title) ? "an" : "a";
}

function typeOf(api: Api, schema: Schema, { union }: Pick<Guard, "union">, imports: Imports): string {
  return schemaType(api, schema, union.direction, imports, "./");
}

function rowText(row: readonly Test[]): string {
  return row.map(testText).join(" and ");
}

function testText(test: Test): string {
  const listed = (values: readonly unknown[]): string =>
    values.map((value) => `\`${doc(lit(value).replaceAll("`", "'"))}\``).join(" or ");
  switch (test.kind) {
    case "type":
      return `its JSON type, ${test.types.join(" or ")}`;
    case "tag":
      return `\`${doc(propertyName(test.property).replaceAll("`", "'"))}\` being ${listed(test.values)}`;
    case "value":
      return `being ${listed(test.values)}`;
    case "key":
      return `having \`${doc(propertyName(test.property).replaceAll("`", "'"))}\``;
  }
}

function alternatives(rows: readonly (readonly Test[])[], imports: Imports): string {
  const texts = rows.map((row) => row.map((test) => testCode(test, imports)).join(" && "));
  return texts.length === 1 ? (texts[0] ?? "false") : `(${texts.map((text) => `(${text})`).join(" || ")})`;
}

/** Alternatives of several unions all hold; what another one asks for anyway is not asked twice. */
function withoutRepeats(
  all: readonly (readonly (readonly Test[])[])[],
): readonly (readonly (readonly Test[])[])[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const within = (
    [row, ...others]: readonly (readonly Test[])[],
    wider: readonly (readonly Test[])[],
  ): boolean =>
    row !== undefined &&
    others.length === 0 &&
    wider.length === 1 &&
    row.every((test) => wider[0]?.some((each) => same(each, test)) === true);
  return all.filter(
    (rows, index) =>
      !all.some(
        (other, place) => place !== index && within(rows, other) && !(same(rows, other) && place > index),
      ),
  );
}

function testCode(test: Test, imports: Imports): string {
  const list = (values: readonly unknown[]): string => values.map(lit).join(", ");
  switch (test.kind) {
    case "type":
      return `${imports.value(runtimeModule, "hasType")}(value, ${list(test.types)})`;
    case "tag":
      return `${imports.value(runtimeModule, "hasTag")}(value, ${lit(test.property)}, ${list(test.values)})`;
    case "value":
      return `${imports.value(runtimeModule, "isOneOf")}(value, ${list(test.values)})`;
    case "key":
      return `${imports.value(runtimeModule, "hasKey")}(value, ${lit(test.property)})`;
  }
}

/** What the functions of a union are for: null is no variant of any. */
function valueType(api: Api, { typeName, nullable }: Match["union"], imports: Imports): string {
  const type = ident(typeName);
  imports.type("./types.js", type);
  return nullable ? `${globalType(api, "NonNullable")}<${type}>` : type;
}

function knownFunction(api: Api, { isKnownName, union, arms }: Match, imports: Imports): Declaration {
  return {
    kind: "function",
    name: ident(isKnownName),
    docs: `Whether a value is one of the variants of \`${ident(union.typeName)}\` that this version knows.${union.direction === "output" ? " The service may send others." : ""}`,
    parameters: [{ name: "value", type: "unknown" }],
    returns: `value is ${valueType(api, union, imports)}`,
    body: `return ${arms.map((arm) => `${ident(arm.guard)}(value)`).join(" || ")};`,
  };
}

/** One type parameter an arm: what comes out is the union of what the arms return, and a misspelt arm is an error. */
function matchFunction(api: Api, match: Match, imports: Imports): Declaration {
  const { matchName, union, arms } = match;
  const results = arms.map((_, index) => typeParameter(api, `R${index + 1}`));
  const rest = typeParameter(api, "U");
  const members = arms.map(
    (arm, index) =>
      `${propertyName(arm.title)}: (value: ${typeOf(api, arm.schema, match, imports)}) => ${results[index]};`,
  );
  // Requests are made of what this version knows; answers may hold more.
  const open = union.direction === "output";
  const unknownArm = `/** For what this version does not know. Without it, such a value is a TypeError. */\nunknown?: ((value: unknown) => ${rest}) | undefined;`;
  const lines = arms.map((arm) => `if (${ident(arm.guard)}(value)) return arms${member(arm.title)}(value);`);
  const last = `return ${imports.value(runtimeModule, "unmatched")}(${lit(union.typeName)}, value${open ? ", arms.unknown" : ""});`;
  return {
    kind: "function",
    name: ident(matchName),
    typeParameters: open ? [...results, `${rest} = never`] : results,
    docs: [
      `Does what the arm of the value's variant says. Leaving one out is a compile error.`,
      "@param value - What to look at.\n@param arms - One function a variant.",
      "@returns What the arm returns.",
      `@throws TypeError for a value that no arm is for.`,
    ].join("\n\n"),
    parameters: [
      { name: "value", type: valueType(api, union, imports) },
      { name: "arms", type: `{ ${[...members, ...(open ? [unknownArm] : [])].join("\n")} }` },
    ],
    returns: [...results, ...(open ? [rest] : [])].join(" | "),
    body: [...lines, last].join("\n"),
  };
}

/** A type parameter that hides no type of the package: a schema may be called `U`. */
function typeParameter(api: Api, name: string): string {
  return api.types.some((type) => type.name === name) ? typeParameter(api, `${name}_`) : name;
}

function member(title: string): string {
  const name = propertyName(title);
  return name.startsWith('"') ? `[${name}]` : `.${name}`;
}

function builderFunction(api: Api, builder: Builder, imports: Imports): Declaration {
  const type = typeOf(api, builder.variant.schema, builder, imports);
  const keys = [...builder.fixed.keys()].map((key) => lit(key)).join(" | ");
  // A plain __proto__ in an object literal would set the prototype.
  const tags = [...builder.fixed]
    .map(([key, value]) => `${key === "__proto__" ? `[${lit(key)}]` : propertyName(key)}: ${lit(value)}`)
    .join(", ");
  return {
    kind: "function",
    name: ident(builder.name),
    docs: [
      `Makes ${article(builder.variant.title)} \`${doc(builder.variant.title)}\`: fills in ${[...builder.fixed.keys()].map((key) => `\`${doc(key.replaceAll("`", "'"))}\``).join(" and ")}.`,
      "@param fields - Everything else of it.",
    ].join("\n\n"),
    parameters: [{ name: "fields", type: `${imports.type(runtimeModule, "WithoutTags")}<${type}, ${keys}>` }],
    returns: type,
    body: `return { ...fields, ${tags} };`,
  };
}
