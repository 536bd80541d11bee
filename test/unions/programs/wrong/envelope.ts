// What is around an event, with one mistake each.
import {
  createCIAppPipelineEvent,
  createClient,
  type CIAppPipelineEventJob,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();
declare const job: CIAppPipelineEventJob;

await createCIAppPipelineEvent(client, {
  data: {
    // Error: another type of entry; names type:, cipipeline
    type: "pipeline",
    attributes: { resource: job },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    // Error: misspelt attributes; names atributes, attributes
    atributes: { resource: job },
  },
});

await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: job } },
    // Error: an event of a batch without its resource; names attributes:, resource
    { attributes: { env: "ci" } },
  ],
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: job,
      // Error: a number as the environment; names env:, number
      env: 1,
    },
  },
});

await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: job } },
    // Error: a text in a batch; names string, CIAppCreatePipelineEventRequestData
    "job",
  ],
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: several resources in one event; names resource:
      resource: [job],
    },
  },
});

// Error: an event without its envelope; names level, CIAppCreatePipelineEventRequest
await createCIAppPipelineEvent(client, { level: "job" });
