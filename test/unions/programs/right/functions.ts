// Telling variants apart, by guards, by switch and by match.
import {
  isBucketValueNumber,
  isBucketValuePoints,
  isBucketValueText,
  isDataBatch,
  isDataSingle,
  isFinishedPipeline,
  isJob,
  isKnownBucketValue,
  isKnownCIAppPipelineLevel,
  isKnownResource,
  isRunningPipeline,
  isStage,
  isStep,
  matchBucketValue,
  matchData,
  matchPipeline,
  matchResource,
  type CIAppAggregateBucketValue,
  type CIAppCreatePipelineEventRequestAttributesResource as Resource,
  type CIAppCreatePipelineEventRequestData as Event,
  type CIAppCreatePipelineEventRequestDataSingleOrArray as Data,
  type CIAppPipelineEventFinishedPipeline as Finished,
  type CIAppPipelineEventInProgressPipeline as Running,
  type CIAppPipelineEventJob as Job,
  type CIAppPipelineEventPipeline as Pipeline,
  type CIAppPipelineEventStage as Stage,
  type CIAppPipelineEventStep as Step,
  type CIAppPipelineLevel,
} from "@clientwright/ci-visibility-pipelines";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
const same = <A, B>(_answer: Same<A, B>): void => {};

// Right: guards narrow one variant after the other, until none is left
export function byGuards(resource: Resource): string {
  if (isFinishedPipeline(resource)) return String(resource.end);
  if (isRunningPipeline(resource)) return resource.unique_id;
  if (isStage(resource)) return resource.pipeline_name;
  if (isJob(resource)) return resource.url;
  same<typeof resource, Step>(true);
  if (isStep(resource)) return resource.job_id ?? "none";
  const none: never = resource;
  return none;
}

// Right: what a guard is not leaves the others
export function notJob(resource: Resource): string {
  if (!isJob(resource)) same<typeof resource, Finished | Running | Stage | Step>(true);
  return resource.name;
}

// Right: an exhaustive switch on level, then on status
export function bySwitch(resource: Resource): string {
  switch (resource.level) {
    case "pipeline":
      switch (resource.status) {
        case "running":
          same<typeof resource, Running>(true);
          return resource.url;
        case "success":
        case "error":
        case "canceled":
        case "skipped":
        case "blocked":
          same<typeof resource, Finished>(true);
          return String(resource.end);
      }
    // Falling through is not possible: the inner switch covers every status.
    case "stage":
      return resource.pipeline_unique_id;
    case "job":
      return resource.url;
    case "step":
      return resource.url ?? "none";
  }
}

// Right: plain if on level and status
export function byIf(resource: Resource): string {
  if (resource.level === "pipeline") {
    if (resource.status === "running") return resource.url;
    same<typeof resource, Finished>(true);
    return String(resource.end);
  }
  return resource.pipeline_name;
}

// Right: match gives what its arms give, whatever their types
export function byMatch(resource: Resource): Date | string | number | undefined {
  const result = matchResource(resource, {
    finishedPipeline: ({ end }) => end,
    runningPipeline: () => undefined,
    stage: ({ dependencies }) => dependencies?.length ?? 0,
    job: ({ url }) => url,
    step: ({ job_id }) => job_id ?? "none",
  });
  same<typeof result, Date | string | number | undefined>(true);
  return result;
}

// Right: match of the inner union of a union
export function byInnerMatch(pipeline: Pipeline): boolean {
  return matchPipeline(pipeline, { finishedPipeline: () => true, runningPipeline: () => false });
}

// Right: match with asynchronous arms
export function byAsyncMatch(data: Data): Promise<number> {
  return matchData(data, {
    single: (event) => Promise.resolve(event.attributes === undefined ? 0 : 1),
    batch: async (events) => events.length,
  });
}

// Right: one event or a list of them, by guards
export function eventsOf(data: Data): readonly Event[] {
  if (isDataBatch(data)) {
    same<typeof data extends readonly unknown[] ? true : false, true>(true);
    return data.filter((event) => event.attributes !== undefined);
  }
  same<typeof data, Event>(true);
  return [data];
}

// Right: the same the other way round, and by what JavaScript itself has
export function countOf(data: Data): number {
  if (isDataSingle(data)) {
    same<typeof data, Event>(true);
    return data.type === undefined ? 0 : 1;
  }
  return Array.isArray(data) ? data.length : 0;
}

// Right: guards of a list filter it
export function jobsOf(resources: readonly Resource[]): readonly Job[] {
  return resources.filter(isJob);
}

// Right: text, numbers and points of an answer
export function textOf(value: CIAppAggregateBucketValue): string {
  if (isBucketValueText(value)) return value.trim();
  if (isBucketValueNumber(value)) return value.toFixed(1);
  if (isBucketValuePoints(value)) return value.map((point) => point.value ?? 0).join(", ");
  const none: never = value;
  return none;
}

// Right: an arm for what this version does not know, in an answer
export function sizeOf(value: CIAppAggregateBucketValue): number | "unknown" {
  return matchBucketValue(value, {
    text: (text) => text.length,
    number: () => 1,
    points: (points) => points.length,
    unknown: (other: unknown) => (other === null ? 0 : "unknown"),
  });
}

// Right: values from anywhere are known or not
export function fromAnywhere(value: unknown): string {
  if (isKnownResource(value)) return value.level;
  return isKnownBucketValue(value) ? textOf(value) : "unknown";
}

// Right: an open enumeration, and a switch without default over what is known of it
export function levelOf(level: CIAppPipelineLevel): string {
  if (!isKnownCIAppPipelineLevel(level)) return level;
  switch (level) {
    case "pipeline":
    case "stage":
    case "job":
    case "step":
      return "sent";
    case "custom":
      return "not sent";
  }
}
