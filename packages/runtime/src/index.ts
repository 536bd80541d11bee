export { defineApi } from "./api.js";
export type { ApiDefinition, ServerDefinition, ServerVariable } from "./api.js";
export { basicLogin, bearerToken } from "./security/http.js";
export { cookieKey, headerKey, queryKey } from "./security/key.js";
export type { CredentialPlaces, CredentialSource, KeySource, SecurityScheme } from "./security/scheme.js";
export { createClient } from "./client.js";
export type { Client } from "./client.js";
export type { Call, CallAnswer, Result } from "./call.js";
export { defineBodyOperation, defineOperation } from "./operation.js";
export type {
  BodyOperationDefinition,
  Operation,
  OperationDefinition,
  RunnableOperation,
} from "./operation.js";
export type { CallOptions, ClientOptions, Credential, Fetch, TimeoutOptions } from "./options.js";
export type { PlacedInput } from "./request/place.js";
export type { HeaderMap } from "./request/header-map.js";
export type { ParameterDefinition, ParameterStyle, Serialization } from "./request/parameters.js";

export type { BodyCodec, EncodedBody } from "./body/codec.js";
export { binary } from "./body/binary.js";
export type { BinaryBody } from "./body/binary.js";
export { form } from "./body/form.js";
export type { FieldEncoding } from "./body/form.js";
export { json, jsonAs } from "./body/json.js";
export { multipart } from "./body/multipart.js";
export type { PartEncoding } from "./body/multipart.js";
export { text } from "./body/text.js";

export type { AnswerDecoder, DecodeTools } from "./answer/decoder.js";
export { blobAnswer } from "./answer/blob.js";
export { jsonEvents, textEvents } from "./answer/events.js";
export type { ServerSentEvent } from "./answer/events.js";
export type { ItemStream } from "./answer/item-stream.js";
export { jsonAnswer } from "./answer/json.js";
export { jsonLines, jsonSequence } from "./answer/json-items.js";
export { none } from "./answer/none.js";
export { textAnswer } from "./answer/text.js";

export { ClientwrightError } from "./errors/base.js";
export type { CallFacts, ErrorSummary } from "./errors/base.js";
export { AbortError } from "./errors/abort-error.js";
export { ApiError } from "./errors/api-error.js";
export type { ApiErrorDetails } from "./errors/api-error.js";
export { ConfigurationError } from "./errors/configuration-error.js";
export { ConnectionError } from "./errors/connection-error.js";
export { DecodeError } from "./errors/decode-error.js";
export type { DecodeErrorDetails } from "./errors/decode-error.js";
export { RateLimitError } from "./errors/rate-limit-error.js";
export type { ErrorStatus, SuccessStatus, UndocumentedStatus } from "./errors/status.js";
export { TimeoutError } from "./errors/timeout-error.js";
export type { TransportError } from "./errors/transport-error.js";

export { createLogger } from "./create-logger.js";
export type { LoggerOptions, LogLevel } from "./create-logger.js";
export type { Logger, LogMethod } from "./logger.js";
export type { CallOutcome, Middleware, MiddlewareContext } from "./middleware.js";
export type { RateLimit } from "./retry/rate-limit.js";
export type { RetryEvent, RetryOptions } from "./retry/options.js";

export { countedPages } from "./paging/counted.js";
export type { CountedPages } from "./paging/counted.js";
export { cursorPages } from "./paging/cursor.js";
export type { CursorPages } from "./paging/cursor.js";
export { linkPages } from "./paging/link.js";
export type { LinkPages } from "./paging/link.js";
export type { PagedBodyOperationDefinition } from "./paging/load.js";
export type { Page } from "./paging/page.js";
export type { PagedCallOptions, PagesOptions } from "./paging/options.js";
export type { PagedCall } from "./paging/paged-call.js";
export { definePagedBodyOperation, definePagedOperation } from "./paging/paged-operation.js";
export type { PagedOperation, PagedOperationDefinition } from "./paging/paged-operation.js";
export { partialWhen } from "./paging/partial.js";
export type { PartialAnswer, PartialCheck, PartialReason, PartialRule } from "./paging/partial.js";
export type { AnswerPlace } from "./paging/place.js";
export type { EndRule, PageAnswer, PageRequest, PageStyle, Position } from "./paging/style.js";
export type { Sequence } from "./sequence.js";
export { PartialAnswerError } from "./errors/partial-answer-error.js";

export { hasKey, hasTag, hasType, isOneOf, unmatched } from "./union.js";
export type { JsonType, Scalar, WithoutTags } from "./union.js";
export { definePartialBodyOperation, definePartialOperation } from "./paging/partial-operation.js";

export type { BatchCall } from "./batch/batch-call.js";
export { defineBatch, defineBodyBatch } from "./batch/batch-operation.js";
export type { BatchDefinition, BatchOperation } from "./batch/batch-operation.js";
export type { BatchOptions } from "./batch/options.js";
export type {
  BatchFailure,
  BatchOutcome,
  BatchProgress,
  BatchSuccess,
  BatchSummary,
} from "./batch/outcome.js";
export { BatchItemError } from "./errors/batch-item-error.js";
export { BatchStoppedError } from "./errors/batch-stopped-error.js";
