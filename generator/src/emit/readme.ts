import type { Api, Operation, Server } from "../model/api.ts";
import { errorName } from "../model/surface.ts";
import { codeSpan, ident, lit, markdown } from "./doors.ts";
import { exampleArgument } from "./example.ts";
import { exampleClient } from "./example-client.ts";
import { headerText } from "./header.ts";
import { fence, sentence, table } from "./markdown.ts";
import { exampleUse } from "./operation-docs.ts";
import { prose } from "./prose.ts";
import { batchesSection, pagesSection, partialSection } from "./readme-lists.ts";
import { webhooksSection } from "./readme-webhooks.ts";
import { variantsSection } from "./readme-variants.ts";

/** `README.md` of a package: what a developer sees first on npm. Its code is compiled by a test. */
export function readme(api: Api): string {
  const { name } = api.package;
  const [first] = api.operations;
  const brief = briefest(api);
  const sections = [
    `<!-- ${headerText(api).replaceAll("--", "- -")} -->`,
    `# ${name}`,
    prose(api.description ?? "") || markdown(`A typed client for ${api.title}.`),
    ...(first === undefined
      ? []
      : [
          "One function an operation: what is not imported is not shipped. ESM, for Node 20.19 and later, browsers, Deno, Bun and workers.",
        ]),
    "## Install",
    fence("sh", `npm install ${name}`),
    ...(first === undefined ? [] : useSection(api, first, brief ?? first)),
    ...pagesSection(api),
    ...partialSection(api),
    ...batchesSection(api),
    ...webhooksSection(api),
    ...variantsSection(api),
    ...(first === undefined ? [] : callsSection(api, brief ?? first)),
    "## Reference",
    ...(api.documentation === undefined ? [] : [`<${encodeURI(api.documentation.url)}>`]),
    `The OpenAPI document of this package is in it: \`${name}/openapi.json\`.`,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function useSection(api: Api, first: Operation, brief: Operation): readonly string[] {
  return [
    "## Use",
    fence("ts", usage(api, first)),
    "Or with all operations as methods of one object:",
    fence("ts", classUsage(api, brief)),
    "A call can give more than its data: `.withResponse()` adds the answer, its request id, the attempts and the rate limit; `.asResponse()` is the unread `Response`; `.result()` never throws what the service documents.",
  ];
}

/** What is to be known of all calls. */
function callsSection(api: Api, brief: Operation): readonly string[] {
  return [
    "## Options",
    optionsTable(api),
    "Every call also takes `signal`, `timeout`, `retry`, `headers`, `fetch`, `middleware`, `logger`, `compress`, `parseJson` and `userAgent`, for itself or from the client; `client.with({ … })` makes a client with other defaults. Unless they say otherwise, an attempt has 60 seconds, and an operation that may be repeated is tried again twice after a network fault or a temporary failure.",
    "The README of `@clientwright/runtime` tells all of it. That package also has `@clientwright/runtime/lossless-json`, for integers that `JSON.parse` would round, and `@clientwright/runtime/opentelemetry`, for traces; install it beside this one to import them.",
    "## Operations",
    table(
      ["function", "request", "what it does"],
      api.operations.map((operation) => [
        `[${codeSpan(operation.name)}](./api.md#${ident(operation.name).toLowerCase()})`,
        codeSpan(`${operation.method} ${operation.path}`),
        markdown(operation.summary ?? "") +
          (operation.preview ? " (preview)" : "") +
          (operation.deprecated ? " (deprecated)" : ""),
      ]),
    ),
    `Every parameter, type and error is listed in [api.md](./api.md); \`${api.package.className}\` has the same functions as methods.`,
    "## Errors",
    errorsText(),
    fence("ts", errorUsage(api, brief)),
  ];
}

/** The operation whose example says it in the fewest words: what is shown of it is not the input. */
function briefest(api: Api): Operation | undefined {
  const length = (operation: Operation): number => exampleArgument(api, operation)?.length ?? 0;
  return api.operations.toSorted((a, b) => length(a) - length(b))[0];
}

function imports(api: Api, names: readonly string[]): string {
  return `import { ${names.map((name) => ident(name)).join(", ")} } from ${lit(api.package.name)};`;
}

function call(api: Api, operation: Operation, on: string): string {
  const argument = exampleArgument(api, operation);
  return on === "client"
    ? `${ident(operation.name)}(client${argument === undefined ? "" : `, ${argument}`})`
    : `${on}.${ident(operation.name)}(${argument ?? ""})`;
}

function usage(api: Api, operation: Operation): string {
  const credentials = [...new Set([...api.security.values()].flatMap((scheme) => scheme.env ?? []))];
  const note =
    credentials.length === 0
      ? ""
      : ` // credentials from ${credentials.map((env) => env.replaceAll(/[^\w]/g, "_")).join(", ")}`;
  return [
    imports(api, ["createClient", operation.name]),
    "",
    `const client = ${exampleClient(api, operation)};${note}`,
    exampleUse(operation, call(api, operation, "client")),
  ].join("\n");
}

function classUsage(api: Api, operation: Operation): string {
  return [
    imports(api, [api.package.className, "createClient"]),
    "",
    `const api = new ${ident(api.package.className)}(${exampleClient(api, operation)});`,
    exampleUse(operation, call(api, operation, "api")),
  ].join("\n");
}

function errorsText(): string {
  return "Every error is a `ClientwrightError` and says what happened, where, and how often it was tried; none holds a credential. `ApiError` has `status`, `messages`, `retryAfter` and the typed `body`; `RateLimitError` is the one with status 429; `TimeoutError`, `AbortError`, `ConnectionError` and `DecodeError` are the transport's.";
}

function errorUsage(api: Api, operation: Operation): string {
  return [
    imports(api, ["createClient", operation.name]),
    `import type { ${ident(errorName(operation))} } from ${lit(api.package.name)};`,
    "",
    `const result = await ${call(api, operation, "client").replace("(client", () => `(${exampleClient(api, operation)}`)}.result();`,
    "if (!result.ok) {",
    `  const error: ${ident(errorName(operation))} = result.error;`,
    "  console.error(error.message);",
    "}",
  ].join("\n");
}

function optionsTable(api: Api): string {
  const servers = api.server.variables.map((variable) => [
    codeSpan(variable.name),
    [
      sentence(markdown(variable.description ?? "")),
      variable.values.length === 0
        ? ""
        : `Known values: ${variable.values.map(codeSpan).join(", ")}; others are allowed.`,
    ]
      .filter((text) => text !== "")
      .join(" "),
    [...(variable.env === undefined ? [] : [codeSpan(variable.env)]), codeSpan(variable.default)].join(
      ", else ",
    ),
  ]);
  const credentials = [...api.security.values()].map((scheme) => [
    codeSpan(scheme.option),
    scheme.type === "basic"
      ? `${sentence(markdown(scheme.description ?? ""))} \`user:password\` as it is, not in base64: the client encodes it.`.trim()
      : markdown(scheme.description ?? ""),
    scheme.env === undefined ? "" : codeSpan(scheme.env),
  ]);
  return table(
    ["option", "what it is", "default"],
    [...servers, ...credentials, ["`baseUrl`", baseUrl(api.server), ""]],
  );
}

function baseUrl({ url, relative, others = [] }: Server): string {
  const documented = others.length === 0 ? "" : `, such as ${others.map(codeSpan).join(", ")}`;
  if (url !== undefined) return `URL to use in place of the documented server${documented}`;
  const why =
    relative === undefined
      ? "the document names none"
      : `the server of the document, ${codeSpan(relative)}, is relative`;
  return `URL of the service: needed, since ${why}${documented}`;
}
