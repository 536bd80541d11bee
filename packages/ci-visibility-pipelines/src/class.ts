// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import type {
  BatchCall,
  BatchOptions,
  Call,
  CallOptions,
  Client,
  PagedCall,
  PagedCallOptions,
} from "@clientwright/runtime";
import type {
  AggregateCIAppPipelineEventsError,
  CreateCIAppPipelineEventError,
  ListCIAppPipelineEventsError,
  SearchCIAppPipelineEventsError,
} from "./errors.js";
import { aggregateCIAppPipelineEvents } from "./operations/aggregateCIAppPipelineEvents.js";
import { batchCreateCIAppPipelineEvent } from "./operations/batchCreateCIAppPipelineEvent.js";
import { createCIAppPipelineEvent } from "./operations/createCIAppPipelineEvent.js";
import {
  listCIAppPipelineEvents,
  type ListCIAppPipelineEventsParams,
} from "./operations/listCIAppPipelineEvents.js";
import { searchCIAppPipelineEvents } from "./operations/searchCIAppPipelineEvents.js";
import type {
  CIAppCreatePipelineEventRequest,
  CIAppCreatePipelineEventRequestData,
  CIAppPipelineEvent,
  CIAppPipelineEventsRequest,
  CIAppPipelineEventsResponse,
  CIAppPipelinesAggregateRequest,
  CIAppPipelinesAnalyticsAggregateResponse,
} from "./types.js";

/** CI Visibility Pipelines: every operation of this package as a method. It ships all of them; import single functions to ship less. */
export class CIVisibilityPipelines {
  readonly client: Client;

  /** @param client - Where and how the calls are made. */
  constructor(client: Client) {
    this.client = client;
  }

  /**
   * Send pipeline events.
   *
   * Records one event, or a batch of up to 1000. An event's end may lie at most 18 hours back, and at
   * most one year after its start. An event sent twice with the same identifier and times is stored
   * once, so a failed send may be repeated.
   *
   * `POST /api/v2/ci/pipeline`. Tried again after network faults and temporary failures: it is
   * idempotent. Needs `apiKey`. `batchCreateCIAppPipelineEvent` sends any number of items.
   *
   * Documentation: Send pipeline event,
   * https://docs.datadoghq.com/api/latest/ci-visibility-pipelines/#send-pipeline-event
   *
   * @param body - The event or the batch of events.
   * @param options - Replace the client's options for this call.
   *
   * @returns Nothing: the answer has no content.
   *
   * @throws `ApiError` with status 400: Bad Request. The body is not valid JSON, or an event lacks what
   * its level requires.
   * @throws `ApiError` with status 401: Unauthorized. The request does not show who sends it, as when it
   * has no API key.
   * @throws `ApiError` with status 403: Forbidden. The API key is wrong, is of another site, or may not
   * send events.
   * @throws `ApiError` with status 408: Request Timeout. The body took too long to arrive; sending it
   * again is safe.
   * @throws `ApiError` with status 413: Payload Too Large. The body has too many bytes; send fewer
   * events at once.
   * @throws `RateLimitError` with status 429: Too Many Requests. The rate limit is used up; the headers
   * say when it opens again.
   * @throws `ApiError` with status 500: Internal Server Error. The service failed; sending the same
   * events again is safe.
   * @throws `ApiError` with status 503: Service Unavailable. The service is overloaded or down for a
   * short time; send again later.
   * @throws `ApiError` with any other status that is not a success.
   * @throws `TransportError` when no answer arrives in time, or none that can be read.
   */
  createCIAppPipelineEvent(
    body: CIAppCreatePipelineEventRequest,
    options?: CallOptions,
  ): Call<undefined, CreateCIAppPipelineEventError> {
    return createCIAppPipelineEvent(this.client, body, options);
  }

  /**
   * Sends any number of items with `createCIAppPipelineEvent`, in as many requests as it takes, each
   * with at most 1000 items and 5242880 bytes unless you say otherwise.
   *
   * Awaited, it gives a summary with the items that failed. Iterated, it gives what became of each
   * request, with its items, in the order in which the requests end. Every item that is taken is in
   * exactly one outcome, so what failed can be sent again. The source is read only as fast as the items
   * can be sent.
   *
   * @param items - Anything that can be iterated: an array, a generator, a stream. It is taken once.
   * @param options - Limits, concurrency and progress of the batch, and the options of its requests.
   *
   * @returns The summary when awaited; an outcome a request when iterated.
   *
   * @throws `BatchStoppedError` when the source was not taken as a whole: it threw, the signal ended the
   * batch, or the client lacks a key. Requests that fail do not throw.
   */
  batchCreateCIAppPipelineEvent(
    items:
      | readonly CIAppCreatePipelineEventRequestData[]
      | Iterable<CIAppCreatePipelineEventRequestData>
      | AsyncIterable<CIAppCreatePipelineEventRequestData>,
    options?: BatchOptions,
  ): BatchCall<CIAppCreatePipelineEventRequestData, undefined, CreateCIAppPipelineEventError> {
    return batchCreateCIAppPipelineEvent(this.client, items, options);
  }

