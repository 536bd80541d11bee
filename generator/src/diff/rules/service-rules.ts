import { always, documents, type Rule } from "./rule.ts";

const get = (rest = ""): string =>
  `get: { operationId: a, ${rest}responses: { "204": { description: D. } } }`;
const schemes = (...lines: readonly string[]): string =>
  `components: { securitySchemes: { ${lines.join(", ")} } }\n`;
const key = "key: { type: apiKey, in: header, name: X-Key }";
const token = "token: { type: http, scheme: bearer }";
const path = (rest = ""): string => `paths: { /a: { ${get(rest)} } }`;
const server = (variable: string): string =>
  `servers: [{ url: "https://{site}", variables: { site: { ${variable} } } }]\n${path()}`;
const answered = (schema: string): string =>
  `paths: { /a: { get: { operationId: a, responses: { "200": { description: D., content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } } } } } } }\ncomponents: { schemas: { ${schema}: { type: string } } }`;
const enumeration = (schema: string): string =>
  `paths: { /a: { get: { operationId: a, responses: { "200": { description: D., content: { application/json: { schema: { $ref: "#/components/schemas/E" } } } } } } } }\ncomponents: { schemas: { E: ${schema} } }`;
const shared = (name: string): string =>
  `paths: { /a: { post: { operationId: a, requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/It" } } } }, responses: { "200": { description: D., content: { application/json: { schema: { $ref: "#/components/schemas/It" } } } } } } } }\ncomponents: { schemas: { It: { type: object, properties: { name: ${name}, more: { type: string } } } } }`;
const open = "{ enum: [x, y], x-clientwright-open: true }";

/** The rules of serviceRules, by id. */
export type ServiceRuleId =
  | "package-added"
  | "package-removed"
  | "export-added"
  | "export-removed"
  | "type-removed"
  | "type-split"
  | "export-changed"
  | "server-removed"
  | "server-changed"
  | "server-default-changed"
  | "server-values-changed"
  | "option-added"
  | "option-removed"
  | "environment-changed"
  | "scheme-changed"
  | "security-changed"
  | "scopes-changed"
  | "package-text-changed";

