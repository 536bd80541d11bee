// The ways in which a document is edited at random: each what a person does to a document one day.
import { isObject, type Json, type JsonObject } from "./units.ts";
import type { Random } from "./random.ts";

/** A schema of a document, and whether the document is of OpenAPI 3.0. */
export interface Place {
  readonly schema: JsonObject;
  readonly is30: boolean;
}

/** Changes a schema; false when it is none that this edit can be made to. */
export type SchemaEdit = (place: Place, random: Random) => boolean;

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The properties of an object schema that says `type: object`, so that an edit does not change what it is. */
function properties({ schema }: Place): JsonObject | undefined {
  const found = schema["properties"];
  return isObject(found) && Object.keys(found).length > 0 ? found : undefined;
}

function enumOf({ schema }: Place): Json[] | undefined {
  const found = schema["enum"];
  return Array.isArray(found) && found.length > 1 && found.every((value) => typeof value === "string")
    ? found
    : undefined;
}

function scalar({ schema }: Place, type: string): boolean {
  return schema["type"] === type && schema["enum"] === undefined && schema["const"] === undefined;
}

function variants({ schema }: Place): Json[] | undefined {
  const found = schema["oneOf"] ?? schema["anyOf"];
  return Array.isArray(found) && found.length > 1 ? found : undefined;
}

function withRequired(place: Place, change: (required: Json[]) => Json[]): boolean {
  const required = change(list(place.schema["required"]));
  if (required.length === 0) delete place.schema["required"];
  else place.schema["required"] = required;
  return true;
}

export const schemaEdits: Readonly<Record<string, SchemaEdit>> = {
  "add a property": (place) => {
    const found = properties(place);
    if (found === undefined) return false;
    found["added_by_edit"] = { type: "string" };
    return true;
  },
  "add a required property": (place) => {
    const found = properties(place);
    if (found === undefined) return false;
    found["added_by_edit"] = { type: "string" };
    return withRequired(place, (required) => [...required, "added_by_edit"]);
  },
  "remove a property": (place, random) => {
    const found = properties(place);
    if (found === undefined || Object.keys(found).length < 2) return false;
    const name = random.pick(Object.keys(found));
    delete found[name];
    return withRequired(place, (required) => required.filter((each) => each !== name));
  },
  "require a property": (place, random) => {
    const names = Object.keys(properties(place) ?? {}).filter(
      (name) => !list(place.schema["required"]).includes(name),
    );
    if (names.length === 0) return false;
    return withRequired(place, (required) => [...required, random.pick(names)]);
  },
  "stop requiring a property": (place, random) => {
    const required = list(place.schema["required"]);
    if (required.length === 0 || properties(place) === undefined) return false;
    const name = random.pick(required);
    return withRequired(place, (all) => all.filter((each) => each !== name));
  },
  "make text a number": (place) => {
    if (!scalar(place, "string")) return false;
    place.schema["type"] = "number";
    for (const key of ["format", "pattern", "minLength", "maxLength", "default", "example", "examples"])
      delete place.schema[key];
    return true;
  },
  "make a number text": (place) => {
    if (!scalar(place, "integer") && !scalar(place, "number")) return false;
    place.schema["type"] = "string";
    for (const key of ["format", "minimum", "maximum", "default", "example", "examples"])
      delete place.schema[key];
    return true;
  },
  "make it a list": (place) => {
    if (!scalar(place, "string") && !scalar(place, "integer")) return false;
    const inner = { ...place.schema };
    for (const key of Object.keys(place.schema)) delete place.schema[key];
    place.schema["type"] = "array";
    place.schema["items"] = inner;
    return true;
  },
  "allow null": (place) => {
    const type = place.schema["type"];
    if (typeof type !== "string" || type === "null" || place.schema["nullable"] === true) return false;
    if (place.schema["enum"] !== undefined || place.schema["const"] !== undefined) return false;
    if (place.is30) place.schema["nullable"] = true;
    else place.schema["type"] = [type, "null"];
    return true;
  },
  "forbid null": (place) => {
    if (place.schema["nullable"] === true) {
      delete place.schema["nullable"];
      return true;
    }
    const type = list(place.schema["type"]);
    if (!type.includes("null") || type.length < 2) return false;
    const rest = type.filter((each) => each !== "null");
    place.schema["type"] = rest.length === 1 ? (rest[0] ?? "string") : rest;
    return true;
  },
  "add a value": (place) => {
    enumOf(place)?.push("added_by_edit");
    return enumOf(place) !== undefined;
  },
  "remove a value": (place, random) => {
    const found = enumOf(place);
    if (found === undefined || found.length < 3) return false;
    const value = random.pick(found);
    place.schema["enum"] = found.filter((each) => each !== value);
    delete place.schema["default"];
    return true;
  },
  "list no values": (place) => {
    if (enumOf(place) === undefined || place.schema["type"] !== "string") return false;
    delete place.schema["enum"];
    return true;
  },
  "list values": (place) => {
    if (!scalar(place, "string") || place.schema["format"] !== undefined) return false;
    place.schema["enum"] = ["one", "two"];
    delete place.schema["default"];
    return true;
  },
  "add a variant": (place) => {
    const found = variants(place);
    if (found === undefined || place.schema["discriminator"] !== undefined) return false;
    found.push({
      type: "object",
      required: ["added_by_edit"],
      properties: { added_by_edit: { type: "string" } },
    });
    return true;
  },
  "remove a variant": (place, random) => {
    const found = variants(place);
    if (found === undefined || place.schema["discriminator"] !== undefined) return false;
    found.splice(found.indexOf(random.pick(found)), 1);
    return true;
  },
  "allow other members": (place) => {
    if (properties(place) === undefined || place.schema["additionalProperties"] === true) return false;
    place.schema["additionalProperties"] = true;
    return true;
  },
  "forbid other members": (place) => {
    const found = place.schema["additionalProperties"];
    if (found === undefined || found === false || properties(place) === undefined) return false;
    place.schema["additionalProperties"] = false;
    return true;
  },
  "make text a date": (place) => {
    if (!scalar(place, "string") || place.schema["format"] !== undefined) return false;
    place.schema["format"] = "date-time";
    return true;
  },
  "make a date text": (place) => {
    if (place.schema["format"] !== "date-time") return false;
    delete place.schema["format"];
    return true;
  },
  "add a default": (place) => {
    if (!scalar(place, "string") || place.schema["default"] !== undefined) return false;
    place.schema["default"] = "x";
    return true;
  },
  "remove a default": (place) => {
    if (place.schema["default"] === undefined) return false;
    delete place.schema["default"];
    return true;
  },
  "make it read-only": (place) => {
    if (typeof place.schema["type"] !== "string" || place.schema["readOnly"] === true) return false;
    place.schema["readOnly"] = true;
    return true;
  },
  "describe it otherwise": (place) => {
    if (typeof place.schema["description"] !== "string") return false;
    place.schema["description"] = "Other words.";
    return true;
  },
  "tighten a limit": (place) => {
    if (!scalar(place, "string")) return false;
    place.schema["maxLength"] = 3;
    return true;
  },
  "deprecate it": (place) => {
    if (typeof place.schema["type"] !== "string" || place.schema["deprecated"] === true) return false;
    place.schema["deprecated"] = true;
    return true;
  },
};

