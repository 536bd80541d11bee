// The package under test: installed from its tarball, imported by its name as a user would, with the document it ships.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Call, Client } from "@clientwright/runtime";
import { type Api, type Operation, readApi } from "@clientwright/testing";
import { type JsonObject, type JsonValue, objectOf } from "../docs/json.ts";

/** The two ways to call an operation: a function that takes the client, a method of an object that holds it. */
export type CallStyle = "function" | "method";
export const callStyles: readonly CallStyle[] = ["function", "method"];

export type AnyCall = Call<unknown>;
type AnyFunction = (...input: readonly unknown[]) => unknown;

export interface Subject {
  /** The name in package.json. */
  readonly name: string;
  readonly document: JsonObject;
  readonly api: Api;
  /** The operations of the package. */
  readonly operations: readonly Operation[];
  /** What the document says of an operation, extensions included. */
  rawOperation(id: string): JsonObject;
  createClient(options: Readonly<Record<string, unknown>>): Client;
  /** Starts a call. `input` is left out when undefined. */
  call(style: CallStyle, client: Client, operationId: string, input?: unknown, options?: object): AnyCall;
  /** Starts whatever a function or method of the package starts. `input` is left out when undefined. */
  start(style: CallStyle, client: Client, name: string, input?: unknown, options?: object): unknown;
  /** Whether a value is an instance of a class that the package exports. */
  isA(className: string, value: unknown): boolean;
  /** What a program imports from the package. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** A setting that `run.ts` makes. */
export function setting(name: "PACKAGE" | "PROJECT" | "REPORTS"): string {
  const value = process.env[`CLIENTWRIGHT_${name}`];
  if (!value) throw new Error("Run this through the test script of a generated package");
  return value;
}

/** Loads the package that the environment names. */
export async function loadSubject(): Promise<Subject> {
  const name = setting("PACKAGE");
  const { resolve } = createRequire(join(setting("PROJECT"), "package.json"));
  const document: JsonObject = JSON.parse(readFileSync(resolve(`${name}/openapi.json`), "utf8"));
  const api = readApi(document);
  const { operations } = api;
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(resolve(name)).href);
  const construct = classOf(
    module,
    operations.map(({ id }) => id),
  );
  const start: Subject["start"] = (style, client, functionName, input, options) => {
    const given = options === undefined ? [input].filter((one) => one !== undefined) : [input, options];
    if (style === "function") return functionOf(module, functionName)(client, ...given);
    const methods = construct(client);
    return Reflect.apply(functionOf(methods, functionName), methods, given);
  };
  return {
    name,
    document,
    api,
    operations,
    exports: module,
    rawOperation: (id) => rawOperation(document, operations, id),
    createClient: (options) => clientOf(functionOf(module, "createClient")(options)),
    start,
    call: (style, client, operationId, input, options) =>
      callOf(start(style, client, operationId, input, options)),
    isA: (className, value) => value instanceof functionOf(module, className),
  };
}

function rawOperation(document: JsonObject, operations: readonly Operation[], id: string): JsonObject {
  const found = operations.find((operation) => operation.id === id);
  const item: JsonValue | undefined = objectOf(document["paths"])[found?.path ?? ""];
  return objectOf(objectOf(item)[found?.method.toLowerCase() ?? ""]);
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
