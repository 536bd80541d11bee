// Generated from spec/ci-visibility-pipelines/openapi.yaml. Do not edit: change spec/ or generator/src/emit/.

export {
  AbortError,
  ApiError,
  BatchItemError,
  BatchStoppedError,
  ClientwrightError,
  ConfigurationError,
  ConnectionError,
  DecodeError,
  PartialAnswerError,
  RateLimitError,
  TimeoutError,
  createLogger,
} from "@clientwright/runtime";

export type {
  BatchCall,
  BatchFailure,
  BatchOptions,
  BatchOutcome,
  BatchProgress,
  BatchSummary,
  Call,
  CallAnswer,
  CallOptions,
  Client,
  Credential,
  Logger,
  Middleware,
  Page,
  PagedCall,
  PagedCallOptions,
  PagesOptions,
  PartialAnswer,
  PartialReason,
  RateLimit,
  Result,
  RetryOptions,
  TransportError,
  UndocumentedStatus,
} from "@clientwright/runtime";

export { CIVisibilityPipelines } from "./class.js";

export { createClient } from "./client.js";

export type { ClientOptions } from "./client.js";

export type {
  CreateCIAppPipelineEventError,
  ListCIAppPipelineEventsError,
  SearchCIAppPipelineEventsError,
  AggregateCIAppPipelineEventsError,
} from "./errors.js";

export { createCIAppPipelineEvent } from "./operations/createCIAppPipelineEvent.js";

export { batchCreateCIAppPipelineEvent } from "./operations/batchCreateCIAppPipelineEvent.js";

export { listCIAppPipelineEvents } from "./operations/listCIAppPipelineEvents.js";

export type { ListCIAppPipelineEventsParams } from "./operations/listCIAppPipelineEvents.js";

export { searchCIAppPipelineEvents } from "./operations/searchCIAppPipelineEvents.js";

export { aggregateCIAppPipelineEvents } from "./operations/aggregateCIAppPipelineEvents.js";

export { isKnownCIAppPipelineLevel, isKnownCIAppResponseStatus } from "./enums.js";

export {
  finishedPipeline,
  isBucketValueNumber,
  isBucketValuePoints,
  isBucketValueText,
  isDataBatch,
  isDataSingle,
  isFinishedPipeline,
  isJob,
  isKnownBucketValue,
  isKnownData,
  isKnownMissing,
  isKnownPipeline,
  isKnownResource,
  isKnownTotal,
  isMissingNumber,
  isMissingText,
  isRunningPipeline,
  isStage,
  isStep,
  isTotalFlag,
  isTotalNumber,
  isTotalText,
  job,
  matchBucketValue,
  matchData,
  matchMissing,
  matchPipeline,
  matchResource,
  matchTotal,
  runningPipeline,
  stage,
  step,
} from "./unions.js";

export type {
  APIErrorResponse,
  CIAppAggregateBucketValue,
  CIAppAggregateBucketValueSingleNumber,
  CIAppAggregateBucketValueSingleString,
  CIAppAggregateBucketValueTimeseries,
  CIAppAggregateBucketValueTimeseriesPoint,
  CIAppAggregateSort,
  CIAppAggregateSortType,
  CIAppAggregationFunction,
  CIAppCIError,
  CIAppCIErrorDomain,
  CIAppCompute,
  CIAppComputeType,
  CIAppCreatePipelineEventRequest,
  CIAppCreatePipelineEventRequestAttributes,
  CIAppCreatePipelineEventRequestAttributesResource,
  CIAppCreatePipelineEventRequestData,
  CIAppCreatePipelineEventRequestDataArray,
  CIAppCreatePipelineEventRequestDataSingleOrArray,
  CIAppCreatePipelineEventRequestDataType,
  CIAppGitInfo,
  CIAppGroupByHistogram,
  CIAppGroupByMissing,
  CIAppGroupByMissingNumber,
  CIAppGroupByMissingString,
  CIAppGroupByTotal,
  CIAppGroupByTotalBoolean,
  CIAppGroupByTotalNumber,
  CIAppGroupByTotalString,
  CIAppHostInfo,
  CIAppPipelineEvent,
  CIAppPipelineEventAttributes,
  CIAppPipelineEventFinishedPipeline,
  CIAppPipelineEventInProgressPipeline,
  CIAppPipelineEventJob,
  CIAppPipelineEventJobLevel,
  CIAppPipelineEventJobStatus,
  CIAppPipelineEventMetrics,
  CIAppPipelineEventParameters,
  CIAppPipelineEventParentPipeline,
  CIAppPipelineEventPipeline,
  CIAppPipelineEventPipelineInProgressStatus,
  CIAppPipelineEventPipelineLevel,
  CIAppPipelineEventPipelineStatus,
  CIAppPipelineEventPreviousPipeline,
  CIAppPipelineEventStage,
  CIAppPipelineEventStageLevel,
  CIAppPipelineEventStageStatus,
  CIAppPipelineEventStep,
  CIAppPipelineEventStepLevel,
  CIAppPipelineEventStepStatus,
  CIAppPipelineEventTags,
  CIAppPipelineEventTypeName,
  CIAppPipelineEventsRequest,
  CIAppPipelineEventsResponse,
  CIAppPipelineLevel,
  CIAppPipelinesAggregateRequest,
  CIAppPipelinesAggregationBucketsResponse,
  CIAppPipelinesAnalyticsAggregateResponse,
  CIAppPipelinesBucketResponse,
  CIAppPipelinesGroupBy,
  CIAppPipelinesQueryFilter,
  CIAppQueryOptions,
  CIAppQueryPageOptions,
  CIAppResponseLinks,
  CIAppResponseMetadata,
  CIAppResponseMetadataWithPagination,
  CIAppResponsePage,
  CIAppResponseStatus,
  CIAppSort,
  CIAppSortOrder,
  CIAppWarning,
  HTTPCIAppError,
  HTTPCIAppErrors,
} from "./types.js";
