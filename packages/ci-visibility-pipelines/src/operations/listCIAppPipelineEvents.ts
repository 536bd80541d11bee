// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  cursorPages,
  definePagedOperation,
  jsonAnswer,
  partialWhen,
  type Client,
  type PagedCall,
  type PagedCallOptions,
} from "@clientwright/runtime";
import { api } from "../client.js";
import type { ListCIAppPipelineEventsError } from "../errors.js";
import type { CIAppPipelineEvent, CIAppPipelineEventsResponse, CIAppSort } from "../types.js";

/** Parameters of `listCIAppPipelineEvents`. */
export interface ListCIAppPipelineEventsParams {
  /** Sent as `filter[query]`, `filter[from]`, `filter[to]`. */
  filter?: {
    /** Search query, written like one for logs, such as `@ci.status:error`. */
    query?: string;
    /** Start of the time window: an ISO 8601 time, or date math such as `now-15m`. */
    from?: string;
    /** End of the time window, in any of the forms that its start takes. */
    to?: string;
  };
  /** Order of the events. */
  sort?: CIAppSort;
  /** Sent as `page[cursor]`, `page[limit]`. */
  page?: {
    /** The `meta.page.after` of the page before. Send it with the other parameters unchanged. */
    cursor?: string;
    /**
     * Most events in one page. A large page saves requests where many events are read.
     *
     * 1 to 1000.
     */
    limit?: number;
  };
}

const operation = /* @__PURE__ */ definePagedOperation<
  ListCIAppPipelineEventsParams | undefined,
  CIAppPipelineEvent,
  CIAppPipelineEventsResponse,
  ListCIAppPipelineEventsError
>({
  api,
  id: "listCIAppPipelineEvents",
  method: "GET",
  path: "/api/v2/ci/pipelines/events",
  idempotency: "safe",
  security: [["apiKeyAuth", "appKeyAuth"], ["AuthZ"]],
  params: [
    { in: "query", name: "filter[query]", key: ["filter", "query"] },
    { in: "query", name: "filter[from]", key: ["filter", "from"] },
    { in: "query", name: "filter[to]", key: ["filter", "to"] },
    { in: "query", name: "sort" },
    { in: "query", name: "page[cursor]", key: ["page", "cursor"] },
    { in: "query", name: "page[limit]", key: ["page", "limit"] },
  ],
  answers: { 200: jsonAnswer },
  page: /* @__PURE__ */ cursorPages({
    items: ["data"],
    cursor: ["page", "cursor"],
    next: ["meta", "page", "after"],
    end: "empty-page",
  }),
  partial: /* @__PURE__ */ partialWhen([
    { at: ["meta", "status"], equals: "timeout" },
    { at: ["meta", "warnings"] },
  ]),
});

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
 * @param client - Where and how the call is made.
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
 *
 * @example
 * ```ts
 * for await (const item of listCIAppPipelineEvents(client)) console.log(item);
 * ```
 */
export function listCIAppPipelineEvents(
  client: Client,
  params?: ListCIAppPipelineEventsParams,
  options?: PagedCallOptions,
): PagedCall<CIAppPipelineEvent, CIAppPipelineEventsResponse, ListCIAppPipelineEventsError> {
  return operation(client, params, options);
}
