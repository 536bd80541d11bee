// Calls with a wrong argument, or of something that is not there.
import * as pipelines from "@clientwright/ci-visibility-pipelines";
import {
  CodeCoverage,
  createClient,
  getCodeCoverageBranchSummary,
  getCodeCoverageCommitSummary,
} from "@clientwright/code-coverage";

const client = createClient();

// Error: no client
await pipelines.listCIAppPipelineEvents({ filter: { query: "*" } });

// Error: no body
await pipelines.createCIAppPipelineEvent(client);

await pipelines.listCIAppPipelineEvents(client, {
  // Error: the wire name of a nested parameter
  "filter[query]": "*",
});

await pipelines.listCIAppPipelineEvents(client, {
  // Error: a text where a number is wanted
  page: { limit: "10" },
});

await pipelines.listCIAppPipelineEvents(client, {
  // Error: an order that does not exist
  sort: "-time",
});

await pipelines.searchCIAppPipelineEvents(client, {
  // Error: a date where date math or a text is wanted
  filter: { from: new Date() },
});

await pipelines.searchCIAppPipelineEvents(client, {
  // Error: a parameter of the list in the wrong place
  query: "*",
});

await pipelines.aggregateCIAppPipelineEvents(client, {
  // Error: an unknown aggregation
  compute: [{ aggregation: "pc50", metric: "@duration" }],
});

await pipelines.aggregateCIAppPipelineEvents(client, {
  compute: [{ aggregation: "count" }],
  // Error: a group without its facet
  group_by: [{ limit: 10 }],
});

await pipelines.aggregateCIAppPipelineEvents(client, {
  group_by: [
    {
      facet: "@ci.status",
      // Error: a histogram without its bounds
      histogram: { interval: 10 },
    },
  ],
});

await getCodeCoverageBranchSummary(client, {
  data: {
    type: "ci_app_coverage_branch_summary_request",
    // Error: a branch summary without its branch
    attributes: { repository_id: "github.com/datadog/shopist" },
  },
});

await getCodeCoverageCommitSummary(client, {
  data: {
    // Error: the type of the other request
    type: "ci_app_coverage_branch_summary_request",
    attributes: {
      commit_sha: "66adc9350f2cc9b250b69abddab733dd55e1a588",
      repository_id: "github.com/datadog/shopist",
    },
  },
});

await pipelines.listCIAppPipelineEvents(client, undefined, {
  // Error: an option that does not exist
  timeOut: 5,
});

await pipelines.listCIAppPipelineEvents(client, undefined, {
  // Error: an option of a wrong type
  retry: "twice",
});

createClient({
  // Error: a misspelt option of the client
  apikey: "x",
});

createClient({
  // Error: a key that is no text
  apiKey: 5,
});

// Error: the class needs a client
const methods = new pipelines.CIVisibilityPipelines();

// Error: an operation of the other package
await methods.getCodeCoverageBranchSummary();

const coverage = new CodeCoverage(client);
// Error: a misspelt operation
await coverage.getCodeCoverageBranchSumary();
