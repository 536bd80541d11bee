import { type JsonObject, type JsonValue, listOf, objectOf, step, textOf } from "../json.js";
import { type Parameter, readParameter } from "./parameter.js";
import { follow, type Placed } from "./references.js";
import type { SecurityScheme } from "./security.js";
import { basePathsOf } from "./servers.js";

/** A body in one media type. */
export interface Content {
  /** As the document writes it; may be a range such as `text/*`. */
  readonly mediaType: string;
  /** Where its schema stands, or that of its items; `undefined` where there is none. */
  readonly schema: string | undefined;
  readonly examples: ReadonlyMap<string, JsonValue>;
}

/** The answer of a status, a range such as `4XX`, or `default`. */
export interface ResponseDescription {
  readonly status: string;
  readonly contents: readonly Content[];
  readonly headers: readonly Parameter[];
  readonly pointer: string;
}

export interface Operation {
  /** The operationId; where there is none, method and path. */
  readonly id: string;
  /** The name of its function in a generated package: another than the id where the document says so. */
  readonly name: string;
  /** In capital letters. */
  readonly method: string;
  /** The template, such as `/parcels/{id}`. */
  readonly path: string;
  readonly pointer: string;
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly required: boolean; readonly contents: readonly Content[]; readonly pointer: string }
    | undefined;
  readonly responses: readonly ResponseDescription[];
  /** Alternatives; the schemes of one are needed together. Empty: none is asked for. */
  readonly security: readonly (readonly string[])[];
  /** The paths of its servers: its own, else those of its path, else the document's. */
  readonly basePaths: readonly RegExp[];
}

interface Source {
  readonly document: JsonObject;
  readonly path: string;
  readonly method: string;
  readonly item: Placed;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  /** Of the servers that it has where it names none. */
  readonly basePaths: readonly RegExp[];
}

/** Reads one operation (OpenAPI 3.1.1, Operation Object), with what it inherits from its path and from the document. */
export function readOperation({ document, path, method, item, schemes, basePaths }: Source): Operation {
  const pointer = step(item.pointer, method);
  const operation = objectOf(item.value[method]);
  const responses = objectOf(operation["responses"]);
  const security = listOf(operation["security"] ?? document["security"]).map((alternative) =>
    Object.keys(objectOf(alternative)).filter((name) => schemes.has(name)),
  );
  const id = textOf(operation["operationId"]) ?? `${method.toUpperCase()} ${path}`;
  return {
    id,
    name: textOf(operation["x-clientwright-name"]) ?? id,
    method: method.toUpperCase(),
    path,
    pointer,
    parameters: parametersOf(document, item, operation, pointer),
    body: operation["requestBody"] === undefined ? undefined : bodyOf(document, step(pointer, "requestBody")),
    responses: Object.keys(responses)
      .filter((status) => !status.startsWith("x-"))
      .map((status) => responseOf(document, status, step(pointer, "responses", status))),
    security,
    basePaths: basePathsOf(operation) ?? basePaths,
  };
}

// An operation's own parameter takes the place of its path's with the same name and location.
function parametersOf(
  document: JsonObject,
  item: Placed,
  operation: JsonObject,
  pointer: string,
): Parameter[] {
  const read = (list: JsonValue | undefined, at: string): Parameter[] =>
    listOf(list).map((_, index) => readParameter(document, step(at, "parameters", index)));
  const all = [...read(item.value["parameters"], item.pointer), ...read(operation["parameters"], pointer)];
  const byPlace = new Map(all.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter]));
  // OpenAPI 3.1.1, Parameter Object: definitions of these three headers are to be ignored.
  const ignored = new Set(["accept", "content-type", "authorization"]);
  return [...byPlace.values()].filter((one) => !(one.in === "header" && ignored.has(one.name.toLowerCase())));
}

function bodyOf(document: JsonObject, place: string): NonNullable<Operation["body"]> {
  const { value, pointer } = follow(document, place);
  return { required: value["required"] === true, contents: contentsOf(document, value, pointer), pointer };
}

function responseOf(document: JsonObject, status: string, place: string): ResponseDescription {
  const { value, pointer } = follow(document, place);
  const headers = Object.keys(objectOf(value["headers"]))
    .filter((name) => name.toLowerCase() !== "content-type")
    .map((name) => readParameter(document, step(pointer, "headers", name), { in: "header", name }));
  return { status, contents: contentsOf(document, value, pointer), headers, pointer };
}

/** The entries of a `content` map. */
function contentsOf(document: JsonObject, holder: JsonObject, pointer: string): Content[] {
  return Object.entries(objectOf(holder["content"])).map(([mediaType, media]) => {
    const at = step(pointer, "content", mediaType);
    const { schema, itemSchema, example, examples } = objectOf(media);
    const described = ["schema", "itemSchema"].find((_, index) => [schema, itemSchema][index] !== undefined);
    const named = Object.keys(objectOf(examples)).flatMap((name): [string, JsonValue][] => {
      const { value } = follow(document, step(at, "examples", name)).value;
      return value === undefined ? [] : [[name, value]];
    });
    return {
      mediaType,
      schema: described && step(at, described),
      examples: new Map(example === undefined ? named : [["example", example], ...named]),
    };
  });
}
