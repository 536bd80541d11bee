// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.

export {
  AbortError,
  ApiError,
  ClientwrightError,
  ConfigurationError,
  ConnectionError,
  DecodeError,
  RateLimitError,
  TimeoutError,
  createLogger,
} from "@clientwright/runtime";

export type {
  Call,
  CallAnswer,
  CallOptions,
  Client,
  Credential,
  Logger,
  LoggerOptions,
  Middleware,
  MiddlewareContext,
  RateLimit,
  Result,
  RetryEvent,
  RetryOptions,
  TimeoutOptions,
  TransportError,
  UndocumentedStatus,
} from "@clientwright/runtime";

export { CodeCoverage } from "./class.js";

export { createClient } from "./client.js";

export type { ClientOptions } from "./client.js";

export type { GetCodeCoverageBranchSummaryError, GetCodeCoverageCommitSummaryError } from "./errors.js";

export { getCodeCoverageBranchSummary } from "./operations/getCodeCoverageBranchSummary.js";

export { getCodeCoverageCommitSummary } from "./operations/getCodeCoverageCommitSummary.js";

export type {
  APIErrorResponse,
  BranchCoverageSummaryRequest,
  BranchCoverageSummaryRequestAttributes,
  BranchCoverageSummaryRequestData,
  BranchCoverageSummaryRequestType,
  CommitCoverageSummaryRequest,
  CommitCoverageSummaryRequestAttributes,
  CommitCoverageSummaryRequestData,
  CommitCoverageSummaryRequestType,
  CoverageSummaryAttributes,
  CoverageSummaryCodeownerStats,
  CoverageSummaryData,
  CoverageSummaryResponse,
  CoverageSummaryServiceStats,
  CoverageSummaryType,
} from "./types.js";
