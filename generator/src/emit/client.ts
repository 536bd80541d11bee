import type { Api, SecurityScheme, Server, ServerVariable } from "../model/api.ts";
import type { Declaration, Member, Module } from "./declaration.ts";
import { doc, lit, objectKey, propertyName, wrap } from "./doors.ts";
import { exampleServer } from "./example-client.ts";
import { header } from "./header.ts";
import { Imports, ownNames, runtimeModule } from "./imports.ts";

/** `client.ts`: where the service answers, what it wants to see, and the function that makes a client of it. */
export function clientModule(api: Api, version: string): Module {
  const imports = new Imports([...ownNames(api), "ClientOptions", "createClient"]);
  const declarations: readonly Declaration[] = [
    {
      kind: "const",
      name: "api",
      exported: true,
      docs: `What the document says of the service as a whole. Every operation of this package refers to it.`,
      type: imports.type(runtimeModule, "ApiDefinition"),
      value: `/* @__PURE__ */ ${imports.value(runtimeModule, "defineApi")}(${apiData(api, version, imports)})`,
    },
    {
      kind: "interface",
      name: "ClientOptions",
      docs: "Options of `createClient`: those of every client, and what this service asks for.",
      extends: [imports.type(runtimeModule, "ClientOptions")],
      members: optionMembers(api, imports),
    },
    {
      kind: "function",
      name: "createClient",
      docs: [
        "Makes a client. It can be shared by all packages of the same service.",
        relativeServer(api.server),
        "@param options - Credentials, server and the defaults of every call.",
      ]
        .filter((paragraph) => paragraph !== "")
        .join("\n\n"),
      parameters: [{ name: "options", type: "ClientOptions", initializer: "{}" }],
      returns: `${imports.type(runtimeModule, "Client")}<ClientOptions>`,
      body: `return ${imports.value(runtimeModule, "createClient")}(api, options);`,
    },
  ];
  return { header: header(api), imports: imports.all, declarations };
}

/** Why the option `baseUrl` is needed, where the document does not leave the server open. */
function relativeServer(server: Server): string {
  const { relative } = server;
  return relative === undefined
    ? ""
    : wrap(
        `\`baseUrl\` is needed, such as ${code(exampleServer(server))}: the server of the document, ${code(relative)}, is relative.`,
      );
}

function apiData(api: Api, version: string, imports: Imports): string {
  const fields = [
    `name: ${lit(api.package.name)}`,
    `version: ${lit(version)}`,
    `server: ${serverValue(api.server)}`,
  ];
  if (api.security.size > 0) {
    const schemes = [...api.security].map(
      ([name, scheme]) => `${objectKey(name)}: ${schemeValue(scheme, imports)}`,
    );
    fields.push(`security: { ${schemes.join(",\n")} }`);
  }
  return `{ ${fields.join(",\n")} }`;
}

/** A server as the runtime wants it, as an expression. */
export function serverValue(server: Server): string {
  const variables = server.variables.map(
    ({ name, env, values, ...rest }) =>
      `${objectKey(name)}: ${lit({
        default: rest.default,
        ...(env === undefined ? {} : { env }),
        ...(values.length === 0 ? {} : { values }),
      })}`,
  );
  return `{ url: ${lit(server.url ?? "")}${variables.length === 0 ? "" : `, variables: { ${variables.join(", ")} }`} }`;
}

const keys = { header: "headerKey", query: "queryKey", cookie: "cookieKey" } as const;
const http = { bearer: "bearerToken", basic: "basicLogin" } as const;

/** A package names only the functions of its own schemes, so that no other is shipped. */
function schemeValue(scheme: SecurityScheme, imports: Imports): string {
  const { option, env } = scheme;
  const source = { option, ...(env === undefined ? {} : { env }) };
  const [name, data] =
    scheme.type === "apiKey"
      ? [keys[scheme.in], { name: scheme.name, ...source }]
      : [http[scheme.type], source];
  return `/* @__PURE__ */ ${imports.value(runtimeModule, name)}(${lit(data)})`;
}

/** One option a server variable and a credential; two schemes may share one option. */
function optionMembers(api: Api, imports: Imports): readonly Member[] {
  const members = new Map<string, Member>();
  for (const variable of [
    api.server,
    ...api.operations.flatMap((operation) => operation.server ?? []),
  ].flatMap((server) => server.variables)) {
    members.set(variable.name, {
      name: propertyName(variable.name),
      type: variableType(variable),
      optional: true,
      docs: variableDocs(variable),
    });
  }
  for (const scheme of api.security.values()) {
    members.set(scheme.option, {
      name: propertyName(scheme.option),
      type: `${imports.type(runtimeModule, "Credential")} | undefined`,
      optional: true,
      docs: schemeDocs(scheme),
    });
  }
  return [...members.values()];
}

/** Editors offer the known values; any other is taken too. */
function variableType({ values }: ServerVariable): string {
  const known = [...new Set(values)].map((value) => `${lit(value)} | `).join("");
  return known === "" ? "string | undefined" : `${known}(string & {}) | undefined`;
}

function variableDocs({ description, env, values, ...variable }: ServerVariable): string {
  return [
    doc(description ?? ""),
    values.length === 0 ? "" : `Known values: ${values.map(code).join(", ")}; others are allowed.`,
    `@defaultValue ${env === undefined ? "" : `the environment variable ${code(env)}, or `}${code(variable.default)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function schemeDocs(scheme: SecurityScheme): string {
  return [
    doc(scheme.description ?? ""),
    scheme.type === "basic" ? "`user:password` as it is, not in base64: the client encodes it." : "",
    scheme.env === undefined ? "" : `@defaultValue the environment variable ${code(scheme.env)}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function code(text: string): string {
  return `\`${doc(text.replaceAll("`", "'"))}\``;
}