  /**
   * List pipeline events.
   *
   * Finds the events that match a query, one page at a time, newest first unless sorted.
   *
   * `GET /api/v2/ci/pipelines/events`. Tried again after network faults and temporary failures: it is
   * safe. Needs `apiKey` and `appKey`, or `accessToken`. Scope: `ci_visibility_read`.
   *
   * Documentation: Get a list of pipelines events,
   * https://docs.datadoghq.com/api/latest/ci-visibility-pipelines/#get-a-list-of-pipelines-events
   *
   * @param params - Parameters. All are optional.
   * @param options - Replace the client's options for this call.
   *
   * @returns The first page when awaited; the items of all pages when iterated. Each page: One page of
   * events.
   *
   * @throws `ApiError` with status 400: Bad Request. The service could not read the query or the body.
   * @throws `ApiError` with status 403: Not Authorized. A key is wrong, or it lacks the permission that
   * this operation asks for.
   * @throws `RateLimitError` with status 429: Too many requests. The rate limit is used up; the headers
   * say when it opens again.
   * @throws `ApiError` with any other status that is not a success.
   * @throws `TransportError` when no answer arrives in time, or none that can be read.
   * @throws `PartialAnswerError` when the answer says that it is not whole and the option `onPartial` is
   * `"error"`.
   */
  listCIAppPipelineEvents(
    params?: ListCIAppPipelineEventsParams,
    options?: PagedCallOptions,
  ): PagedCall<CIAppPipelineEvent, CIAppPipelineEventsResponse, ListCIAppPipelineEventsError> {
    return listCIAppPipelineEvents(this.client, params, options);
  }

  /**
   * Search pipeline events.
   *
   * Finds the events that match a query, one page at a time, newest first unless sorted. It answers like
   * the list operation, and takes its query in the body.
   *
   * `POST /api/v2/ci/pipelines/events/search`. Tried again after network faults and temporary failures:
   * it is safe. Needs `apiKey` and `appKey`, or `accessToken`. Scope: `ci_visibility_read`.
   *
   * Documentation: Search pipelines events,
   * https://docs.datadoghq.com/api/latest/ci-visibility-pipelines/#search-pipelines-events
   *
   * @param body - The query. Without a body, the newest events of the last 15 minutes are found.
   * @param options - Replace the client's options for this call.
   *
   * @returns The first page when awaited; the items of all pages when iterated. Each page: One page of
   * events.
   *
   * @throws `ApiError` with status 400: Bad Request. The service could not read the query or the body.
   * @throws `ApiError` with status 403: Not Authorized. A key is wrong, or it lacks the permission that
   * this operation asks for.
   * @throws `RateLimitError` with status 429: Too many requests. The rate limit is used up; the headers
   * say when it opens again.
   * @throws `ApiError` with any other status that is not a success.
   * @throws `TransportError` when no answer arrives in time, or none that can be read.
   * @throws `PartialAnswerError` when the answer says that it is not whole and the option `onPartial` is
   * `"error"`.
   */
  searchCIAppPipelineEvents(
    body?: CIAppPipelineEventsRequest,
    options?: PagedCallOptions,
  ): PagedCall<CIAppPipelineEvent, CIAppPipelineEventsResponse, SearchCIAppPipelineEventsError> {
    return searchCIAppPipelineEvents(this.client, body, options);
  }

  /**
   * Aggregate pipeline events.
   *
   * Computes numbers or series over the events that match a query, for all together or by facet.
   *
   * `POST /api/v2/ci/pipelines/analytics/aggregate`. Tried again after network faults and temporary
   * failures: it is safe. Needs `apiKey` and `appKey`, or `accessToken`. Scope: `ci_visibility_read`.
   *
   * Documentation: Aggregate pipelines events,
   * https://docs.datadoghq.com/api/latest/ci-visibility-pipelines/#aggregate-pipelines-events
   *
   * @param body - What to compute, over which events, in which groups.
   * @param options - Replace the client's options for this call.
   *
   * @returns Buckets of computed values.
   *
   * @throws `ApiError` with status 400: Bad Request. The service could not read the query or the body.
   * @throws `ApiError` with status 403: Not Authorized. A key is wrong, or it lacks the permission that
   * this operation asks for.
   * @throws `RateLimitError` with status 429: Too many requests. The rate limit is used up; the headers
   * say when it opens again.
   * @throws `ApiError` with any other status that is not a success.
   * @throws `TransportError` when no answer arrives in time, or none that can be read.
   * @throws `PartialAnswerError` when the answer says that it is not whole and the option `onPartial` is
   * `"error"`.
   */
  aggregateCIAppPipelineEvents(
    body: CIAppPipelinesAggregateRequest,
    options?: CallOptions,
  ): Call<CIAppPipelinesAnalyticsAggregateResponse, AggregateCIAppPipelineEventsError> {
    return aggregateCIAppPipelineEvents(this.client, body, options);
  }
}
