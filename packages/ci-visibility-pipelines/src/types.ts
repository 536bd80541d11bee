// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.

/** What a failed read answers. */
export interface APIErrorResponse {
  /** One message for each thing that went wrong. */
  errors: string[];
}

/** Text, a number, or the points of a series. */
export type CIAppAggregateBucketValue =
  | CIAppAggregateBucketValueSingleString
  | CIAppAggregateBucketValueSingleNumber
  | CIAppAggregateBucketValueTimeseries;

/** A single number. */
export type CIAppAggregateBucketValueSingleNumber = number;

/** A single text. */
export type CIAppAggregateBucketValueSingleString = string;

/** Points of a series. */
export type CIAppAggregateBucketValueTimeseries = CIAppAggregateBucketValueTimeseriesPoint[];

/** One point of a series. */
export interface CIAppAggregateBucketValueTimeseriesPoint {
  /**
   * Time that the point stands for.
   *
   * Format: `date-time`.
   */
  time?: string;
  /** Value at that time. */
  value?: number;
}

/** Order of the buckets of one facet. Sorting by `measure` needs `aggregation`. */
export interface CIAppAggregateSort {
  /**
   * What to do with the values: `count` counts events, `cardinality` counts distinct values, `pc90` is
   * the 90th percentile. The 50th percentile is called `median`.
   */
  aggregation?: CIAppAggregationFunction;
  /** Measure to sort by, such as `@duration`; used with `type` `measure` alone. */
  metric?: string;
  /** `asc` puts the smallest first, `desc` the largest. */
  order?: CIAppSortOrder;
  /**
   * Sort by the value of the facet (`alphabetical`) or by a computed number (`measure`).
   *
   * @defaultValue `"alphabetical"`
   */
  type?: CIAppAggregateSortType;
}

/**
 * Sort by the value of the facet (`alphabetical`) or by a computed number (`measure`).
 *
 * @defaultValue `"alphabetical"`
 */
export type CIAppAggregateSortType = "alphabetical" | "measure";

/**
 * What to do with the values: `count` counts events, `cardinality` counts distinct values, `pc90` is
 * the 90th percentile. The 50th percentile is called `median`.
 */
export type CIAppAggregationFunction =
  | "count"
  | "cardinality"
  | "pc75"
  | "pc90"
  | "pc95"
  | "pc98"
  | "pc99"
  | "sum"
  | "min"
  | "max"
  | "avg"
  | "median"
  | "latest"
  | "earliest"
  | "most_frequent"
  | "delta";

/** Why a run failed. */
export interface CIAppCIError {
  /**
   * Who has to act: `provider` for a fault of the CI system or its machines, `user` for a fault in the
   * code or the tests, `unknown` when it cannot be told.
   */
  domain?: CIAppCIErrorDomain;
  /**
   * What went wrong, as text.
   *
   * At most 5000 characters.
   */
  message?: string | null;
  /** Stack trace that was reported with the error, as text. */
  stack?: string | null;
  /**
   * Short name for the kind of error, to group by.
   *
   * At most 100 characters.
   */
  type?: string | null;
}

/**
 * Who has to act: `provider` for a fault of the CI system or its machines, `user` for a fault in the
 * code or the tests, `unknown` when it cannot be told.
 */
export type CIAppCIErrorDomain = "provider" | "user" | "unknown";

/** One thing to compute, as one number for the whole window or as a series over time. */
export interface CIAppCompute {
  /**
   * What to do with the values: `count` counts events, `cardinality` counts distinct values, `pc90` is
   * the 90th percentile. The 50th percentile is called `median`.
   */
  aggregation: CIAppAggregationFunction;
  /**
   * Length of one step of a series, such as `5m`, `1h` or `1d`; used with `type: timeseries` alone. Left
   * out, the window is cut into 150 steps.
   */
  interval?: string;
  /** Measure to compute over, such as `@duration`. All functions except `count` need one. */
  metric?: string;
  /**
   * `total` gives one value for the window, `timeseries` a list of points.
   *
   * @defaultValue `"total"`
   */
  type?: CIAppComputeType;
}

/**
 * `total` gives one value for the window, `timeseries` a list of points.
 *
 * @defaultValue `"total"`
 */
export type CIAppComputeType = "timeseries" | "total";

/** One event, or a batch of events, to send. */
export interface CIAppCreatePipelineEventRequest {
  /** Either one event or a list of up to 1000. An object and a list are told apart by their JSON type. */
  data?: CIAppCreatePipelineEventRequestDataSingleOrArray;
}

