// The four grains of a call, errors narrowed by status and by class, values that this version does not know.
import {
  ApiError,
  RateLimitError,
  TimeoutError,
  createCIAppPipelineEvent,
  createClient,
  searchCIAppPipelineEvents,
  type APIErrorResponse,
  type HTTPCIAppErrors,
  type SearchCIAppPipelineEventsError,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();

// Awaited: the data, or the first page of it. An enum of answers is open: other texts compare too.
const page = await searchCIAppPipelineEvents(client);
const levels = page.items.map(({ attributes }) => attributes?.ci_level);
console.log(levels.filter((level) => level === "custom" || level === "a new level"));
const free: unknown = page.data.data?.[0]?.attributes?.attributes?.["ci"];

// With its answer.
const { data, response, requestId, attempts, rateLimit } =
  await searchCIAppPipelineEvents(client).withResponse();
const left: number | undefined = rateLimit?.remaining;
const id: string | undefined = requestId;

// Unread.
const raw: Response = await searchCIAppPipelineEvents(client).asResponse();

// As a value: the status tells which error it is, and so which body it has.
const result = await searchCIAppPipelineEvents(client).result();
if (result.ok) {
  console.log(result.value.cursor);
} else {
  const error: SearchCIAppPipelineEventsError = result.error;
  if (error.status === 403) {
    const body: APIErrorResponse | undefined = error.body;
    console.log(body?.errors.join(", "));
  } else if (error.status === 429) {
    const wait: number | undefined = error.retryAfter;
    console.log(wait);
  } else if (error.status === undefined) {
    const name: "TimeoutError" | "AbortError" | "ConnectionError" | "DecodeError" = error.name;
    console.log(name);
  }
}

// The two documented shapes of errors, each with its operation.
const sent = await createCIAppPipelineEvent(client, {}).result();
if (!sent.ok && sent.error.status === 413) {
  const body: HTTPCIAppErrors | undefined = sent.error.body;
  console.log(body?.errors?.[0]?.detail);
}

// Thrown.
try {
  await searchCIAppPipelineEvents(client);
} catch (error) {
  if (error instanceof RateLimitError) console.log(error.retryAfter, error.rateLimit?.limit);
  else if (error instanceof ApiError) console.log(error.status, error.messages.join(", "));
  else if (error instanceof TimeoutError) console.log(error.scope, error.limit);
  else throw error;
}
console.log(free, data.data.links?.next, response.status, attempts, left, id, raw.ok);
