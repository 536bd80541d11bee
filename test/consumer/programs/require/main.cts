// Requires a package from CommonJS, against the service whose URL is the first argument.
import coverage = require("@clientwright/code-coverage");

declare const process: { readonly argv: readonly string[] };

const { createClient, getCodeCoverageBranchSummary } = coverage;
const client = createClient({ baseUrl: process.argv[2], apiKey: "a", appKey: "b", retry: false });
const call = getCodeCoverageBranchSummary(client, {
  data: {
    type: "ci_app_coverage_branch_summary_request",
    attributes: { branch: "prod", repository_id: "github.com/datadog/shopist" },
  },
});
void call.then(({ data }) => console.log(data?.attributes?.total_coverage));
