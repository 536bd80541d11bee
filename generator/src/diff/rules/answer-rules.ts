import { always, documents, operations, type Rule } from "./rule.ts";

const text = "content: { application/json: { schema: { type: string } } }";
const run = (responses: string, rest = ""): string =>
  `get: { operationId: run, ${rest}responses: { ${responses} } }`;
const list = `"200": { description: D., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } }, more: { type: array, items: { type: number } }, next: { type: string } } } } } }`;
const events = (end: string): string =>
  `"200": { description: D., content: { text/event-stream: { itemSchema: { type: object, properties: { data: { type: string, contentMediaType: application/json, contentSchema: { type: object } } } }, x-clientwright-stream: { end: ${end} } } } }`;
const query = "parameters: [{ name: cursor, in: query, schema: { type: string } }], ";
const paged = (items: string, rest = ""): string =>
  `${query}x-clientwright-pagination: { style: cursor, items: "$response.body#/${items}", cursor: $request.query.cursor, next: $response.body#/next${rest} }, `;
const sent =
  "requestBody: { content: { application/json: { schema: { type: object, properties: { items: { type: array, items: { type: string } }, others: { type: array, items: { type: string } } } } } } }, ";
const batch = (items: string, rest = ""): string =>
  `${sent}x-clientwright-batch: { items: $request.body#/${items}${rest} }, `;
const post = (rest: string): string =>
  `post: { operationId: run, ${rest}responses: { "204": { description: D. } } }`;

const service = (webhooks: string): string =>
  `paths: { /a: { get: { operationId: a, responses: { "204": { description: D. } } } } }\nwebhooks: { ${webhooks} }`;

/** The rules of answerRules, by id. */
export type AnswerRuleId =
  | "answer-added"
  | "answer-removed"
  | "status-changed"
  | "answer-content-added"
  | "answer-content-removed"
  | "answer-kind-changed"
  | "answer-media-type-changed"
  | "failure-added"
  | "failure-specified"
  | "failure-removed"
  | "stream-end-changed"
  | "answer-text-changed"
  | "pagination-added"
  | "pagination-removed"
  | "pagination-items-changed"
  | "pagination-changed"
  | "batch-added"
  | "batch-removed"
  | "batch-items-changed"
  | "batch-limits-changed"
  | "partial-changed"
  | "idempotency-changed"
  | "incoming-added"
  | "incoming-removed"
  | "incoming-body-changed"
  | "incoming-answer-added"
  | "incoming-answer-changed"
  | "incoming-text-changed";

