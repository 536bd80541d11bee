import { always, documents, operations, type Rule } from "./rule.ts";

const done = 'responses: { "204": { description: Done. } }';
const json = (schema: string): string => `{ content: { application/json: { schema: ${schema} } } }`;
const run = (rest: string, method = "post"): string =>
  `${method}: { operationId: run, ${rest}${/responses:/.test(rest) ? "" : `, ${done}`} }`;
const paths = (...items: readonly string[]): string =>
  `paths:\n${items.map((item) => `  ${item}`).join("\n")}`;

/** The rules of operationRules, by id. */
export type OperationRuleId =
  | "operation-added"
  | "operation-removed"
  | "operation-renamed"
  | "request-line-changed"
  | "operation-deprecated"
  | "operation-undeprecated"
  | "preview-changed"
  | "operation-text-changed"
  | "input-added"
  | "input-removed"
  | "input-reshaped"
  | "parameter-added"
  | "parameter-added-required"
  | "parameter-removed"
  | "parameter-moved"
  | "parameter-required"
  | "parameter-optional"
  | "parameter-serialization-changed"
  | "body-added"
  | "body-added-required"
  | "body-removed"
  | "body-required"
  | "body-optional"
  | "body-kind-changed"
  | "body-media-type-changed";

/** What can change in operations, their parameters and their bodies. */
export const operationRules: Readonly<Record<OperationRuleId, Rule>> = {
  "operation-added": {
    title: "the operation was added",
    ...always("minor"),
    why: "Nothing else is touched.",
    example: documents(
      paths(`/a: { get: { operationId: a, ${done} } }`),
      paths(`/a: { get: { operationId: a, ${done} } }`, `/b: { get: { operationId: b, ${done} } }`),
    ),
  },
  "operation-removed": {
    title: "the operation was removed",
    ...always("major"),
    why: "Code that calls it no longer compiles.",
    migration: "Call another operation; the old version of the package still has this one.",
    example: documents(
      paths(`/a: { get: { operationId: a, ${done} } }`, `/b: { get: { operationId: b, ${done} } }`),
      paths(`/a: { get: { operationId: a, ${done} } }`),
    ),
  },
  "operation-renamed": {
    title: "the operation has another name",
    ...always("major"),
    why: "Its function, its types and its method are called otherwise.",
    migration: "Import and call it by its new name.",
    example: documents(
      paths(`/a: { get: { operationId: a, ${done} } }`),
      paths(`/a: { get: { operationId: fetchA, ${done} } }`),
    ),
  },
  "request-line-changed": {
    title: "the method or path of the request changed",
    ...always("minor"),
    why: "The function is called as before.",
    example: documents(
      paths(`/a: { get: { operationId: a, ${done} } }`),
      paths(`/b: { get: { operationId: a, ${done} } }`),
    ),
  },
  "operation-deprecated": {
    title: "the operation is deprecated now",
    ...always("minor"),
    why: "It still works; editors strike it through.",
    example: operations(run("summary: S"), run("summary: S, deprecated: true")),
  },
  "operation-undeprecated": {
    title: "the operation is no longer deprecated",
    ...always("patch"),
    why: "Only the documentation changes.",
    example: operations(run("deprecated: true"), run("deprecated: false")),
  },
  "preview-changed": {
    title: "the operation became a preview, or is one no more",
    ...always("minor"),
    why: "It is called as before. A preview may change without a major version.",
    example: operations(run("x-clientwright-preview: true"), run("x-clientwright-preview: false")),
  },
  "operation-text-changed": {
    title: "the operation's documentation changed",
    ...always("patch"),
    why: "Only the documentation changes.",
    example: operations(run("summary: Old."), run("summary: New.")),
  },
  "input-added": {
    title: "the function takes an input now, before its options",
    ...always("major"),
    why: "What stood second in a call were the options.",
    migration: "Give the input as the second argument, or `undefined`, and the options as the third.",
    example: operations(run("summary: S"), run(`requestBody: ${json("{ type: object }")}`)),
  },
  "input-removed": {
    title: "the function takes no input any more",
    ...always("major"),
    why: "What stood third in a call, the options, is now second.",
    migration: "Give the options as the second argument.",
    example: operations(run(`requestBody: ${json("{ type: object }")}`), run("summary: S")),
  },
  "input-reshaped": {
    title: "the body moved to or from the field `body` of the parameters",
    ...always("major"),
    why: "An operation without parameters takes its body as its input; with parameters it takes one object of both.",
    migration: "Put the body where the new type has it.",
    example: operations(
      run(`requestBody: ${json("{ type: object }")}`),
      run(
        `parameters: [{ name: q, in: query, schema: { type: string } }], requestBody: ${json("{ type: object }")}`,
      ),
    ),
  },
  "parameter-added": {
    title: "an optional parameter was added",
    ...always("minor"),
    why: "Code that does not know it is not touched.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
      run(
        "parameters: [{ name: q, in: query, schema: { type: string } }, { name: r, in: query, schema: { type: string } }]",
      ),
    ),
  },
  "parameter-added-required": {
    title: "a required parameter was added",
    ...always("major"),
    why: "A call without it no longer compiles.",
    migration: "Give the parameter in every call.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
      run(
        "parameters: [{ name: q, in: query, schema: { type: string } }, { name: r, in: query, required: true, schema: { type: string } }]",
      ),
    ),
  },
  "parameter-removed": {
    title: "a parameter was removed",
    ...always("major"),
    why: "A call with it no longer compiles.",
    migration: "Remove the parameter from calls.",
    example: operations(
      run(
        "parameters: [{ name: q, in: query, schema: { type: string } }, { name: r, in: query, schema: { type: string } }]",
      ),
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
    ),
  },
  "parameter-moved": {
    title: "a parameter has another place in the input",
    ...always("major"),
    why: "A call that gives it at the old place no longer compiles.",
    migration: "Give the parameter where the new type has it.",
    example: operations(
      run("parameters: [{ name: 'f[q]', in: query, schema: { type: string } }]"),
      run(
        "parameters: [{ name: 'f[q]', in: query, schema: { type: string } }, { name: f, in: query, schema: { type: string } }]",
      ),
    ),
  },
  "parameter-required": {
    title: "a parameter became required",
    ...always("major"),
    why: "A call without it no longer compiles.",
    migration: "Give the parameter in every call.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
      run("parameters: [{ name: q, in: query, required: true, schema: { type: string } }]"),
    ),
  },
  "parameter-optional": {
    title: "a parameter became optional",
    ...always("minor"),
    why: "A call that gives it is right as before.",
    example: operations(
      run("parameters: [{ name: q, in: query, required: true, schema: { type: string } }]"),
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
    ),
  },
  "parameter-serialization-changed": {
    title: "a parameter is written into the request in another way",
    ...always("minor"),
    why: "A call gives it as before; the package writes it as the service wants it.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: array, items: { type: string } } }]"),
      run(
        "parameters: [{ name: q, in: query, explode: false, schema: { type: array, items: { type: string } } }]",
      ),
    ),
  },
  "body-added": {
    title: "an optional body was added beside the parameters",
    ...always("minor"),
    why: "Code that does not know it is not touched.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
      run(
        `parameters: [{ name: q, in: query, schema: { type: string } }], requestBody: ${json("{ type: object }")}`,
      ),
    ),
  },
  "body-added-required": {
    title: "a required body was added beside the parameters",
    ...always("major"),
    why: "A call without it no longer compiles.",
    migration: "Give the body in every call.",
    example: operations(
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
      run(
        "parameters: [{ name: q, in: query, schema: { type: string } }], requestBody: { required: true, content: { application/json: { schema: { type: object } } } }",
      ),
    ),
  },
  "body-removed": {
    title: "the body beside the parameters was removed",
    ...always("major"),
    why: "A call with it no longer compiles.",
    migration: "Remove the body from calls.",
    example: operations(
      run(
        `parameters: [{ name: q, in: query, schema: { type: string } }], requestBody: ${json("{ type: object }")}`,
      ),
      run("parameters: [{ name: q, in: query, schema: { type: string } }]"),
    ),
  },
  "body-required": {
    title: "the body became required",
    ...always("major"),
    why: "A call without it no longer compiles.",
    migration: "Give the body in every call.",
    example: operations(
      run(`requestBody: ${json("{ type: object }")}`),
      run("requestBody: { required: true, content: { application/json: { schema: { type: object } } } }"),
    ),
  },
  "body-optional": {
    title: "the body became optional",
    ...always("minor"),
    why: "A call that gives it is right as before.",
    example: operations(
      run("requestBody: { required: true, content: { application/json: { schema: { type: object } } } }"),
      run(`requestBody: ${json("{ type: object }")}`),
    ),
  },
  "body-kind-changed": {
    title: "the body is of another kind of media type",
    ...always("major"),
    why: "What it is made of differs: JSON, a form, parts, text or bytes.",
    migration: "Give the body as the new type has it.",
    example: operations(
      run("requestBody: { content: { application/json: { schema: { type: string } } } }"),
      run("requestBody: { content: { application/octet-stream: { schema: { type: string } } } }"),
    ),
  },
  "body-media-type-changed": {
    title: "the body's media type, or how its fields are written, changed",
    ...always("minor"),
    why: "A call gives it as before; the package writes it as the service wants it.",
    example: operations(
      run("requestBody: { content: { application/json: { schema: { type: object } } } }"),
      run("requestBody: { content: { application/vnd.api+json: { schema: { type: object } } } }"),
    ),
  },
};
