// Generated from spec/ci-visibility-pipelines/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  defineBodyOperation,
  json,
  none,
  type BodyOperationDefinition,
  type Call,
  type CallOptions,
  type Client,
} from "@clientwright/runtime";
import { api } from "../client.js";
import type { CreateCIAppPipelineEventError } from "../errors.js";
import type { CIAppCreatePipelineEventRequest } from "../types.js";

/** What the document says of `createCIAppPipelineEvent`. Its batch works from it too. */
export const definition: BodyOperationDefinition = {
  api,
  id: "createCIAppPipelineEvent",
  method: "POST",
  path: "/api/v2/ci/pipeline",
  idempotency: "idempotent",
  security: [["apiKeyAuth"]],
  body: json,
  answers: { 202: none },
};

const operation = /* @__PURE__ */ defineBodyOperation<
  CIAppCreatePipelineEventRequest,
  undefined,
  CreateCIAppPipelineEventError
>(definition);

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
 * @param client - Where and how the call is made.
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
 *
 * @example
 * ```ts
 * await createCIAppPipelineEvent(client, {
 *   data: {
 *     attributes: {
 *       resource: {
 *         level: "pipeline",
 *         unique_id: "3eacb6f3-ff04-4e10-8a9c-46e6d054024a",
 *         name: "Deploy to AWS",
 *         url: "https://my-ci-provider.example/pipelines/my-pipeline/run/1",
 *         start: "2021-11-11T11:09:11+00:00",
 *         end: "2021-11-11T11:10:41+00:00",
 *         status: "success",
 *         partial_retry: false,
 *         git: {
 *           repository_url: "https://github.com/DataDog/datadog-agent",
 *           sha: "7f263865994b76066c4612fd1965215e7dcb4cd2",
 *           author_email: "john.doe@email.com",
 *         },
 *       },
 *     },
 *     type: "cipipeline_resource_request",
 *   },
 * });
 * ```
 */
export function createCIAppPipelineEvent(
  client: Client,
  body: CIAppCreatePipelineEventRequest,
  options?: CallOptions,
): Call<undefined, CreateCIAppPipelineEventError> {
  return operation(client, body, options);
}
