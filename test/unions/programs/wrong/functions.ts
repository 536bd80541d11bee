// Guards, matchers and builders, used wrongly.
import {
  isBucketValueNumber,
  isDataBatch,
  isJob,
  job,
  matchBucketValue,
  matchResource,
  runningPipeline,
  stage,
  step,
  type CIAppAggregateBucketValue,
  type CIAppCreatePipelineEventRequestAttributesResource as Resource,
  type CIAppCreatePipelineEventRequestDataSingleOrArray as Data,
  type CIAppPipelineEventJob,
} from "@clientwright/ci-visibility-pipelines";

declare const resource: Resource;
declare const bucket: CIAppAggregateBucketValue;
declare const data: Data;
const time = "2021-11-11T11:09:11.123Z";
const part = { id: "1", name: "a part", pipeline_name: "p", pipeline_unique_id: "1", start: time, end: time };
const nothing = (): void => {};
const use = (_value: unknown): void => {};

// Error: an arm is missing; names step
matchResource(resource, {
  finishedPipeline: nothing,
  runningPipeline: nothing,
  stage: nothing,
  job: nothing,
});

matchResource(resource, {
  finishedPipeline: nothing,
  runningPipeline: nothing,
  stage: nothing,
  job: nothing,
  // Error: a misspelt arm; names setp
  setp: nothing,
});

matchResource(resource, {
  finishedPipeline: nothing,
  runningPipeline: nothing,
  stage: nothing,
  job: nothing,
  step: nothing,
  // Error: an arm for unknown values of a request; names unknown
  unknown: nothing,
});

matchResource(resource, {
  finishedPipeline: nothing,
  // Error: the end of a run that has none; names end, CIAppPipelineEventInProgressPipeline
  runningPipeline: (run) => run.end,
  stage: nothing,
  job: nothing,
  step: nothing,
});

matchResource(resource, {
  finishedPipeline: nothing,
  runningPipeline: nothing,
  stage: nothing,
  job: nothing,
  // Error: an arm for another variant; names step:, CIAppPipelineEventJob
  step: (value: CIAppPipelineEventJob) => value.url,
});

// Error: a result taken for less than it is; names string
export const length: number = matchBucketValue(bucket, {
  text: (text) => text,
  number: (number) => number,
  points: (points) => points.length,
});

// Error: the wrong kind of value; names number
matchBucketValue(true, { text: nothing, number: nothing, points: nothing });

export const tagged = job({
  ...part,
  url: "https://ci.example/1",
  status: "success",
  // Error: a builder is given the tag that it fills in; names level
  level: "job",
});

// Error: a builder without a field; names url
export const unfinished = job({ ...part, status: "success" });

export const misspelt = stage({
  ...part,
  status: "success",
  // Error: a builder with a misspelt field; names dependancies, dependencies
  dependancies: [],
});

export const blocked = stage({
  ...part,
  // Error: a builder with a status of another variant; names status:, CIAppPipelineEventStageStatus
  status: "blocked",
});

export const running = runningPipeline({
  unique_id: "1",
  name: "p",
  url: "https://ci.example/1",
  start: time,
  partial_retry: false,
  // Error: a builder with a field that the variant lacks; names end
  end: time,
});

// Error: one variant for another; names CIAppPipelineEventStep, CIAppPipelineEventJob
export const other: CIAppPipelineEventJob = step({ ...part, status: "error" });

// Error: a field of some variants before they are told apart; names url
export const unguarded = resource.url;

if (isJob(resource)) {
  // Error: the field of another variant after a guard; names job_id, CIAppPipelineEventJob
  use(resource.job_id);
} else if (resource.level === "stage") {
  // Error: a field that a stage lacks after its level; names url, CIAppPipelineEventStage
  use(resource.url);
}

if (resource.level === "pipeline" && resource.status === "running") {
  // Error: a field that a running pipeline lacks after level and status; names end, CIAppPipelineEventInProgressPipeline
  use(resource.end);
}

if (isDataBatch(data)) {
  // Error: a batch taken for one event; names attributes
  use(data.attributes.resource);
}

if (!isBucketValueNumber(bucket)) {
  // Error: what is left is no number; names toFixed
  use(bucket.toFixed());
}

export function withoutStep(value: Resource): string {
  switch (value.level) {
    case "pipeline":
    case "stage":
    case "job":
      return value.name;
    default: {
      // Error: a switch that forgets a variant; names never, CIAppPipelineEventStep
      const left: never = value;
      return left;
    }
  }
}

export function withoutBlocked(value: Resource & { level: "pipeline" }): string {
  switch (value.status) {
    case "success":
    case "error":
    case "canceled":
    case "skipped":
    case "running":
      return value.name;
    default: {
      // Error: a switch that forgets a status; names never, CIAppPipelineEventFinishedPipeline
      const left: never = value;
      return left;
    }
  }
}

// Error: a level that no variant has; names no overlap
export const workflow = resource.level === "workflow";