/** What the event says, and which CI system it comes from. */
export interface CIAppCreatePipelineEventRequestAttributes {
  /** Environment that the event is filed under, such as `ci` or `prod`. */
  env?: string;
  /**
   * Name of the CI system, such as `jenkins`.
   *
   * @defaultValue `"custom"`
   */
  provider_name?: string;
  /**
   * What ran: a whole pipeline, a stage, a job or a step. `level` tells which; for a pipeline, `status`
   * tells whether it has ended.
   */
  resource: CIAppCreatePipelineEventRequestAttributesResource;
  /** Name that keeps several instances of one hosted CI system apart. */
  service?: string;
}

/**
 * What ran: a whole pipeline, a stage, a job or a step. `level` tells which; for a pipeline, `status`
 * tells whether it has ended.
 */
export type CIAppCreatePipelineEventRequestAttributesResource =
  CIAppPipelineEventPipeline | CIAppPipelineEventStage | CIAppPipelineEventJob | CIAppPipelineEventStep;

/** One event. */
export interface CIAppCreatePipelineEventRequestData {
  /** What the event says, and which CI system it comes from. */
  attributes?: CIAppCreatePipelineEventRequestAttributes;
  /**
   * Kind of the entry. There is one kind.
   *
   * @defaultValue `"cipipeline_resource_request"`
   */
  type?: CIAppCreatePipelineEventRequestDataType;
}

/**
 * A batch of events.
 *
 * 1 to 1000 items.
 */
export type CIAppCreatePipelineEventRequestDataArray = CIAppCreatePipelineEventRequestData[];

/** Either one event or a list of up to 1000. An object and a list are told apart by their JSON type. */
export type CIAppCreatePipelineEventRequestDataSingleOrArray =
  | CIAppCreatePipelineEventRequestData
  | (CIAppCreatePipelineEventRequestDataArray & { attributes?: null; type?: null });

/**
 * Kind of the entry. There is one kind.
 *
 * @defaultValue `"cipipeline_resource_request"`
 */
export type CIAppCreatePipelineEventRequestDataType = "cipipeline_resource_request";

/**
 * The commit that was built. Send it whenever a Git repository set off the run, and name either
 * `branch` or `tag`, not the two together.
 */
export interface CIAppGitInfo {
  /** Email address of the commit's author. */
  author_email: string;
  /** Name of the commit's author. */
  author_name?: string | null;
  /** When the author made the change, as an RFC 3339 text with its offset. */
  author_time?: string | null;
  /** Name of the branch; leave it out when a tag was built. */
  branch?: string | null;
  /** When the commit was made, as an RFC 3339 text with its offset. */
  commit_time?: string | null;
  /** Email address of the person who made the commit. */
  committer_email?: string | null;
  /** Name of the person who made the commit. */
  committer_name?: string | null;
  /** Branch that the repository opens with, such as `main`. */
  default_branch?: string | null;
  /** Text of the commit. */
  message?: string | null;
  /** Address of the repository, as one would clone it. */
  repository_url: string;
  /**
   * Full hash of the commit, 40 hexadecimal digits.
   *
   * Matches `^[0-9a-fA-F]{40}$`.
   */
  sha: string;
  /** Name of the tag; leave it out when a branch was built. */
  tag?: string | null;
}

/**
 * Groups a numeric facet into bins of equal width. `(max - min) / interval` is the number of bins and
 * may not be above 100.
 */
export interface CIAppGroupByHistogram {
  /** Width of one bin, in the unit of the facet. */
  interval: number;
  /** Upper end of the last bin. Larger values are left out. */
  max: number;
  /** Lower end of the first bin. Smaller values are left out. */
  min: number;
}

/** Value under which to count events that lack the facet. */
export type CIAppGroupByMissing = CIAppGroupByMissingString | CIAppGroupByMissingNumber;

/** Stand-in for a facet that holds numbers. */
export type CIAppGroupByMissingNumber = number;

/** Stand-in for a facet that holds text. */
export type CIAppGroupByMissingString = string;

/** Whether to add a bucket over all groups together, and what to call it. */
export type CIAppGroupByTotal = CIAppGroupByTotalBoolean | CIAppGroupByTotalString | CIAppGroupByTotalNumber;

/** With `true` the added bucket is called `$facet_total`; with `false` there is none. */
export type CIAppGroupByTotalBoolean = boolean;

