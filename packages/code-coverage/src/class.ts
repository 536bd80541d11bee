// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.
import type { Call, CallOptions, Client } from "@clientwright/runtime";
import type { GetCodeCoverageBranchSummaryError, GetCodeCoverageCommitSummaryError } from "./errors.js";
import { getCodeCoverageBranchSummary } from "./operations/getCodeCoverageBranchSummary.js";
import { getCodeCoverageCommitSummary } from "./operations/getCodeCoverageCommitSummary.js";
import type {
  BranchCoverageSummaryRequest,
  CommitCoverageSummaryRequest,
  CoverageSummaryResponse,
} from "./types.js";

/** Code Coverage: every operation of this package as a method. It ships all of them; import single functions to ship less. */
export class CodeCoverage {
  readonly client: Client;

  /** @param client - Where and how the calls are made. */
  constructor(client: Client) {
    this.client = client;
  }

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
   */
  getCodeCoverageBranchSummary(
    body: BranchCoverageSummaryRequest,
    options?: CallOptions,
  ): Call<CoverageSummaryResponse, GetCodeCoverageBranchSummaryError> {
    return getCodeCoverageBranchSummary(this.client, body, options);
  }

  /**
   * Get the coverage of a commit.
   *
   * Gives the coverage of one commit of a repository: in all, by service and by code owner. The
   * operation is in preview and may change.
   *
   * `POST /api/v2/code-coverage/commit/summary`. Tried again after network faults and temporary
   * failures: it is safe. Needs `apiKey` and `appKey`, or `accessToken`. Scope: `code_coverage_read`.
   *
   * Documentation: Get code coverage summary for a commit,
   * https://docs.datadoghq.com/api/latest/code-coverage/#get-code-coverage-summary-for-a-commit
   *
   * @experimental The service calls this operation a preview: it may change without a new version of it.
   *
   * @param body - The commit to look at.
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
   */
  getCodeCoverageCommitSummary(
    body: CommitCoverageSummaryRequest,
    options?: CallOptions,
  ): Call<CoverageSummaryResponse, GetCodeCoverageCommitSummaryError> {
    return getCodeCoverageCommitSummary(this.client, body, options);
  }
}
