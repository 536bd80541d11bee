// Every URL that the first server of a document stands for, and the client options that choose it.
import { type JsonObject, listOf, objectOf } from "../docs/json.ts";

export interface TestServer {
  /** Scheme and host. */
  readonly url: string;
  /** Empty: the one that is used when nothing is chosen. */
  readonly options: Readonly<Record<string, string>>;
  /** The values of the variables in the URL. */
  readonly values: readonly string[];
}

/** The default, then one for each known value of each variable (OpenAPI 3.1, Server Variable Object). */
export function serversOf(document: JsonObject): TestServer[] {
  const server = objectOf(listOf(document["servers"])[0]);
  const variables = Object.entries(objectOf(server["variables"])).map(([name, variable]) => ({
    name,
    ...variableOf(objectOf(variable)),
  }));
  const defaults = Object.fromEntries(variables.map(({ name, initial }) => [name, initial]));
  const choices = variables.flatMap(({ name, known }) => known.map((value) => ({ [name]: value })));
  return [{}, ...choices].map((options) => {
    const values: Record<string, string> = { ...defaults, ...options };
    const url = String(server["url"]).replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
    return { url, options, values: Object.values(values) };
  });
}

function variableOf(variable: JsonObject): { initial: string; known: string[] } {
  const known = variable["enum"] ?? variable["x-clientwright-values"];
  return { initial: String(variable["default"]), known: listOf(known).map(String) };
}