/** Number to call the added bucket by. */
export type CIAppGroupByTotalNumber = number;

/** Text to call the added bucket by. */
export type CIAppGroupByTotalString = string;

/** The machine that did the work. */
export interface CIAppHostInfo {
  /** Fully qualified domain name of the machine. */
  hostname?: string;
  /** Labels by which the machine is chosen or told from others. */
  labels?: string[];
  /** Name that the CI system gives the machine. */
  name?: string;
  /** Folder of the checked-out code on the machine. */
  workspace?: string;
}

/** One stored event. */
export interface CIAppPipelineEvent {
  /** What is known about the event. */
  attributes?: CIAppPipelineEventAttributes;
  /** Identifier of the stored event. */
  id?: string;
  /** Kind of the entry. There is one kind. */
  type?: CIAppPipelineEventTypeName;
}

/** What is known about the event. */
export interface CIAppPipelineEventAttributes {
  /**
   * The event's own data, nested and free of form. `duration` and `start` are in nanoseconds, and those
   * since 1970 are too large to be exact as a JavaScript number; a commit's `date_timestamp` is in
   * milliseconds.
   */
  attributes?: {
    [key: string]: unknown;
  };
  /** Level of the event. `custom` appears in answers only; it cannot be sent. */
  ci_level?: CIAppPipelineLevel;
  /** Tags of the event, each `key:value`. A key may appear more than once. */
  tags?: string[];
}

/** A pipeline, build or workflow run that has ended. */
export interface CIAppPipelineEventFinishedPipeline {
  /**
   * When the run ended. RFC 3339 with milliseconds, at most 18 hours ago: the age limit is counted from
   * here, not from `start`.
   *
   * Format: `date-time`.
   */
  end: Date | string;
  /** Why the run failed. */
  error?: CIAppCIError | null;
  /** The commit that was built. */
  git?: CIAppGitInfo | null;
  /** Whether a person started the run by hand. */
  is_manual?: boolean | null;
  /** Whether the run went on after it had been blocked. */
  is_resumed?: boolean | null;
  /**
   * Marks the resource as a whole pipeline run.
   *
   * @defaultValue `"pipeline"`
   */
  level: CIAppPipelineEventPipelineLevel;
  /** Numbers of your own, each `key:value` with a numeric value. */
  metrics?: CIAppPipelineEventMetrics | null;
  /** Name of the pipeline. Keep it the same for all its runs; they are grouped by it. */
  name: string;
  /** The machine that the pipeline ran on. */
  node?: CIAppHostInfo | null;
  /** Inputs or environment variables, name to value. */
  parameters?: CIAppPipelineEventParameters | null;
  /** The run that started this one, if one did. */
  parent_pipeline?: CIAppPipelineEventParentPipeline | null;
  /** Whether this run repeats only some of the jobs of an earlier attempt. */
  partial_retry: boolean;
  /**
   * Identifier that the CI system uses for the run, which may stay the same when the run is retried. It
   * may equal `unique_id` if it never repeats.
   */
  pipeline_id?: string;
  /** The earlier attempt, if this run is a retry. */
  previous_attempt?: CIAppPipelineEventPreviousPipeline | null;
  /**
   * How long the run waited before it started, in milliseconds.
   *
   * At least 0.
   */
  queue_time?: number | null;
  /**
   * When the run began, waiting in the queue not counted. RFC 3339 with milliseconds; up to one year
   * before its end.
   *
   * Format: `date-time`.
   */
  start: Date | string;
  /** How the run ended. A run that was `blocked` may be resumed later. */
  status: CIAppPipelineEventPipelineStatus;
  /** Tags of your own, each `key:value`. */
  tags?: CIAppPipelineEventTags | null;
  /**
   * Identifier of this one run. A retry, even of some jobs only, needs another one. No format is
   * enforced.
   */
  unique_id: string;
  /** Web page of the run in the CI system. */
  url: string;
}

/**
 * A pipeline, build or workflow run that is still going on. It has no `end`; the finished run later
 * replaces it.
 */
