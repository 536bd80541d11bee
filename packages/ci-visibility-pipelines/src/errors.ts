// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import type {
  ApiError,
  PartialAnswerError,
  RateLimitError,
  TransportError,
  UndocumentedStatus,
} from "@clientwright/runtime";
import type { APIErrorResponse, HTTPCIAppErrors } from "./types.js";

/** What `createCIAppPipelineEvent` can fail with; `status` tells the documented ones apart. */
export type CreateCIAppPipelineEventError =
  | ApiError<400, HTTPCIAppErrors>
  | ApiError<401, HTTPCIAppErrors>
  | ApiError<403, HTTPCIAppErrors>
  | ApiError<408, HTTPCIAppErrors>
  | ApiError<413, HTTPCIAppErrors>
  | RateLimitError<HTTPCIAppErrors>
  | ApiError<500, HTTPCIAppErrors>
  | ApiError<503, HTTPCIAppErrors>
  | ApiError<UndocumentedStatus<400 | 401 | 403 | 408 | 413 | 429 | 500 | 503>, HTTPCIAppErrors>
  | TransportError;

/** What `listCIAppPipelineEvents` can fail with; `status` tells the documented ones apart. */
export type ListCIAppPipelineEventsError =
  | ApiError<400, APIErrorResponse>
  | ApiError<403, APIErrorResponse>
  | RateLimitError<APIErrorResponse>
  | ApiError<UndocumentedStatus<400 | 403 | 429>, APIErrorResponse>
  | TransportError
  | PartialAnswerError;

/** What `searchCIAppPipelineEvents` can fail with; `status` tells the documented ones apart. */
export type SearchCIAppPipelineEventsError =
  | ApiError<400, APIErrorResponse>
  | ApiError<403, APIErrorResponse>
  | RateLimitError<APIErrorResponse>
  | ApiError<UndocumentedStatus<400 | 403 | 429>, APIErrorResponse>
  | TransportError
  | PartialAnswerError;

/** What `aggregateCIAppPipelineEvents` can fail with; `status` tells the documented ones apart. */
export type AggregateCIAppPipelineEventsError =
  | ApiError<400, APIErrorResponse>
  | ApiError<403, APIErrorResponse>
  | RateLimitError<APIErrorResponse>
  | ApiError<UndocumentedStatus<400 | 403 | 429>, APIErrorResponse>
  | TransportError
  | PartialAnswerError;
