// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import type { ApiError, RateLimitError, TransportError, UndocumentedStatus } from "@clientwright/runtime";
import type { APIErrorResponse } from "./types.js";

/** What `getCodeCoverageBranchSummary` can fail with; `status` tells the documented ones apart. */
export type GetCodeCoverageBranchSummaryError =
  | ApiError<400, APIErrorResponse>
  | ApiError<403, APIErrorResponse>
  | ApiError<404, APIErrorResponse>
  | RateLimitError<APIErrorResponse>
  | ApiError<500, APIErrorResponse>
  | ApiError<UndocumentedStatus<400 | 403 | 404 | 429 | 500>, APIErrorResponse>
  | TransportError;

/** What `getCodeCoverageCommitSummary` can fail with; `status` tells the documented ones apart. */
export type GetCodeCoverageCommitSummaryError =
  | ApiError<400, APIErrorResponse>
  | ApiError<403, APIErrorResponse>
  | ApiError<404, APIErrorResponse>
  | RateLimitError<APIErrorResponse>
  | ApiError<500, APIErrorResponse>
  | ApiError<UndocumentedStatus<400 | 403 | 404 | 429 | 500>, APIErrorResponse>
  | TransportError;