export interface CIAppPipelineEventInProgressPipeline {
  /** Why the run failed. */
  error?: CIAppCIError | null;
  /** The commit that was built. */
  git?: CIAppGitInfo | null;
  /** Whether a person started the run by hand. */
  is_manual?: boolean | null;
  /** Whether the run went on after it had been blocked. */
  is_resumed?: boolean | null;
  /**
   * Marks the resource as a whole pipeline run.
   *
   * @defaultValue `"pipeline"`
   */
  level: CIAppPipelineEventPipelineLevel;
  /** Numbers of your own, each `key:value` with a numeric value. */
  metrics?: CIAppPipelineEventMetrics | null;
  /** Name of the pipeline. Keep it the same for all its runs; they are grouped by it. */
  name: string;
  /** The machine that the pipeline ran on. */
  node?: CIAppHostInfo | null;
  /** Inputs or environment variables, name to value. */
  parameters?: CIAppPipelineEventParameters | null;
  /** The run that started this one, if one did. */
  parent_pipeline?: CIAppPipelineEventParentPipeline | null;
  /** Whether this run repeats only some of the jobs of an earlier attempt. */
  partial_retry: boolean;
  /**
   * Identifier that the CI system uses for the run, which may stay the same when the run is retried. It
   * may equal `unique_id` if it never repeats.
   */
  pipeline_id?: string;
  /** The earlier attempt, if this run is a retry. */
  previous_attempt?: CIAppPipelineEventPreviousPipeline | null;
  /**
   * How long the run waited before it started, in milliseconds.
   *
   * At least 0.
   */
  queue_time?: number | null;
  /**
   * When the run began, waiting in the queue not counted. RFC 3339 with milliseconds.
   *
   * Format: `date-time`.
   */
  start: Date | string;
  /** Marks the run as not ended yet. */
  status: CIAppPipelineEventPipelineInProgressStatus;
  /** Tags of your own, each `key:value`. */
  tags?: CIAppPipelineEventTags | null;
  /**
   * Identifier of this one run. Send the same one again when the run has finished. No format is
   * enforced.
   */
  unique_id: string;
  /** Web page of the run in the CI system. */
  url: string;
}

/** A unit of work inside a pipeline run, ended, with or without a stage around it. */
export interface CIAppPipelineEventJob {
  /** Values of `id` of the jobs that had to end before this one. */
  dependencies?: string[] | null;
  /**
   * When the job ended. RFC 3339 with milliseconds, at most 18 hours ago.
   *
   * Format: `date-time`.
   */
  end: Date | string;
  /** Why the job failed. */
  error?: CIAppCIError | null;
  /** The commit that was built. */
  git?: CIAppGitInfo | null;
  /** Identifier of the job, unlike that of any other job of the run. No format is enforced. */
  id: string;
  /**
   * Marks the resource as a job.
   *
   * @defaultValue `"job"`
   */
  level: CIAppPipelineEventJobLevel;
  /** Numbers of your own, each `key:value` with a numeric value. */
  metrics?: CIAppPipelineEventMetrics | null;
  /** Name of the job. */
  name: string;
  /** The machine that ran the job. */
  node?: CIAppHostInfo | null;
  /** Inputs or environment variables, name to value. */
  parameters?: CIAppPipelineEventParameters | null;
  /** The `name` of the pipeline that this job belongs to. */
  pipeline_name: string;
  /** The `unique_id` of the pipeline run that this job belongs to. */
  pipeline_unique_id: string;
  /**
   * How long the job waited before it started, in milliseconds.
   *
   * At least 0.
   */
  queue_time?: number | null;
  /** The `id` of the stage around the job, if there is one. */
  stage_id?: string | null;
  /** The `name` of the stage around the job, if there is one. */
  stage_name?: string | null;
  /**
   * When the job began, waiting in the queue not counted. RFC 3339 with milliseconds.
   *
   * Format: `date-time`.
   */
  start: Date | string;
  /** How the job ended. */
  status: CIAppPipelineEventJobStatus;
  /** Tags of your own, each `key:value`. */
  tags?: CIAppPipelineEventTags | null;
  /** Web page of the job in the CI system. */
  url: string;
}

/**
 * Marks the resource as a job.
 *
 * @defaultValue `"job"`
 */
export type CIAppPipelineEventJobLevel = "job";

/** How the job ended. */
export type CIAppPipelineEventJobStatus = "success" | "error" | "canceled" | "skipped";

/**
 * Numbers of your own, each written `key:value` with a numeric value, such as `binary_size:1024`. The
 * key ends at the first colon.
 */
export type CIAppPipelineEventMetrics = string[];

/**
 * Inputs or environment variables of the run, name to value. They go in as a map and come back in
 * events as a list of `name:value` texts.
 */
