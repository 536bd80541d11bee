// Generated from spec/code-coverage/openapi.yaml by clientwright. Do not edit: change the document and generate again.

/** What a failed read answers. */
export interface APIErrorResponse {
  /** One message for each thing that went wrong. */
  errors: string[];
}

/** Which branch to look at. */
export interface BranchCoverageSummaryRequest {
  /** The branch, in an envelope that names the kind of request. */
  data: BranchCoverageSummaryRequestData;
}

/** A branch of a repository. */
export interface BranchCoverageSummaryRequestAttributes {
  /** Name of the branch, such as `main`. */
  branch: string;
  /** The repository as `host/owner/name`, without scheme and without `.git`. */
  repository_id: string;
}

/** The branch, in an envelope that names the kind of request. */
export interface BranchCoverageSummaryRequestData {
  /** A branch of a repository. */
  attributes: BranchCoverageSummaryRequestAttributes;
  /** Kind of the request. There is one kind. */
  type: BranchCoverageSummaryRequestType;
}

/** Kind of the request. There is one kind. */
export type BranchCoverageSummaryRequestType = "ci_app_coverage_branch_summary_request";

/** Which commit to look at. */
export interface CommitCoverageSummaryRequest {
  /** The commit, in an envelope that names the kind of request. */
  data: CommitCoverageSummaryRequestData;
}

/** A commit of a repository. */
export interface CommitCoverageSummaryRequestAttributes {
  /**
   * Full SHA-1 hash of the commit, 40 hexadecimal digits; a short one is refused.
   *
   * Matches `^[0-9a-fA-F]{40}$`.
   */
  commit_sha: string;
  /** The repository as `host/owner/name`, without scheme and without `.git`. */
  repository_id: string;
}

/** The commit, in an envelope that names the kind of request. */
export interface CommitCoverageSummaryRequestData {
  /** A commit of a repository. */
  attributes: CommitCoverageSummaryRequestAttributes;
  /** Kind of the request. There is one kind. */
  type: CommitCoverageSummaryRequestType;
}

/** Kind of the request. There is one kind. */
export type CommitCoverageSummaryRequestType = "ci_app_coverage_commit_summary_request";

/** Coverage in all, by service and by code owner. */
export interface CoverageSummaryAttributes {
  /** Coverage by code owner, with the owner's name as the key. */
  codeowners?: {
    [key: string]: CoverageSummaryCodeownerStats;
  } | null;
  /** How many coverage flags were taken into account. */
  evaluated_flags_count?: number;
  /** How many coverage reports were taken into account. */
  evaluated_reports_count?: number;
  /** Covered part of the changed lines, in percent, 0 to 100. */
  patch_coverage?: number | null;
  /** Coverage by service, with the service's name as the key. */
  services?: {
    [key: string]: CoverageSummaryServiceStats;
  } | null;
  /** Covered part of all lines, in percent, 0 to 100. */
  total_coverage?: number | null;
}

/** Coverage of the code of one owner. */
export interface CoverageSummaryCodeownerStats {
  /** How many coverage flags were taken into account for this owner. */
  evaluated_flags_count?: number;
  /** How many coverage reports were taken into account for this owner. */
  evaluated_reports_count?: number;
  /** Covered part of the changed lines of this owner, in percent, 0 to 100. */
  patch_coverage?: number | null;
  /** Covered part of all lines of this owner, in percent, 0 to 100. */
  total_coverage?: number | null;
}

/** The summary, with its identifier. */
export interface CoverageSummaryData {
  /** Coverage in all, by service and by code owner. */
  attributes?: CoverageSummaryAttributes;
  /** Identifier of the summary. Its inner form means nothing to a caller. */
  id?: string;
  /** Kind of the entry. There is one kind. */
  type?: CoverageSummaryType;
}

/** Coverage of a branch or of a commit. */
export interface CoverageSummaryResponse {
  /** The summary, with its identifier. */
  data?: CoverageSummaryData;
}

/** Coverage of the code of one service. */
export interface CoverageSummaryServiceStats {
  /** How many coverage flags were taken into account for this service. */
  evaluated_flags_count?: number;
  /** How many coverage reports were taken into account for this service. */
  evaluated_reports_count?: number;
  /** Covered part of the changed lines of this service, in percent, 0 to 100. */
  patch_coverage?: number | null;
  /** Covered part of all lines of this service, in percent, 0 to 100. */
  total_coverage?: number | null;
}

/** Kind of the entry. There is one kind. */
export type CoverageSummaryType = "ci_app_coverage_summary";