/** Changes the one operation of a document; false when it cannot. */
export type OperationEdit = (operation: JsonObject, random: Random) => boolean;

function parameters(operation: JsonObject): Json[] {
  return list(operation["parameters"]).filter((each) => isObject(each) && each["in"] === "query");
}

const text = { type: "string" };
const content = { "application/json": { schema: { type: "object", properties: { edited: text } } } };

export const operationEdits: Readonly<Record<string, OperationEdit>> = {
  "add a parameter": (operation) => {
    operation["parameters"] = [
      ...list(operation["parameters"]),
      { name: "added", in: "query", schema: text },
    ];
    return true;
  },
  "add a required parameter": (operation) => {
    const added = { name: "added", in: "query", required: true, schema: text };
    operation["parameters"] = [...list(operation["parameters"]), added];
    return true;
  },
  "remove a parameter": (operation, random) => {
    if (parameters(operation).length === 0) return false;
    const gone = random.pick(parameters(operation));
    operation["parameters"] = list(operation["parameters"]).filter((each) => each !== gone);
    return true;
  },
  "require a parameter": (operation, random) => {
    const optional = parameters(operation).filter((each) => isObject(each) && each["required"] !== true);
    if (optional.length === 0) return false;
    const one = random.pick(optional);
    if (isObject(one)) one["required"] = true;
    return true;
  },
  "require the body, or not": (operation) => {
    const body = operation["requestBody"];
    if (!isObject(body)) return false;
    body["required"] = body["required"] !== true;
    return true;
  },
  "remove the body": (operation) => {
    const had = operation["requestBody"] !== undefined;
    delete operation["requestBody"];
    return had;
  },
  "add a failure": (operation) => {
    const responses = operation["responses"];
    if (!isObject(responses) || responses["418"] !== undefined) return false;
    responses["418"] = { description: "Edited.", content };
    return true;
  },
  "remove a failure": (operation, random) => {
    const responses = operation["responses"];
    const failures = Object.keys(isObject(responses) ? responses : {}).filter((status) =>
      /^[45]/.test(status),
    );
    if (!isObject(responses) || failures.length === 0) return false;
    delete responses[random.pick(failures)];
    return true;
  },
  "add a success": (operation) => {
    const responses = operation["responses"];
    if (!isObject(responses) || responses["206"] !== undefined) return false;
    responses["206"] = { description: "Edited.", content };
    return true;
  },
  "change the status of success": (operation) => {
    const responses = operation["responses"];
    if (!isObject(responses) || responses["200"] === undefined || responses["203"] !== undefined)
      return false;
    responses["203"] = responses["200"];
    delete responses["200"];
    return true;
  },
  "rename the operation": (operation) => {
    operation["operationId"] = "renamedByEdit";
    delete operation["x-clientwright-name"];
    return true;
  },
  "deprecate the operation": (operation) => {
    const was = operation["deprecated"] === true;
    operation["deprecated"] = true;
    return !was;
  },
  "ask for no credentials": (operation) => {
    if (operation["security"] === undefined) return false;
    operation["security"] = [];
    return true;
  },
  "describe the operation otherwise": (operation) => {
    operation["summary"] = "Other words.";
    return true;
  },
};