export type CIAppPipelineEventParameters = {
  [key: string]: string;
};

/** The pipeline run that started this one. */
export interface CIAppPipelineEventParentPipeline {
  /** The `unique_id` of the parent run. No format is enforced. */
  id: string;
  /** Web page of the parent run in the CI system. */
  url?: string;
}

/** A run of a whole pipeline, told apart by `status`. */
export type CIAppPipelineEventPipeline =
  CIAppPipelineEventFinishedPipeline | CIAppPipelineEventInProgressPipeline;

/** Marks the run as not ended yet. */
export type CIAppPipelineEventPipelineInProgressStatus = "running";

/**
 * Marks the resource as a whole pipeline run.
 *
 * @defaultValue `"pipeline"`
 */
export type CIAppPipelineEventPipelineLevel = "pipeline";

/** How the run ended. A run that was `blocked` may be resumed later. */
export type CIAppPipelineEventPipelineStatus = "success" | "error" | "canceled" | "skipped" | "blocked";

/** The run that this one repeats. */
export interface CIAppPipelineEventPreviousPipeline {
  /** The `unique_id` of the earlier run. No format is enforced. */
  id: string;
  /** Web page of the earlier run in the CI system. */
  url?: string;
}

/** A group of jobs inside a pipeline run, ended. */
export interface CIAppPipelineEventStage {
  /** Values of `id` of the stages that had to end before this one. */
  dependencies?: string[] | null;
  /**
   * When the stage ended. RFC 3339 with milliseconds, at most 18 hours ago.
   *
   * Format: `date-time`.
   */
  end: Date | string;
  /** Why the stage failed. */
  error?: CIAppCIError | null;
  /** The commit that was built. */
  git?: CIAppGitInfo | null;
  /** Identifier of the stage, unlike that of any other stage of the run. No format is enforced. */
  id: string;
  /**
   * Marks the resource as a stage.
   *
   * @defaultValue `"stage"`
   */
  level: CIAppPipelineEventStageLevel;
  /** Numbers of your own, each `key:value` with a numeric value. */
  metrics?: CIAppPipelineEventMetrics | null;
  /** Name of the stage. */
  name: string;
  /** The machine that ran the stage. */
  node?: CIAppHostInfo | null;
  /** Inputs or environment variables, name to value. */
  parameters?: CIAppPipelineEventParameters | null;
  /** The `name` of the pipeline that this stage belongs to. */
  pipeline_name: string;
  /** The `unique_id` of the pipeline run that this stage belongs to. */
  pipeline_unique_id: string;
  /**
   * How long the stage waited before it started, in milliseconds.
   *
   * At least 0.
   */
  queue_time?: number | null;
  /**
   * When the stage began, waiting in the queue not counted. RFC 3339 with milliseconds.
   *
   * Format: `date-time`.
   */
  start: Date | string;
  /** How the stage ended. */
  status: CIAppPipelineEventStageStatus;
  /** Tags of your own, each `key:value`. */
  tags?: CIAppPipelineEventTags | null;
}

/**
 * Marks the resource as a stage.
 *
 * @defaultValue `"stage"`
 */
export type CIAppPipelineEventStageLevel = "stage";

/** How the stage ended. */
export type CIAppPipelineEventStageStatus = "success" | "error" | "canceled" | "skipped";

/** One command or action of a job, ended. The finest level there is. */
export interface CIAppPipelineEventStep {
  /**
   * When the step ended. RFC 3339 with milliseconds, at most 18 hours ago.
   *
   * Format: `date-time`.
   */
  end: Date | string;
  /** Why the step failed. */
  error?: CIAppCIError | null;
  /** The commit that was built. */
  git?: CIAppGitInfo | null;
  /** Identifier of the step, unlike that of any other step of the run. No format is enforced. */
  id: string;
  /** The `id` of the job around the step, if there is one. */
  job_id?: string | null;
  /** The `name` of the job around the step, if there is one. */
  job_name?: string | null;
  /**
   * Marks the resource as a step.
   *
   * @defaultValue `"step"`
   */
  level: CIAppPipelineEventStepLevel;
  /** Numbers of your own, each `key:value` with a numeric value. */
  metrics?: CIAppPipelineEventMetrics | null;
  /** Name of the step. */
  name: string;
  /** The machine that ran the step. */
  node?: CIAppHostInfo | null;
  /** Inputs or environment variables, name to value. */
  parameters?: CIAppPipelineEventParameters | null;
  /** The `name` of the pipeline that this step belongs to. */
  pipeline_name: string;
  /** The `unique_id` of the pipeline run that this step belongs to. */
  pipeline_unique_id: string;
  /** The `id` of the stage around the step, if there is one. */
  stage_id?: string | null;
  /** The `name` of the stage around the step, if there is one. */
  stage_name?: string | null;
  /**
   * When the step began. RFC 3339 with milliseconds.
   *
   * Format: `date-time`.
   */
  start: Date | string;
  /** How the step ended. */
  status: CIAppPipelineEventStepStatus;
  /** Tags of your own, each `key:value`. */
  tags?: CIAppPipelineEventTags | null;
  /** Web page of the step in the CI system. */
  url?: string | null;
}

