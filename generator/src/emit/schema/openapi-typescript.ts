import transformSchemaObject from "openapi-typescript/dist/transform/schema-object.mjs";
import ts from "typescript";

/**
 * The part of a schema that openapi-typescript gets to see: structure only. Names, values and comments of the document
 * are tokens, which no text of the document can imitate and no bug of the library can let through.
 */
export type Shape =
  | { readonly type: "null" | "boolean" | "number" | "string" }
  | { readonly type: "array"; readonly items: Shape }
  | {
      readonly type: "object";
      readonly properties: Readonly<Record<Token, Shape>>;
      readonly required: readonly Token[];
    }
  | { readonly oneOf: readonly Shape[] }
  | { readonly allOf: readonly Shape[] }
  | { readonly $ref: `#/components/schemas/${Token}` }
  | { readonly unknown?: never };

export type Token = `T${number}`;

/** openapi-typescript's own defaults for what a whole document would decide: with tokens, nothing of it is at stake. */
const context = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  discriminators: { objects: {}, refsHandled: [] },
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  injectFooter: [],
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  resolve: () => undefined,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform: undefined,
  transformProperty: undefined,
};

const prefix = "#/components/schemas/T";
const printer = ts.createPrinter({ removeComments: false });
const nowhere = ts.createSourceFile("type.ts", "", ts.ScriptTarget.ESNext);

/** The type of a shape, with every token replaced by what it stands for. The only place that knows openapi-typescript. */
export function typeText(shape: Shape, texts: readonly string[]): string {
  // Most types are a name alone.
  if ("$ref" in shape) return texts[Number(shape.$ref.slice(prefix.length))] ?? "never";
  const node = transformSchemaObject(shape, { path: prefix, ctx: context });
  return printer
    .printNode(ts.EmitHint.Unspecified, node, nowhere)
    .replaceAll(
      /components\["schemas"\]\["T(\d+)"\]|\bT(\d+)\b/g,
      (_match, reference?: string, name?: string) => texts[Number(reference ?? name)] ?? "never",
    );
}
