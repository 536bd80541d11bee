// Answers that are read as what they are not.
import {
  createCIAppPipelineEvent,
  createClient,
  listCIAppPipelineEvents,
  searchCIAppPipelineEvents,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const page = await listCIAppPipelineEvents(client);

// Error: a field that no answer has
console.log(page.data.data?.[0]?.foo);

// Error: a list that may be absent
console.log(page.data.data.length);

// Error: a call is not its data
console.log(listCIAppPipelineEvents(client).data);

// Error: times in answers stay texts
const start: Date = page.data.meta?.page?.after;
console.log(start);

const accepted = await createCIAppPipelineEvent(client, {});
// Error: the answer to a send has no content
console.log(accepted.data);

const result = await searchCIAppPipelineEvents(client).result();
// Error: a result before it is known to be good
console.log(result.value);

if (!result.ok) {
  // Error: not every error has a body
  console.log(result.error.body);
  if (result.error.status === 403) {
    const { body } = result.error;
    // Error: this operation's errors are texts, not objects
    console.log(body?.errors[0]?.detail);
  }
  // Error: a status that no service sends
  if (result.error.status === 4003) console.log("never");
}

const raw = await listCIAppPipelineEvents(client).asResponse();
// Error: the unread answer is not its data
console.log(raw.data);

const whole = await listCIAppPipelineEvents(client).withResponse();
// Error: a part that does not exist
console.log(whole.requestID);
