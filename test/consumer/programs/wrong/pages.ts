// Pages and batches that are used as what they are not.
import {
  batchCreateCIAppPipelineEvent,
  createCIAppPipelineEvent,
  createClient,
  listCIAppPipelineEvents,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const call = listCIAppPipelineEvents(client);
const page = await call;

// Error: all items without a limit
await call.toArray();

// Error: a cursor is a text
call.pages({ cursor: 7 });

// Error: pages cannot be changed
page.items.push({});

// Error: a page is no list
for (const event of page) console.log(event);

// Error: the next page is on its way
console.log(page.nextPage().items);

for await (const event of call) {
  // Error: a field that no event has
  console.log(event.resource);
}

// Error: nothing says that it can only be a part
await listCIAppPipelineEvents(client, {}, { onPartial: "throw" });

// Error: sending one event gives no pages
await createCIAppPipelineEvent(client, {}, { prefetch: true });

// Error: one item in place of many
await batchCreateCIAppPipelineEvent(client, { attributes: {} });

// Error: the event without its envelope
await batchCreateCIAppPipelineEvent(client, [{ level: "job" }]);

// Error: a batch has no single answer
await batchCreateCIAppPipelineEvent(client, []).withResponse();

for await (const outcome of batchCreateCIAppPipelineEvent(client, [])) {
  // Error: an outcome before it is known to be good
  console.log(outcome.answer);
}
