// Uses both packages against the service whose URL is the first argument, and prints what came of it as JSON.
import {
  ApiError,
  CIVisibilityPipelines,
  createCIAppPipelineEvent,
  createClient,
  listCIAppPipelineEvents,
} from "@clientwright/ci-visibility-pipelines";
import { getCodeCoverageBranchSummary } from "@clientwright/code-coverage";

declare const process: { readonly argv: readonly string[] };

const client = createClient({ baseUrl: process.argv[2], apiKey: "a", appKey: "b", retry: false });

const accepted: unknown = await createCIAppPipelineEvent(client, {
  data: {
    attributes: {
      resource: {
        level: "job",
        status: "success",
        id: "1",
        name: "test",
        pipeline_name: "deploy",
        pipeline_unique_id: "1",
        url: "https://ci.example/1",
        start: new Date(Date.UTC(2021, 10, 11, 11, 9, 11, 7)),
        end: "2021-11-11T11:09:11.999+05:30",
      },
    },
  },
});
const page = await listCIAppPipelineEvents(client, {
  filter: { query: "@ci.status:error" },
  page: { limit: 2 },
});
const refused = await new CIVisibilityPipelines(client).searchCIAppPipelineEvents().result();
const coverage = await getCodeCoverageBranchSummary(client, {
  data: {
    type: "ci_app_coverage_branch_summary_request",
    attributes: { branch: "prod", repository_id: "github.com/datadog/shopist" },
  },
}).withResponse();

console.log(
  JSON.stringify({
    accepted: accepted === undefined ? "nothing" : accepted,
    events: page.items.map(({ id }) => id),
    refused: !refused.ok && refused.error instanceof ApiError && refused.error.messages,
    coverage: coverage.data.data?.attributes?.total_coverage,
    attempts: coverage.attempts,
  }),
);
