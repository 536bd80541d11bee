// One event of each kind with one mistake each. The mistake must be found where it was made.
import type {
  CIAppPipelineEventFinishedPipeline,
  CIAppPipelineEventInProgressPipeline,
  CIAppPipelineEventJob,
  CIAppPipelineEventStage,
  CIAppPipelineEventStep,
} from "@clientwright/ci-visibility-pipelines";

const time = "2021-11-11T11:09:11.123Z";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };
const run = { unique_id: "1", name: "p", url: "https://ci.example/1", start: time, partial_retry: false };

export const misspeltField: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
  // Error: a misspelt field
  stage_nmae: "build",
};

// Error: a job without url
export const missingUrl: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
};

// Error: a stage without pipeline_name
export const missingPipelineName: CIAppPipelineEventStage = {
  id: "1",
  name: "build",
  pipeline_unique_id: "1",
  start: time,
  end: time,
  level: "stage",
  status: "success",
};

export const stageWithUrl: CIAppPipelineEventStage = {
  ...part,
  level: "stage",
  status: "success",
  // Error: a stage has no url
  url: "https://ci.example/1",
};

export const wrongLevel: CIAppPipelineEventStage = {
  ...part,
  // Error: the level of another kind
  level: "job",
  status: "success",
};

export const stepCanceled: CIAppPipelineEventStep = {
  ...part,
  level: "step",
  // Error: a step cannot be canceled
  status: "canceled",
};

export const stepWithQueue: CIAppPipelineEventStep = {
  ...part,
  level: "step",
  status: "error",
  // Error: a step has no queue_time
  queue_time: 5,
};

export const runningWithEnd: CIAppPipelineEventInProgressPipeline = {
  ...run,
  level: "pipeline",
  status: "running",
  // Error: a running pipeline has no end
  end: time,
};

// Error: a finished pipeline needs its end
export const finishedWithoutEnd: CIAppPipelineEventFinishedPipeline = {
  ...run,
  level: "pipeline",
  status: "success",
};

export const finishedRunning: CIAppPipelineEventFinishedPipeline = {
  ...run,
  level: "pipeline",
  // Error: a finished pipeline is not running
  status: "running",
  end: time,
};

// Error: a pipeline without its level
export const missingLevel: CIAppPipelineEventFinishedPipeline = {
  ...run,
  status: "success",
  end: time,
};

export const numericId: CIAppPipelineEventJob = {
  ...part,
  // Error: a number where a text is wanted
  id: 1,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
};

export const numericTime: CIAppPipelineEventJob = {
  ...part,
  // Error: seconds since 1970 are no time here
  start: 1_636_628_951,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
};

export const nullName: CIAppPipelineEventJob = {
  ...part,
  // Error: null for a field that cannot be null
  name: null,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
};

export const textQueue: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
  // Error: a text where a number is wanted
  queue_time: "5",
};

export const objectTags: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
  // Error: tags are a list, not a map
  tags: { team: "backend" },
};

export const listParameters: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
  // Error: parameters hold texts
  parameters: { retries: 3 },
};

export const errorDomain: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "error",
  url: "https://ci.example/1",
  // Error: an unknown domain of an error
  error: { domain: "network" },
};

export const gitWithoutSha: CIAppPipelineEventJob = {
  ...part,
  level: "job",
  status: "success",
  url: "https://ci.example/1",
  // Error: git without its sha
  git: { author_email: "a@example.com", repository_url: "https://git.example/a" },
};
