// Events of each kind, alone and in a batch, with times as texts and as dates.
import {
  CIVisibilityPipelines,
  createCIAppPipelineEvent,
  createClient,
  type CIAppCreatePipelineEventRequest,
  type CIAppPipelineEventJob,
  type CIAppPipelineEventStage,
  type CIAppPipelineEventStep,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient({ site: "datadoghq.eu", apiKey: () => Promise.resolve("key") });
const start = new Date("2021-11-11T11:09:11.001Z");
const end = "2021-11-11T11:09:11.999+05:30";

const job: CIAppPipelineEventJob = {
  level: "job",
  status: "canceled",
  id: "1",
  name: "test",
  pipeline_name: "deploy",
  pipeline_unique_id: "1",
  url: "https://ci.example/1",
  start,
  end,
  queue_time: null,
  dependencies: ["0"],
  parameters: { target: "prod" },
  metrics: ["seconds:1.5"],
  error: { domain: "user", message: null },
};
const stage: CIAppPipelineEventStage = {
  level: "stage",
  status: "skipped",
  id: "1",
  name: "build",
  pipeline_name: "deploy",
  pipeline_unique_id: "1",
  start,
  end,
};
const step: CIAppPipelineEventStep = { ...stage, level: "step", status: "error", url: null, job_id: job.id };

// A running pipeline: no end.
await createCIAppPipelineEvent(client, {
  data: {
    type: "cipipeline_resource_request",
    attributes: {
      env: "ci",
      resource: {
        level: "pipeline",
        status: "running",
        unique_id: "1",
        name: "deploy",
        url: "https://ci.example/1",
        start,
        partial_retry: false,
        parent_pipeline: { id: "0" },
      },
    },
  },
});

// A finished pipeline, blocked, with the commit that was built.
await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        level: "pipeline",
        status: "blocked",
        unique_id: "1",
        name: "deploy",
        url: "https://ci.example/1",
        start,
        end: new Date(),
        partial_retry: true,
        git: { author_email: "a@example.com", repository_url: "https://git.example/a", sha: "0".repeat(40) },
      },
    },
  },
});

// A batch of all kinds, as a method.
const batch: CIAppCreatePipelineEventRequest = {
  data: [job, stage, step].map((resource) => ({ attributes: { resource, provider_name: "example" } })),
};
const nothing: undefined = await new CIVisibilityPipelines(client).createCIAppPipelineEvent(batch);

// The envelope may be empty.
await createCIAppPipelineEvent(client, {});
console.log(nothing);