/**
 * Marks the resource as a step.
 *
 * @defaultValue `"step"`
 */
export type CIAppPipelineEventStepLevel = "step";

/** How the step ended. */
export type CIAppPipelineEventStepStatus = "success" | "error";

/** Tags of your own, each written `key:value`, such as `team:backend`. The key ends at the first colon. */
export type CIAppPipelineEventTags = string[];

/** Kind of the entry. There is one kind. */
export type CIAppPipelineEventTypeName = "cipipeline";

/** Which events to find, in which order, how many at a time. Everything is optional. */
export interface CIAppPipelineEventsRequest {
  /** Which events to take, by query and by time. */
  filter?: CIAppPipelinesQueryFilter;
  /** How times in the query are read. Give `timezone` or `time_offset`; with both, the query fails. */
  options?: CIAppQueryOptions;
  /** How many events to answer, and where to go on. */
  page?: CIAppQueryPageOptions;
  /** Order of the events by time: `timestamp` for oldest first, `-timestamp` for newest first. */
  sort?: CIAppSort;
}

/** One page of events. An empty `data` is the end; a page that is only short is not. */
export interface CIAppPipelineEventsResponse {
  /** Events of this page. */
  data?: CIAppPipelineEvent[];
  /** Where to read on. */
  links?: CIAppResponseLinks;
  /** How a search went, and how to go on. */
  meta?: CIAppResponseMetadataWithPagination;
}

/** Level of the event. `custom` appears in answers only; it cannot be sent. */
export type CIAppPipelineLevel = "pipeline" | "stage" | "job" | "step" | "custom" | (string & {});

/** What to compute, over which events, in which groups. */
export interface CIAppPipelinesAggregateRequest {
  /** What to compute in each bucket. The answer names the results by position, `c0`, `c1` and so on. */
  compute?: CIAppCompute[];
  /** Which events to take, by query and by time. */
  filter?: CIAppPipelinesQueryFilter;
  /** Facets to group by. Without any, all events fall into one bucket. */
  group_by?: CIAppPipelinesGroupBy[];
  /** How times in the query are read. Give `timezone` or `time_offset`; with both, the query fails. */
  options?: CIAppQueryOptions;
}

/** Buckets of the result. */
export interface CIAppPipelinesAggregationBucketsResponse {
  /** One bucket for each group. Empty if no event matched; one bucket if nothing was grouped. */
  buckets?: CIAppPipelinesBucketResponse[];
}

/** Result of an aggregation. */
export interface CIAppPipelinesAnalyticsAggregateResponse {
  /** Buckets of the result. */
  data?: CIAppPipelinesAggregationBucketsResponse;
  /** Where to read on. */
  links?: CIAppResponseLinks;
  /** How an aggregation went. */
  meta?: CIAppResponseMetadata;
}

/** One group and what was computed for it. */
export interface CIAppPipelinesBucketResponse {
  /**
   * Value of each facet of the group, under the facet's own text such as `@ci.status`. Empty if nothing
   * was grouped.
   */
  by?: {
    [key: string]: unknown;
  };
  /** Computed values in the order of the request: `c0` is the first. */
  computes?: {
    [key: string]: CIAppAggregateBucketValue | null;
  };
}

