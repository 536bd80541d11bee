// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import {
  defineBodyOperation,
  json,
  jsonAnswer,
  type Call,
  type CallOptions,
  type Client,
} from "@clientwright/runtime";
import { api } from "../client.js";
import type { GetCodeCoverageBranchSummaryError } from "../errors.js";
import type { BranchCoverageSummaryRequest, CoverageSummaryResponse } from "../types.js";

const operation = /* @__PURE__ */ defineBodyOperation<
  BranchCoverageSummaryRequest,
  CoverageSummaryResponse,
  GetCodeCoverageBranchSummaryError
>({
  api,
  id: "getCodeCoverageBranchSummary",
  method: "POST",
  path: "/api/v2/code-coverage/branch/summary",
  idempotency: "safe",
  security: [["apiKeyAuth", "appKeyAuth"], ["AuthZ"]],
  body: json,
  answers: { 200: jsonAnswer },
});

/**
 * Get the coverage of a branch.
 *
 * Gives the coverage of one branch of a repository: in all, by service and by code owner. The
 * operation is in preview and may change.
 *
 * `POST /api/v2/code-coverage/branch/summary`. Tried again after network faults and temporary
 * failures: it is safe. Needs `apiKey` and `appKey`, or `accessToken`. Scope: `code_coverage_read`.
 *
 * Documentation: Get code coverage summary for a branch,
 * https://docs.datadoghq.com/api/latest/code-coverage/#get-code-coverage-summary-for-a-branch
 *
 * @experimental The service calls this operation a preview: it may change without a new version of it.
 *
 * @param client - Where and how the call is made.
 * @param body - The branch to look at.
 * @param options - Replace the client's options for this call.
 *
 * @returns The coverage summary.
 *
 * @throws `ApiError` with status 400: Bad Request. The service could not read the query or the body.
 * @throws `ApiError` with status 403: Not Authorized. A key is wrong, or it lacks the permission that
 * this operation asks for.
 * @throws `ApiError` with status 404: Not Found. There is no data for what was asked.
 * @throws `RateLimitError` with status 429: Too many requests. The rate limit is used up; the headers
 * say when it opens again.
 * @throws `ApiError` with status 500: Internal server error. The service failed; the same request may
 * work later.
 * @throws `ApiError` with any other status that is not a success.
 * @throws `TransportError` when no answer arrives in time, or none that can be read.
 *
 * @example
 * ```ts
 * const answer = await getCodeCoverageBranchSummary(client, {
 *   data: {
 *     attributes: { branch: "prod", repository_id: "github.com/datadog/shopist" },
 *     type: "ci_app_coverage_branch_summary_request",
 *   },
 * });
 * ```
 */
export function getCodeCoverageBranchSummary(
  client: Client,
  body: BranchCoverageSummaryRequest,
  options?: CallOptions,
): Call<CoverageSummaryResponse, GetCodeCoverageBranchSummaryError> {
  return operation(client, body, options);
}
