import type { Api, TypeDeclaration } from "../model/api.ts";
import type { Declaration, Module } from "./declaration.ts";
import { schemaDocs } from "./docs.ts";
import { ident } from "./doors.ts";
import { header } from "./header.ts";
import { TypeWriter } from "./schema/type.ts";

/** `types.ts`: one exported type for each named schema, in the order of their names. */
export function typesModule(api: Api): Module {
  const writers = { input: TypeWriter.of(api, "input"), output: TypeWriter.of(api, "output") };
  return {
    header: header(api),
    imports: [],
    declarations: api.types.map((type) => declaration(api, type, writers[type.direction])),
  };
}

function declaration(api: Api, type: TypeDeclaration, writer: TypeWriter): Declaration {
  const { schema } = type.definition;
  const docs = schemaDocs(api, schema);
  const common = { name: ident(type.name), ...(docs === "" ? {} : { docs }) };
  // An interface shows by its name in an editor and in errors; free-form objects read better as one line.
  if (schema.kind === "object" && schema.properties.length > 0) {
    return { kind: "interface", ...common, members: writer.members(schema) };
  }
  return { kind: "alias", ...common, type: writer.type(schema) };
}
