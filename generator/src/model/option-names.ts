import { child, report, type SpecNode } from "../load/node.ts";
import type { Reader } from "../load/reader.ts";
import type { SecurityScheme, Server } from "./api.ts";
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

/** A server whose variables are options that no client has anyhow: one that is gets a number, in the template too. */
export function settleVariables(reader: Reader, node: SpecNode, server: Server): Server {
  const used = new Set([...clientOptions, ...server.variables.map(({ name }) => name)]);
  const renamed = new Map<string, string>();
  for (const { name } of server.variables.filter((variable) => clientOptions.has(variable.name))) {
    const option = numbered(name, used);
    renamed.set(name, option);
    report(
      reader.diagnostics,
      "CW2016",
      child(child(node, "variables") ?? node, name) ?? node,
      `the server variable ${JSON.stringify(name)} becomes the option ${option}: every client has an option ${name}`,
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
  const taken = new Set([...clientOptions, ...variables]);
  const used = new Set([...taken, ...[...schemes.values()].map(({ option }) => option)]);
  const nodes = new Map(describedSchemes(reader));
  return new Map(
    [...schemes].map(([name, scheme]) => {
      if (!taken.has(scheme.option)) return [name, scheme];
      const node = reader.follow(nodes.get(name)) ?? reader.document.root;
      const chosen = child(node, "x-clientwright-option");
      const owner = clientOptions.has(scheme.option) ? "every client" : "a server variable";
      const what = `the security scheme ${JSON.stringify(name)}`;
      if (chosen !== undefined) {
        report(
          reader.diagnostics,
          "CW2003",
          chosen,
          `${what} would have the option ${scheme.option}, which ${owner} has already`,
          "choose another name",
        );
        return [name, scheme];
      }
      const option = numbered(scheme.option, used);
      report(
        reader.diagnostics,
        "CW2016",
        node,
        `${what} becomes the option ${option}: ${owner} has an option ${scheme.option}`,
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
