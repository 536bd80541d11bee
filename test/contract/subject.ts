// The package under test: its built files, imported by its name as a user would, and the document it came from.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Call, Client } from "@clientwright/runtime";
import { loadDocument, specFolder } from "../docs/document.ts";
import { type JsonObject, objectOf } from "../docs/json.ts";
import { operationsOf, type SpecOperation } from "../docs/operations.ts";

/** The two ways to call an operation: a function that takes the client, a method of an object that holds it. */
export type CallStyle = "function" | "method";
export const callStyles: readonly CallStyle[] = ["function", "method"];

export type AnyCall = Call<unknown>;
type AnyFunction = (...input: readonly unknown[]) => unknown;

export interface Subject {
  /** The name in package.json. */
  readonly name: string;
  readonly document: JsonObject;
  readonly operations: ReadonlyMap<string, SpecOperation>;
  createClient(options: Readonly<Record<string, unknown>>): Client;
  /** Starts a call. `input` is left out when undefined. */
  call(style: CallStyle, client: Client, operationId: string, input?: unknown): AnyCall;
  /** Starts whatever a function or method of the package starts. `input` is left out when undefined. */
  start(style: CallStyle, client: Client, name: string, input?: unknown, options?: object): unknown;
  /** Whether a value is an instance of a class that the package exports. */
  isA(className: string, value: unknown): boolean;
}

/** Loads the package that the environment variables CLIENTWRIGHT_PACKAGE and CLIENTWRIGHT_FOLDER name. */
export async function loadSubject(): Promise<Subject> {
  const { CLIENTWRIGHT_PACKAGE: name, CLIENTWRIGHT_FOLDER: folder } = process.env;
  if (!name || !folder) throw new Error("Run this through the test script of a generated package");
  const { document } = loadDocument(domainOf(folder));
  const operations = operationsOf(document);
  // A package may import itself by name; so the test needs no dependency on any generated package.
  const entry = createRequire(join(folder, "package.json")).resolve(name);
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(entry).href);
  const construct = classOf(module, [...operations.keys()]);
  const start: Subject["start"] = (style, client, functionName, input, options) => {
    const given = [input, options].filter((one) => one !== undefined);
    if (style === "function") return functionOf(module, functionName)(client, ...given);
    const methods = construct(client);
    return Reflect.apply(functionOf(methods, functionName), methods, given);
  };
  return {
    name,
    document,
    operations,
    createClient: (options) => clientOf(functionOf(module, "createClient")(options)),
    start,
    call: (style, client, operationId, input) => callOf(start(style, client, operationId, input)),
    isA: (className, value) => {
      const constructor = functionOf(module, className);
      return value instanceof constructor;
    },
  };
}

// Every generated file names its document in its first line.
function domainOf(folder: string): string {
  const text = readFileSync(join(folder, "src/index.ts"), "utf8");
  const document = /^\/\/ Generated from (\S+)\. /.exec(text)?.[1];
  if (document === undefined) throw new Error(`${folder} is not a generated package`);
  return relative(specFolder, dirname(resolve(specFolder, "..", document)));
}

function classOf(module: object, methods: readonly string[]): (client: Client) => object {
  const found = Object.values(module).find(
    (value: unknown) =>
      isFunction(value) &&
      methods.every((method) => Object.hasOwn(objectLike(Reflect.get(value, "prototype")), method)),
  );
  if (!isFunction(found)) throw new Error(`No exported class has the methods ${methods.join(", ")}`);
  return (client) => objectLike(Reflect.construct(found, [client]));
}

function functionOf(holder: object, name: string): AnyFunction {
  const value: unknown = Reflect.get(holder, name);
  if (!isFunction(value)) throw new Error(`There is no function ${name}`);
  return value;
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === "function";
}

function objectLike(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function clientOf(value: unknown): Client {
  if (!hasFunctions<Client>(value, ["with"])) throw new TypeError("createClient gave no client");
  return value;
}

function callOf(value: unknown): AnyCall {
  if (!hasFunctions<AnyCall>(value, ["then", "withResponse", "asResponse", "result"])) {
    throw new TypeError("The operation gave no call");
  }
  return value;
}

function hasFunctions<Known>(value: unknown, names: readonly (keyof Known & string)[]): value is Known {
  return names.every((name) => isFunction(Reflect.get(objectLike(value), name)));
}

/** The JSON media type objects of a body or answer, by media type. */
export function mediaTypesOf(holder: JsonObject): [string, JsonObject][] {
  return Object.entries(objectOf(holder["content"])).map(([type, media]) => [type, objectOf(media)]);
}