/** One facet to group by. */
export interface CIAppPipelinesGroupBy {
  /**
   * Facet whose values make the groups, such as `@ci.status`. Its text becomes the key in the answer's
   * `by`.
   */
  facet: string;
  /**
   * Groups a numeric facet into bins of equal width. `(max - min) / interval` is the number of bins and
   * may not be above 100.
   */
  histogram?: CIAppGroupByHistogram;
  /**
   * Most buckets to answer for this facet.
   *
   * @defaultValue `10`
   */
  limit?: number;
  /** Value under which to count events that lack the facet. */
  missing?: CIAppGroupByMissing;
  /** Order of the buckets of one facet. Sorting by `measure` needs `aggregation`. */
  sort?: CIAppAggregateSort;
  /** Whether to add a bucket over all groups together, and what to call it. */
  total?: CIAppGroupByTotal;
}

/** Which events to take, by query and by time. */
export interface CIAppPipelinesQueryFilter {
  /**
   * Start of the time window: date math such as `now-1h`, an ISO 8601 time, or milliseconds since 1970
   * as text.
   *
   * @defaultValue `"now-15m"`
   */
  from?: string;
  /**
   * Search query in the syntax of the CI Visibility Explorer, such as `@ci.status:error`.
   *
   * @defaultValue `"*"`
   */
  query?: string;
  /**
   * End of the time window, in any of the forms that `from` takes.
   *
   * @defaultValue `"now"`
   */
  to?: string;
}

/** How times in the query are read. Give `timezone` or `time_offset`; with both, the query fails. */
export interface CIAppQueryOptions {
  /** Shift of the query's times, in seconds. */
  time_offset?: number;
  /**
   * A time zone: `UTC`, `GMT`, an offset such as `UTC+1`, or a name such as `Europe/Paris`.
   *
   * @defaultValue `"UTC"`
   */
  timezone?: string;
}

/** How many events to answer, and where to go on. */
export interface CIAppQueryPageOptions {
  /** The `meta.page.after` of the page before. Send it with the other parameters unchanged. */
  cursor?: string;
  /**
   * Most events in one page. A large page saves requests where many events are read.
   *
   * 1 to 1000.
   *
   * @defaultValue `10`
   */
  limit?: number;
}

/** Where to read on. */
export interface CIAppResponseLinks {
  /**
   * Address of the next page as a GET list, also when the page came from a POST search. It may be there
   * on the last page too. Go on with the cursor instead, and never send keys to an address from an
   * answer.
   */
  next?: string;
}

/** How an aggregation went. */
export interface CIAppResponseMetadata {
  /** Time that the service took, in milliseconds. */
  elapsed?: number;
  /** Identifier of this request, to quote when asking for support. */
  request_id?: string;
  /** Whether all the data was read. After `timeout` the answer holds what was found until then. */
  status?: CIAppResponseStatus;
  /** Troubles that did not stop the request. If there are any, the answer may be only a part. */
  warnings?: CIAppWarning[];
}

/** How a search went, and how to go on. */
export interface CIAppResponseMetadataWithPagination {
  /** Time that the service took, in milliseconds. */
  elapsed?: number;
  /** Position of this page. */
  page?: CIAppResponsePage;
  /** Identifier of this request, to quote when asking for support. */
  request_id?: string;
  /** Whether all the data was read. After `timeout` the answer holds what was found until then. */
  status?: CIAppResponseStatus;
  /** Troubles that did not stop the request. If there are any, the answer may be only a part. */
  warnings?: CIAppWarning[];
}

/** Position of this page. */
export interface CIAppResponsePage {
  /**
   * Cursor of the next page. It may be there on the last page too, so a page without events is what ends
   * a listing.
   */
  after?: string;
}

/** Whether all the data was read. After `timeout` the answer holds what was found until then. */
export type CIAppResponseStatus = "done" | "timeout" | (string & {});

/** Order of the events by time: `timestamp` for oldest first, `-timestamp` for newest first. */
export type CIAppSort = "timestamp" | "-timestamp";

/** `asc` puts the smallest first, `desc` the largest. */
export type CIAppSortOrder = "asc" | "desc";

/** One trouble that did not stop the request. */
export interface CIAppWarning {
  /** Fixed code of this kind of warning, such as `unknown_index`. */
  code?: string;
  /** What this warning is about in this request. */
  detail?: string;
  /** The warning in one sentence. */
  title?: string;
}

/** One reason why events were not accepted. */
export interface HTTPCIAppError {
  /** What went wrong with this request. */
  detail?: string;
  /** The HTTP status code as text, for example `"400"`. */
  status?: string;
  /** Short name of the kind of error. */
  title?: string;
}

/** What a failed send answers. */
export interface HTTPCIAppErrors {
  /** One entry for each thing that went wrong. */
  errors?: HTTPCIAppError[];
}
