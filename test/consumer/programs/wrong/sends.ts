// Mistakes deep inside what is sent: in one event, and in one event of a batch. A field too many is named
// itself. For a value that fits no member of a union, the compilers name the property that holds the union: the message
// below it leads to the field.
import { createCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const time = "2021-11-11T11:09:11.123Z";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url: "https://ci.example/1",
        // Error: a misspelt field of a job that is sent
        stage_nmae: "build",
      },
    },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        level: "pipeline",
        status: "running",
        unique_id: "1",
        name: "deploy",
        url: "https://ci.example/1",
        start: time,
        partial_retry: false,
        // Error: a running pipeline that is sent with an end
        end: time,
      },
    },
  },
});

await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "stage", status: "success" } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "stage",
          status: "success",
          // Error: a stage of a batch has no url
          url: "https://ci.example/1",
        },
      },
    },
  ],
});

await createCIAppPipelineEvent(client, {
  data: [
    {
      attributes: {
        // Error: a status that a step of a batch cannot have
        resource: {
          ...part,
          level: "step",
          status: "canceled",
        },
      },
    },
  ],
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        ...part,
        // Error: a level that does not exist
        level: "task",
        status: "success",
      },
    },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    // Error: the type of another request
    type: "cipipeline_aggregate_bucket",
    attributes: { resource: { ...part, level: "stage", status: "success" } },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    // Error: an envelope without its resource
    attributes: { env: "ci" },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a job that is sent without url
      resource: { ...part, level: "job", status: "success" },
    },
  },
});

await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      // Error: a misspelt field of the envelope
      providerName: "example",
      resource: { ...part, level: "stage", status: "success" },
    },
  },
});
