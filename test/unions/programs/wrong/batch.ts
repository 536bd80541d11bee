// The same mistakes inside a batch of which the other events are right.
import {
  batchCreateCIAppPipelineEvent,
  createCIAppPipelineEvent,
  createClient,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const time = "2021-11-11T11:09:11.123Z";
const url = "https://ci.example/1";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };
const run = { unique_id: "1", name: "p", url, start: time, partial_retry: false };
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: a job without url; names url, CIAppPipelineEventJob
        resource: { ...part, level: "job", status: "success" },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "job",
          status: "success",
          url,
          // Error: a misspelt field of a job; names stage_nmae, stage_name
          stage_nmae: "build",
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: a job that is blocked; names status, CIAppPipelineEventJobStatus
        resource: { ...part, level: "job", url, status: "blocked" },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "job",
          status: "success",
          url,
          // Error: null for a name; names name:, null, string
          name: null,
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "job",
          status: "success",
          url,
          // Error: seconds since 1970 as a time; names start:, Date
          start: 1_636_628_951,
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "job",
          status: "success",
          url,
          // Error: the field of a step in a job; names job_id, CIAppPipelineEventJob
          job_id: "1",
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: a stage without pipeline_name; names pipeline_name, CIAppPipelineEventStage
        resource: {
          id: "1",
          name: "s",
          pipeline_unique_id: "1",
          start: time,
          end: time,
          level: "stage",
          status: "error",
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "stage",
          status: "success",
          // Error: a stage with a url; names url, CIAppPipelineEventStage
          url,
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: a step that is canceled; names status, CIAppPipelineEventStepStatus
        resource: { ...part, level: "step", status: "canceled" },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          level: "step",
          status: "success",
          // Error: a step that waits; names queue_time, CIAppPipelineEventStep
          queue_time: 5,
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: a finished pipeline without end; names end, CIAppPipelineEventFinishedPipeline
        resource: { ...run, level: "pipeline", status: "success" },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...run,
          level: "pipeline",
          status: "success",
          end: time,
          // Error: the field of a stage in a pipeline; names pipeline_name, CIAppPipelineEventFinishedPipeline
          pipeline_name: "p",
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...run,
          level: "pipeline",
          status: "running",
          // Error: a running pipeline with end; names end, CIAppPipelineEventInProgressPipeline
          end: time,
        },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        // Error: no level; names level
        resource: { ...part, status: "success", url },
      },
    },
  ],
});
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...part, level: "job", status: "success", url } } },
    {
      attributes: {
        resource: {
          ...part,
          status: "success",
          url,
          // Error: an unknown level; names level:, workflow
          level: "workflow",
        },
      },
    },
  ],
});

// And among the items of a batch of any length.
await batchCreateCIAppPipelineEvent(client, [
  { attributes: { resource: { ...part, level: "job", status: "success", url } } },
  {
    attributes: {
      // Error: one of many jobs without url; names url, CIAppPipelineEventJob
      resource: { ...part, level: "job", status: "success" },
    },
  },
]);
await batchCreateCIAppPipelineEvent(client, [
  {
    attributes: {
      resource: {
        ...part,
        level: "job",
        status: "success",
        url,
        // Error: a misspelt field of one of many jobs; names stage_nmae, stage_name
        stage_nmae: "build",
      },
    },
  },
]);
await batchCreateCIAppPipelineEvent(client, [
  {
    // Error: a misspelt field around one of many events; names atributes, attributes
    atributes: { resource: { ...part, level: "job", status: "success", url } },
  },
]);
