// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  cursorPages,
  definePagedBodyOperation,
  json,
  jsonAnswer,
  partialWhen,
  type Client,
  type PagedCall,
  type PagedCallOptions,
} from "@clientwright/runtime";
import { api } from "../client.js";
import type { SearchCIAppPipelineEventsError } from "../errors.js";
import type {
  CIAppPipelineEvent,
  CIAppPipelineEventsRequest,
  CIAppPipelineEventsResponse,
} from "../types.js";

const operation = /* @__PURE__ */ definePagedBodyOperation<
  CIAppPipelineEventsRequest | undefined,
  CIAppPipelineEvent,
  CIAppPipelineEventsResponse,
  SearchCIAppPipelineEventsError
>({
  api,
  id: "searchCIAppPipelineEvents",
  method: "POST",
  path: "/api/v2/ci/pipelines/events/search",
  idempotency: "safe",
  security: [["apiKeyAuth", "appKeyAuth"], ["AuthZ"]],
  body: json,
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
 * @param client - Where and how the call is made.
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
 *
 * @example
 * ```ts
 * for await (const item of searchCIAppPipelineEvents(client, {
 *   filter: {
 *     from: "now-15m",
 *     query: "@ci.provider.name:github AND @ci.status:error",
 *     to: "now",
 *   },
 *   options: { timezone: "GMT" },
 *   page: { limit: 5 },
 *   sort: "timestamp",
 * })) console.log(item);
 * ```
 */
export function searchCIAppPipelineEvents(
  client: Client,
  body?: CIAppPipelineEventsRequest,
  options?: PagedCallOptions,
): PagedCall<CIAppPipelineEvent, CIAppPipelineEventsResponse, SearchCIAppPipelineEventsError> {
  return operation(client, body, options);
}
