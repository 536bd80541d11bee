// Pages, batches and partial answers.
import {
  ApiError,
  BatchItemError,
  BatchStoppedError,
  CIVisibilityPipelines,
  PartialAnswerError,
  batchCreateCIAppPipelineEvent,
  createClient,
  listCIAppPipelineEvents,
  searchCIAppPipelineEvents,
  type BatchCall,
  type BatchFailure,
  type BatchOutcome,
  type CIAppCreatePipelineEventRequestData,
  type CIAppPipelineEvent,
  type CIAppPipelineEventsResponse,
  type CreateCIAppPipelineEventError,
  type Page,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient({ onPartial: "error" });

// Items.
for await (const event of searchCIAppPipelineEvents(client, { sort: "timestamp" }, { prefetch: true })) {
  const { id, attributes }: CIAppPipelineEvent = event;
  console.log(id, attributes?.ci_level);
}
const some: CIAppPipelineEvent[] = await listCIAppPipelineEvents(client).toArray({ max: 50 });

// Pages, from a stored place on.
let stored: string | undefined;
for await (const page of listCIAppPipelineEvents(client).pages({ cursor: stored, prefetch: true })) {
  const events: readonly CIAppPipelineEvent[] = page.items;
  const body: CIAppPipelineEventsResponse = page.data;
  stored = page.cursor;
  console.log(events.length, body.meta?.elapsed, page.partial[0]?.at);
}
let page: Page<CIAppPipelineEvent, CIAppPipelineEventsResponse> = await searchCIAppPipelineEvents(client);
while (page.hasNextPage()) page = await page.nextPage();

// Partial answers.
const told: string[] = [];
const whole = await searchCIAppPipelineEvents(
  client,
  {},
  {
    onPartial: ({ operation, reasons }) => told.push(operation, ...reasons.map(({ at }) => at)),
  },
).result();
if (!whole.ok && whole.error instanceof PartialAnswerError) console.log(whole.error.reasons);

// Batches, from any source.
async function* source(): AsyncGenerator<CIAppCreatePipelineEventRequestData> {
  yield {};
}
const batch: BatchCall<CIAppCreatePipelineEventRequestData, undefined, CreateCIAppPipelineEventError> =
  batchCreateCIAppPipelineEvent(client, source(), { maxItems: 100, maxBytes: 1e6, concurrency: 2 });
try {
  const { taken, sent, failed, failures } = await batch;
  const again: CIAppCreatePipelineEventRequestData[] = failures.flatMap(({ items }) => items);
  const fixed: readonly CIAppCreatePipelineEventRequestData[] = again;
  console.log(taken, sent, failed, await batchCreateCIAppPipelineEvent(client, fixed));
} catch (error) {
  if (error instanceof BatchStoppedError) console.log(error.progress.taken, error.cause);
}
type Failure = BatchFailure<CIAppCreatePipelineEventRequestData, CreateCIAppPipelineEventError>;
const lost: Failure[] = [];
const methods = new CIVisibilityPipelines(client);
for await (const outcome of methods.batchCreateCIAppPipelineEvent(new Set([{}]), {
  signal: AbortSignal.timeout(1000),
  onProgress: ({ sent }) => console.log(sent),
})) {
  const known: BatchOutcome<CIAppCreatePipelineEventRequestData, undefined, CreateCIAppPipelineEventError> =
    outcome;
  if (known.ok) console.log(known.items.length, known.answer.attempts);
  else if (known.error instanceof ApiError) console.log(known.error.status, known.attempts);
  else if (known.error instanceof BatchItemError) console.log(known.error.bytes);
  else lost.push(known);
}
console.log(some.length, lost.length, told.length);
