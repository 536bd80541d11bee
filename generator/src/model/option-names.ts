import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { SecurityScheme, Server } from "./api.ts";
import { methodFields } from "./methods.ts";
import { partWith, pathItemOf } from "./path-item.ts";
import { describedSchemes } from "./security.ts";

/** The options of every client: the runtime's `ClientOptions`, which that of a package extends. */
export const clientOptions: ReadonlySet<string> = new Set([
  "baseUrl",
  "compress",
  "fetch",
  "headers",
  "logger",
  "middleware",
  "onPartial",
  "parseJson",
  "retry",
  "signal",
  "timeout",
  "userAgent",
]);

/** What every object has: an option of this name would never be absent. */
const objectMembers: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Who has a name that no option can have; undefined for one that is free. */
function ownerOf(name: string): string | undefined {
  if (clientOptions.has(name)) return "every client has an option";
  return objectMembers.has(name) ? "every object has a member" : undefined;
}

/** The names of the variables of all servers: calls of one client may go to any of them, so that their options stand together. */
export function serverVariables(reader: Reader): ReadonlySet<string> {
  const { root, dialect } = reader.document;
  const owners = reader.fields(child(root, "paths")).flatMap(([, reference]) => {
    const item = pathItemOf(reader.document, reference);
    if (item === undefined) return [];
    const operations = methodFields(dialect).flatMap((method) => child(partWith(item, method), method) ?? []);
    return [partWith(item, "servers"), ...operations];
  });
  const names = [root, ...owners].flatMap((owner) => {
    const servers = child(owner, "servers");
    const first = servers && child(servers, 0);
    const variables = first && child(first, "variables");
    return reader.members(variables).map(([name]) => name);
  });
  return new Set(names);
}

/**
 * A server whose variables can be options of a client: one that is called like an option that there is gets a number, in the
 * template too.
 *
 * @param names - The variables of all servers.
 */
export function settleVariables(
  reader: Reader,
  node: SpecNode,
  server: Server,
  names: ReadonlySet<string>,
): Server {
  const used = new Set([...clientOptions, ...names]);
  const renamed = new Map<string, string>();
  for (const { name } of server.variables) {
    const owner = ownerOf(name);
    if (owner === undefined) continue;
    const option = numbered(name, used);
    renamed.set(name, option);
    report(
      reader.diagnostics,
      "CW2016",
      child(child(node, "variables") ?? node, name) ?? node,
      `the server variable ${JSON.stringify(name)} becomes the option ${option}: ${owner} ${name}`,
      "give the variable another name, in the url and under variables",
    );
  }
  const url = server.url?.replace(/\{([^{}]*)\}/g, (_, name: string) => `{${renamed.get(name) ?? name}}`);
  return {
    ...server,
    ...(url === undefined ? {} : { url }),
    variables: server.variables.map((variable) => ({
      ...variable,
      name: renamed.get(variable.name) ?? variable.name,
    })),
  };
}

/**
 * Security schemes whose options are none that the client has for something else. The name of a scheme gives way; that of
 * a server variable stands in the URL, and keeps its option.
 */
export function settleSchemes(
  reader: Reader,
  schemes: ReadonlyMap<string, SecurityScheme>,
  servers: readonly Server[],
): ReadonlyMap<string, SecurityScheme> {
  const variables = servers.flatMap((server) => server.variables.map(({ name }) => name));
  const taken = new Set([...clientOptions, ...objectMembers, ...variables]);
  const used = new Set([...taken, ...[...schemes.values()].map(({ option }) => option)]);
  const nodes = new Map(describedSchemes(reader));
  return new Map(
    [...schemes].map(([name, scheme]) => {
      if (!taken.has(scheme.option)) return [name, scheme];
      const node = reader.follow(nodes.get(name)) ?? reader.document.root;
      const chosen = child(node, "x-clientwright-option");
      const owner = ownerOf(scheme.option) ?? "a server variable has an option";
      const what = `the security scheme ${JSON.stringify(name)}`;
      // What every object has, nobody chose in place of something else.
      if (chosen !== undefined && !objectMembers.has(scheme.option)) {
        report(
          reader.diagnostics,
          "CW2003",
          chosen,
          `${what} would have the option ${scheme.option}: ${owner} ${scheme.option}`,
          "choose another name",
        );
        return [name, scheme];
      }
      const option = numbered(scheme.option, used);
      report(
        reader.diagnostics,
        "CW2016",
        node,
        `${what} becomes the option ${option}: ${owner} ${scheme.option}`,
        "choose a name at the scheme: x-clientwright-option",
      );
      return [name, { ...scheme, option }];
    }),
  );
}

/** The first of `name2`, `name3` and so on that is free, which it then is no longer. */
function numbered(name: string, used: Set<string>): string {
  let count = 2;
  while (used.has(`${name}${count}`)) count++;
  used.add(`${name}${count}`);
  return `${name}${count}`;
}