/** What can change in a package as a whole: its names, where the service is and what it asks for. */
export const serviceRules: Readonly<Record<ServiceRuleId, Rule>> = {
  "package-added": {
    title: "the package was added",
    ...always("minor"),
    why: "Nothing else is touched.",
    example: documents(
      `tags: [{ name: t }]\n${path("tags: [t], ")}`,
      `paths: { /a: { ${get("tags: [t], ")} }, /b: { get: { operationId: b, tags: [u], responses: { "204": { description: D. } } } } }`,
    ),
  },
  "package-removed": {
    title: "the package was removed or has another name",
    ...always("major"),
    why: "No new version of it is published.",
    migration: "Install the package that has its operations now.",
    example: documents(
      `paths: { /a: { ${get("tags: [t], ")} }, /b: { get: { operationId: b, tags: [u], responses: { "204": { description: D. } } } } }`,
      path("tags: [t], "),
    ),
  },
  "export-added": {
    title: "it is exported now",
    ...always("minor"),
    why: "Nothing else is touched.",
    example: documents(enumeration("{ type: string }"), enumeration(open)),
  },
  "export-removed": {
    title: "it is no longer exported",
    ...always("major"),
    why: "Code that imports it no longer compiles.",
    migration: "Remove the import.",
    example: documents(enumeration(open), enumeration("{ type: string }")),
  },
  "type-removed": {
    title: "the type is no longer exported, or has another name",
    ...always("major"),
    why: "Code that imports it no longer compiles.",
    migration: "Import the type that stands in its place.",
    example: documents(answered("Old"), answered("New")),
  },
  "type-split": {
    title: "the type stands for answers alone now, and requests take another one",
    ...always("major"),
    why: "A value of this type may hold what requests must not, or lack what the type has now: code that sends it no longer compiles.",
    migration: "Where the value is sent, use the type of requests.",
    example: documents(shared("{ type: string }"), shared("{ type: string, enum: [x, y] }")),
  },
  "export-changed": {
    title: "the exported declaration changed, though the document says the same",
    ...always("major"),
    why: "Another version of the generator writes it otherwise. Its text alone does not tell whether code still compiles.",
    migration: "Compare the two declarations.",
    // The same document: what differs is who generated from it. See diff/api-text.test.ts.
    example: documents(path(), path()),
  },
  "server-removed": {
    title: "the document names no server any more",
    ...always("major"),
    why: "A client without a base URL cannot call.",
    migration: "Give `baseUrl`.",
    example: documents(`servers: [{ url: https://a.example }]\n${path()}`, path()),
  },
  "server-changed": {
    title: "the server changed",
    ...always("minor"),
    why: "The client is made as before, and calls another address.",
    example: documents(
      `servers: [{ url: https://a.example }]\n${path()}`,
      `servers: [{ url: https://b.example }]\n${path()}`,
    ),
  },
  "server-default-changed": {
    title: "the default of a server variable changed",
    ...always("minor"),
    why: "A client that leaves the option out calls another address.",
    migration: "Give the option where the old default was meant.",
    example: documents(server("default: a.example"), server("default: b.example")),
  },
  "server-values-changed": {
    title: "the known values of a server variable changed",
    ...always("patch"),
    why: "Any value is allowed; the known ones are documentation.",
    example: documents(
      server("default: a.example, x-clientwright-values: [a.example]"),
      server("default: a.example, x-clientwright-values: [a.example, b.example]"),
    ),
  },
  "option-added": {
    title: "the client has one more option",
    ...always("minor"),
    why: "Nothing else is touched.",
    example: documents(
      schemes(key, token) + path("security: [{ key: [] }], "),
      schemes(key, token) + path("security: [{ key: [] }, { token: [] }], "),
    ),
  },
  "option-removed": {
    title: "an option of the client was removed",
    ...always("major"),
    why: "Code that gives it no longer compiles.",
    migration: "Remove the option, or give the one that stands in its place.",
    example: documents(
      schemes(key, token) + path("security: [{ key: [] }, { token: [] }], "),
      schemes(key, token) + path("security: [{ key: [] }], "),
    ),
  },
  "environment-changed": {
    title: "the environment variable of an option changed",
    ...always("major"),
    why: "A program that relies on the variable no longer finds its value.",
    migration: "Set the new variable, or give the option.",
    example: documents(
      server("default: a.example, x-clientwright-env: OLD"),
      server("default: a.example, x-clientwright-env: NEW"),
    ),
  },
  "scheme-changed": {
    title: "a credential is sent in another way",
    ...always("minor"),
    why: "The option is given as before. The service asks for it of every version alike.",
    migration: "Check whether the credential is still the right one.",
    example: documents(
      schemes("key: { type: apiKey, in: header, name: X-Old }") + path("security: [{ key: [] }], "),
      schemes("key: { type: apiKey, in: header, name: X-New }") + path("security: [{ key: [] }], "),
    ),
  },
  "security-changed": {
    title: "the operation asks for other credentials",
    ...always("minor"),
    why: "The service asks for them of every version alike; calls without them may fail.",
    migration: "Check whether the client has the credentials that the operation asks for.",
    example: documents(
      schemes(key, token) + path("security: [{ key: [] }, { token: [] }], "),
      schemes(key, token) + path("security: [{ key: [], token: [] }], "),
    ),
  },
  "scopes-changed": {
    title: "the operation asks for other scopes",
    ...always("minor"),
    why: "The service asks for them of every version alike; calls with a token that lacks them may fail.",
    migration: "Check whether the token has the scopes that the operation asks for.",
    example: documents(
      schemes(token) + path("security: [{ token: [read] }], "),
      schemes(token) + path("security: [{ token: [read, write] }], "),
    ),
  },
  "package-text-changed": {
    title: "the documentation of the package changed",
    ...always("patch"),
    why: "Only the documentation changes.",
    example: documents(
      `externalDocs: { url: https://a.example }\n${path()}`,
      `externalDocs: { url: https://b.example }\n${path()}`,
    ),
  },
};
