// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  definePartialBodyOperation,
  json,
  jsonAnswer,
  partialWhen,
  type Call,
  type CallOptions,
  type Client,
} from "@clientwright/runtime";
import { api } from "../client.js";
import type { AggregateCIAppPipelineEventsError } from "../errors.js";
import type { CIAppPipelinesAggregateRequest, CIAppPipelinesAnalyticsAggregateResponse } from "../types.js";

const operation = /* @__PURE__ */ definePartialBodyOperation<
  CIAppPipelinesAggregateRequest,
  CIAppPipelinesAnalyticsAggregateResponse,
  AggregateCIAppPipelineEventsError
>({
  api,
  id: "aggregateCIAppPipelineEvents",
  method: "POST",
  path: "/api/v2/ci/pipelines/analytics/aggregate",
  idempotency: "safe",
  security: [["apiKeyAuth", "appKeyAuth"], ["AuthZ"]],
  body: json,
  answers: { 200: jsonAnswer },
  partial: /* @__PURE__ */ partialWhen([
    { at: ["meta", "status"], equals: "timeout" },
    { at: ["meta", "warnings"] },
  ]),
});

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
 * @param client - Where and how the call is made.
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
 *
 * @example
 * ```ts
 * const answer = await aggregateCIAppPipelineEvents(client, {
 *   compute: [{ aggregation: "pc90", metric: "@duration", type: "total" }],
 *   filter: { from: "now-15m", query: "@ci.provider.name:(gitlab OR github)", to: "now" },
 *   group_by: [{ facet: "@ci.status", limit: 10, total: false }],
 *   options: { timezone: "GMT" },
 * });
 * ```
 */
export function aggregateCIAppPipelineEvents(
  client: Client,
  body: CIAppPipelinesAggregateRequest,
  options?: CallOptions,
): Call<CIAppPipelinesAnalyticsAggregateResponse, AggregateCIAppPipelineEventsError> {
  return operation(client, body, options);
}
