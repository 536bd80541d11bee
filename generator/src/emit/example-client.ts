import type { Api, Operation, SecurityScheme, Server } from "../model/api.ts";
import { lit } from "./doors.ts";

/** `createClient(…)` with the options that an operation needs and that no environment variable can give. */
export function exampleClient(api: Api, operation: Operation): string {
  const server = operation.server ?? api.server;
  const options = {
    ...(server.url === undefined ? { baseUrl: exampleServer(server) } : {}),
    ...Object.fromEntries(toGive(api, operation).map((scheme) => [scheme.option, placeholder(scheme)])),
  };
  return Object.keys(options).length === 0 ? "createClient()" : `createClient(${lit(options)})`;
}

/** A URL to give in place of a server that has none: what the document says of it is kept. */
export function exampleServer({ relative = "" }: Server): string {
  return new URL(relative, "https://api.example.com").href.replace(/\/$/, "");
}

/** Of the first way to log in, what has no variable; nothing where a call needs no credential, or a variable is enough. */
function toGive(api: Api, { security = [] }: Operation): readonly SecurityScheme[] {
  const ways = security.map((names) => names.flatMap((name) => api.security.get(name) ?? []));
  const missing = ways.map((schemes) => schemes.filter(({ env }) => env === undefined));
  return missing.some((schemes) => schemes.length === 0) ? [] : (missing[0] ?? []);
}

function placeholder(scheme: SecurityScheme): string {
  return { apiKey: "your key", basic: "user:password", bearer: "your token" }[scheme.type];
}
