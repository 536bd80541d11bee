import type { Api, Operation } from "../model/api.ts";
import type { Batch } from "../model/batch.ts";
import { isRequired } from "../model/direction.ts";
import { alternatives, inputPlace, listOf } from "../model/place.ts";
import type { ObjectSchema, Property, Schema } from "../model/schema.ts";
import { parametersName } from "../model/surface.ts";
import { ident, lit, propertyName } from "./doors.ts";
import { globalType } from "./global-type.ts";
import { Imports } from "./imports.ts";
import { schemaType } from "./operation-types.ts";

/** What each request of a batch has besides the items. */
export interface Rest {
  readonly type: string;
  readonly required: boolean;
}

/** The schema of one item; undefined when the document does not say. */
export function itemSchema(api: Api, operation: Operation, batch: Batch): Schema | undefined {
  const lookup: Api["definitions"]["get"] = (id) => api.definitions.get(id);
  const place = inputPlace(operation, batch.items, lookup);
  const list = place && listOf(place.schema, lookup);
  return list === undefined || list === "unknown" ? undefined : list.items;
}

export function restOfInput(
  api: Api,
  operation: Operation,
  batch: Batch,
  imports: Imports,
): Rest | undefined {
  const { body, parameters } = operation;
  if (body === undefined || batch.items.part !== "body") return undefined;
  const type = schemaType(api, body.schema, "input", new Imports([]), "../");
  const inBody = restOfBody(api, body.schema, type, batch.items.path);
  // Imported only now: a body that is nothing but its items is not spoken of.
  if (inBody !== undefined) schemaType(api, body.schema, "input", imports, "../");
  if (parameters.length === 0) return inBody;
  const own = imports.type(`./${operation.name}.js`, ident(parametersName(operation)));
  const optional = inBody?.required === true ? "" : "?";
  return {
    type: `${globalType(api, "Omit")}<${own}, "body">${inBody === undefined ? "" : ` & { body${optional}: ${inBody.type} }`}`,
    required: inBody?.required === true || parameters.some((parameter) => parameter.required),
  };
}

/** The type of an object without what stands at a path in it; undefined when nothing else is known of it. */
export function restOfBody(
  api: Api,
  schema: Schema,
  type: string,
  [key, ...below]: readonly string[],
): Rest | undefined {
  if (key === undefined) return undefined;
  const objects = objectsOf(api, schema);
  const properties = writable(objects);
  const others = properties.filter((property) => property.name !== key);
  const inner = properties.find((property) => property.name === key);
  const rest = inner && restOfBody(api, inner.schema, `NonNullable<${type}[${lit(key)}]>`, below);
  const open = objects.some((part) => part.additional !== undefined);
  if (others.length === 0 && !open && rest === undefined) return undefined;
  const optional = rest?.required === true ? "" : "?";
  return {
    type: `${globalType(api, "Omit")}<${type}, ${lit(key)}>${rest === undefined ? "" : ` & { ${propertyName(key)}${optional}: ${rest.type} }`}`,
    required: rest?.required === true || others.some((property) => isRequired(property, "input")),
  };
}

/** The schema of a member of a body; undefined when the document does not say. */
export function memberOf(api: Api, schema: Schema, key: string): Schema | undefined {
  return writable(objectsOf(api, schema)).find((property) => property.name === key)?.schema;
}

function objectsOf(api: Api, schema: Schema): readonly ObjectSchema[] {
  return alternatives(schema, (id) => api.definitions.get(id)).filter((part) => part.kind === "object");
}

function writable(objects: readonly ObjectSchema[]): readonly Property[] {
  return objects.flatMap((part) => part.properties).filter((property) => !property.readOnly);
}
