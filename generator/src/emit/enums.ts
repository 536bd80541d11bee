import type { Api, TypeDeclaration } from "../model/api.ts";
import { isOpen } from "../model/direction.ts";
import type { Literals } from "../model/schema.ts";
import { knownEnumName } from "../model/surface.ts";
import type { Module } from "./declaration.ts";
import { ident, lit } from "./doors.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";

/** A named enumeration whose answers may hold values that this version does not know. */
interface OpenEnum {
  readonly type: TypeDeclaration;
  readonly literals: Literals;
}

/** `enums.ts`: for each open enumeration, whether a value is one that this version knows; undefined without any. */
export function enumsModule(api: Api): Module | undefined {
  const enums = openEnums(api);
  if (enums.length === 0) return undefined;
  const imports = new Imports(ownNames(api));
  const declarations = enums.map(({ type, literals }) => {
    const values = literals.values.map(lit);
    return {
      kind: "function" as const,
      name: ident(knownEnumName(type)),
      docs: [
        `Whether a value is one of \`${ident(type.name)}\` that this version knows: in a \`switch\` after it, no case is missing.`,
        "@param value - Anything.",
      ].join("\n\n"),
      parameters: [{ name: "value", type: "unknown" }],
      returns: `value is ${values.join(" | ")}`,
      body: `return ${imports.value(runtimeModule, "isOneOf")}(value, ${values.join(", ")});`,
    };
  });
  return { header: header(api), imports: imports.all, declarations };
}

/** The names that {@link enumsModule} exports. */
export function enumGuardNames(api: Api): readonly string[] {
  return openEnums(api).map(({ type }) => ident(knownEnumName(type)));
}

function openEnums(api: Api): readonly OpenEnum[] {
  return api.types.flatMap((type): readonly OpenEnum[] => {
    const { schema } = type.definition;
    return schema.kind === "literals" && isOpen(schema, type.direction) ? [{ type, literals: schema }] : [];
  });
}