/** What can change in answers and failures, and in what the package makes of them. */
export const answerRules: Readonly<Record<AnswerRuleId, Rule>> = {
  "answer-added": {
    title: "the operation can succeed in another way, with other data",
    ...always("major"),
    why: "The data of a call has one more type.",
    migration: "Handle the type that was added.",
    example: operations(
      run(`"200": { description: D., ${text} }`),
      run(`"200": { description: D., ${text} }, "202": { description: D. }`),
    ),
  },
  "answer-removed": {
    title: "one of several ways to succeed is gone",
    ...always("minor"),
    why: "The data of a call has one type less.",
    example: operations(
      run(`"200": { description: D., ${text} }, "202": { description: D. }`),
      run(`"200": { description: D., ${text} }`),
    ),
  },
  "status-changed": {
    title: "the status of a success changed, or one was added or removed without other data",
    ...always("minor"),
    why: "A call gives the same data.",
    example: operations(
      run(`"200": { description: D., ${text} }`),
      run(`"201": { description: D., ${text} }`),
    ),
  },
  "answer-content-added": {
    title: "the answer has content now",
    ...always("minor"),
    why: "A call gave nothing before.",
    example: operations(run('"200": { description: D. }'), run(`"200": { description: D., ${text} }`)),
  },
  "answer-content-removed": {
    title: "the answer has no content any more",
    ...always("major"),
    why: "A call gives nothing.",
    migration: "Do not use what the call gives.",
    example: operations(run(`"200": { description: D., ${text} }`), run('"200": { description: D. }')),
  },
  "answer-kind-changed": {
    title: "the answer is of another kind of media type",
    ...always("major"),
    why: "What a call gives differs: JSON, text, bytes or a stream.",
    migration: "Use the new type.",
    example: operations(
      run(`"200": { description: D., ${text} }`),
      run('"200": { description: D., content: { application/octet-stream: {} } }'),
    ),
  },
  "answer-media-type-changed": {
    title: "the answer's media type changed",
    ...always("minor"),
    why: "A call gives the same type; the request asks for another media type.",
    example: operations(
      run(`"200": { description: D., ${text} }`),
      run('"200": { description: D., content: { application/vnd.api+json: { schema: { type: string } } } }'),
    ),
  },
  "failure-added": {
    title: "a failure is documented now",
    ...always("minor"),
    why: "Undocumented statuses were part of the type before, with a body of an unknown type.",
    example: operations(
      run('"200": { description: D. }'),
      run(`"200": { description: D. }, "404": { description: N., ${text} }`),
    ),
  },
  "failure-specified": {
    title: "a failure that a range or the default covered has a body of its own",
    ...always("major"),
    why: "The body of a failure has one more type.",
    migration: "Tell the failures apart by their status before their bodies are read.",
    example: operations(
      run(`"200": { description: D. }, default: { description: F., ${text} }`),
      run(
        `"200": { description: D. }, default: { description: F., ${text} }, "404": { description: N., content: { application/json: { schema: { type: number } } } }`,
      ),
    ),
  },
  "failure-removed": {
    title: "a failure is no longer documented",
    ...always("major"),
    why: "Code that reads the body of that failure no longer knows its type.",
    migration: "Check the body's type, or do not read it.",
    example: operations(
      run(`"200": { description: D. }, "404": { description: N., ${text} }`),
      run('"200": { description: D. }'),
    ),
  },
  "stream-end-changed": {
    title: "what marks the end of a stream of events changed",
    ...always("minor"),
    why: "The items have the same type. A version that does not know the mark takes it for an item.",
    example: operations(run(events("DONE")), run(events("END"))),
  },
  "answer-text-changed": {
    title: "the description or the examples of an answer changed",
    ...always("patch"),
    why: "Only the documentation changes.",
    example: operations(run('"200": { description: Old. }'), run('"200": { description: New. }')),
  },
  "pagination-added": {
    title: "the pages can be read one after another now",
    ...always("minor"),
    why: "What is returned can do more; awaited, it gives what it gave.",
    example: operations(run(list, query), run(list, paged("data"))),
  },
  "pagination-removed": {
    title: "the pages can no longer be read one after another",
    ...always("major"),
    why: "`for await`, `pages` and `toArray` are gone.",
    migration: "Ask for each page yourself.",
    example: operations(run(list, paged("data")), run(list, query)),
  },
  "pagination-items-changed": {
    title: "other things are the items of a page",
    ...always("major"),
    why: "`for await` and `toArray` give another type.",
    migration: "Use the new type of item.",
    example: operations(run(list, paged("data")), run(list, paged("more"))),
  },
  "pagination-changed": {
    title: "the way from page to page changed",
    ...always("minor"),
    why: "The loop is written as before.",
    example: operations(run(list, paged("data")), run(list, paged("data", ", end: empty-page"))),
  },
  "batch-added": {
    title: "items can be sent in batches now",
    ...always("minor"),
    why: "A function is added.",
    example: operations(post(sent), post(batch("items"))),
  },
  "batch-removed": {
    title: "items can no longer be sent in batches",
    ...always("major"),
    why: "The function is gone.",
    migration: "Divide the items yourself.",
    example: operations(post(batch("items")), post(sent)),
  },
  "batch-items-changed": {
    title: "the items of a batch stand elsewhere in the body",
    ...always("major"),
    why: "What the function takes, and what stands beside the items, has another type.",
    migration: "Give items of the new type.",
    example: operations(post(batch("items")), post(batch("others"))),
  },
  "batch-limits-changed": {
    title: "the limits of a batch changed",
    ...always("minor"),
    why: "The function is called as before; it makes other requests.",
    example: operations(post(batch("items", ", maxItems: 10")), post(batch("items", ", maxItems: 20"))),
  },
  "partial-changed": {
    title: "the signs of a partial answer changed",
    ...always("minor"),
    why: "A call gives the same type, and may say of other answers that they are partial.",
    example: operations(
      run(list),
      run(list, "x-clientwright-partial: [{ value: $response.body#/next, equals: x }], "),
    ),
  },
  "idempotency-changed": {
    title: "whether the request may be repeated changed",
    ...always("minor"),
    why: "The call is written as before; failures are retried otherwise.",
    example: operations(
      post("x-clientwright-idempotency: idempotent, "),
      post("x-clientwright-idempotency: none, "),
    ),
  },
  "incoming-added": {
    title: "the service sends one more request",
    ...always("minor"),
    why: "Nothing else is touched.",
    example: documents(service("one: { post: {} }"), service("one: { post: {} }, two: { post: {} }")),
  },
  "incoming-removed": {
    title: "the service no longer sends a request",
    ...always("major"),
    why: "Code that uses its type no longer compiles.",
    migration: "Remove what receives it.",
    example: documents(service("one: { post: {} }, two: { post: {} }"), service("one: { post: {} }")),
  },
  "incoming-body-changed": {
    title: "what the service sends has a body no more, or one of another kind",
    ...always("major"),
    why: "Code that reads it has to allow for that.",
    migration: "Use the new type.",
    example: documents(
      service(`one: { post: { requestBody: { required: true, ${text} } } }`),
      service(`one: { post: { requestBody: { ${text} } } }`),
    ),
  },
  "incoming-answer-added": {
    title: "the service takes one more answer to what it sends",
    ...always("minor"),
    why: "Code that gives another answer is not touched.",
    example: documents(
      service('one: { post: { responses: { "204": { description: D. } } } }'),
      service(
        `one: { post: { responses: { "204": { description: D. }, "200": { description: D., ${text} } } } }`,
      ),
    ),
  },
  "incoming-answer-changed": {
    title: "the service no longer takes an answer, or takes one of another kind",
    ...always("major"),
    why: "Code that gives the answer no longer compiles.",
    migration: "Give one of the answers that it takes.",
    example: documents(
      service(`one: { post: { responses: { "200": { description: D., ${text} } } } }`),
      service('one: { post: { responses: { "204": { description: D. } } } }'),
    ),
  },
  "incoming-text-changed": {
    title: "the documentation of what the service sends changed",
    ...always("patch"),
    why: "Only the documentation changes.",
    example: documents(
      service("one: { post: { summary: Old. } }"),
      service("one: { post: { summary: New. } }"),
    ),
  },
};
