// Every kind of event, alone and in batches, as people write them.
import {
  createCIAppPipelineEvent,
  createClient,
  finishedPipeline,
  job,
  runningPipeline,
  stage,
  step,
  type CIAppCreatePipelineEventRequest,
  type CIAppCreatePipelineEventRequestAttributesResource as Resource,
  type CIAppCreatePipelineEventRequestData as Event,
  type CIAppPipelineEventPipeline,
} from "@clientwright/ci-visibility-pipelines";

const client = createClient();
const time = "2021-11-11T11:09:11.123Z";
const url = "https://ci.example/1";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };
const run = { unique_id: "1", name: "p", url, start: time, partial_retry: false };
const send = (resource: Resource): Promise<undefined> =>
  createCIAppPipelineEvent(client, { data: { attributes: { resource } } })
    .withResponse()
    .then(() => undefined);

// Right: a finished pipeline
await send({ ...run, level: "pipeline", status: "success", end: time });
// Right: a finished pipeline that is blocked
await send({ ...run, level: "pipeline", status: "blocked", end: time, is_manual: true });
// Right: a running pipeline, without end
await send({ ...run, level: "pipeline", status: "running" });
// Right: a stage, without url
await send({ ...part, level: "stage", status: "skipped" });
// Right: a job of a stage
await send({ ...part, level: "job", status: "canceled", url, stage_id: "1", stage_name: "build" });
// Right: a step of a job
await send({ ...part, level: "step", status: "error", job_id: "1", job_name: "test" });
// Right: null where the reference allows it
await send({ ...part, level: "step", status: "error", url: null, git: null, error: null, tags: null });
// Right: times as dates, with milliseconds
await send({
  ...part,
  level: "stage",
  status: "success",
  start: new Date(1_636_628_951_001),
  end: new Date(),
});
// Right: one time as a date and the other as text
await send({
  ...part,
  level: "job",
  status: "success",
  url,
  start: new Date(),
  end: "2021-11-11T11:09:11+05:30",
});
// Right: everything that may come with a pipeline
await send({
  ...run,
  level: "pipeline",
  status: "error",
  end: time,
  error: { domain: "user", message: "no", stack: null, type: null },
  git: { author_email: "a@example.com", repository_url: url, sha: "0".repeat(40), branch: "main", tag: null },
  metrics: ["seconds:1.5"],
  node: { hostname: "host", labels: ["linux"], name: "n", workspace: "/w" },
  parameters: { target: "prod" },
  parent_pipeline: { id: "0" },
  previous_attempt: { id: "0", url },
  pipeline_id: "1",
  queue_time: 0,
  tags: ["team:backend"],
});
// Right: an empty envelope
await createCIAppPipelineEvent(client, {});
// Right: an event without attributes
await createCIAppPipelineEvent(client, { data: { type: "cipipeline_resource_request" } });
// Right: a batch of one
await createCIAppPipelineEvent(client, {
  data: [{ attributes: { resource: { ...part, level: "stage", status: "success" } } }],
});
// Right: a batch of all kinds
await createCIAppPipelineEvent(client, {
  data: [
    { attributes: { resource: { ...run, level: "pipeline", status: "success", end: time } } },
    { attributes: { resource: { ...run, level: "pipeline", status: "running" }, env: "ci" } },
    { attributes: { resource: { ...part, level: "stage", status: "success" }, service: "ci" } },
    { attributes: { resource: { ...part, level: "job", status: "success", url }, provider_name: "x" } },
    { attributes: { resource: { ...part, level: "step", status: "success" } } },
  ],
});
// Right: builders, which fill in level, and status where it has one value
export const built: readonly Resource[] = [
  finishedPipeline({ ...run, status: "skipped", end: new Date() }),
  runningPipeline(run),
  stage({ ...part, status: "success" }),
  job({ ...part, status: "success", url }),
  step({ ...part, status: "success" }),
];
// Right: built events in a batch
await createCIAppPipelineEvent(client, { data: built.map((resource) => ({ attributes: { resource } })) });
// Right: an event made step by step
const events: Event[] = [];
events.push({ attributes: { resource: job({ ...part, status: "error", url }) } });
export const request: CIAppCreatePipelineEventRequest = { data: events };
// Right: a variant of the inner union is one of the outer
const pipeline: CIAppPipelineEventPipeline = runningPipeline(run);
await send(pipeline);
// Right: the status of a variant chosen at run time
await send({ ...part, level: "step", status: Math.random() < 0.5 ? "success" : "error" });
