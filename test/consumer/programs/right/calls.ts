// Every operation, with and without its optional input, with options of the call and of the client.
import {
  CIVisibilityPipelines,
  aggregateCIAppPipelineEvents,
  createClient,
  createLogger,
  listCIAppPipelineEvents,
  searchCIAppPipelineEvents,
  type CIAppPipelineEvent,
  type CIAppPipelineEventsResponse,
  type ClientOptions,
  type ListCIAppPipelineEventsParams,
  type LoggerOptions,
  type MiddlewareContext,
  type PagedCall,
  type RetryEvent,
  type TimeoutOptions,
} from "@clientwright/ci-visibility-pipelines";
import { CodeCoverage, getCodeCoverageCommitSummary } from "@clientwright/code-coverage";

const client = createClient({
  accessToken: "token",
  timeout: { attempt: 1000, total: 5000 },
  logger: console,
});

// Editors offer the known sites, and any other is taken.
const known: Extract<ClientOptions["site"], "datadoghq.eu"> = "datadoghq.eu";
const sites: readonly (string | undefined)[] = [known, "new.example", undefined];
for (const site of sites) createClient({ site });

// Nothing but the client.
await listCIAppPipelineEvents(client);
await searchCIAppPipelineEvents(client);

// Nested parameters, also built up front.
const params: ListCIAppPipelineEventsParams = { filter: { query: "@ci.status:error" }, sort: "-timestamp" };
await listCIAppPipelineEvents(client, { ...params, page: { limit: 1000, cursor: "c" } });

// The same shape in the body.
await searchCIAppPipelineEvents(client, { filter: { from: "now-15m", to: "now" }, page: { limit: 5 } });

// Options made elsewhere, their types from the same package.
const limits: TimeoutOptions = { total: 5000 };
const log: LoggerOptions = { level: "warn" };
function told({ delay, error }: RetryEvent): void {
  console.log(delay, error.status);
}
async function timed(
  request: Request,
  next: (request: Request) => Promise<Response>,
  { operation }: MiddlewareContext,
): Promise<Response> {
  console.time(operation);
  return next(request);
}
createClient({
  timeout: limits,
  logger: createLogger(log),
  retry: { onRetry: told },
  middleware: [timed],
});

// Options of one call.
const signal = AbortSignal.timeout(1000);
await listCIAppPipelineEvents(client, undefined, {
  signal,
  timeout: 500,
  retry: 5,
  headers: { "x-a": null },
});
await listCIAppPipelineEvents(client, {}, { retry: false, fetch: (request) => fetch(request) });

// A client with other options; undefined stands for an option not given.
const other = client.with({ site: "us3.datadoghq.com", apiKey: undefined, retry: { limit: 1 } });

// Groups with and without a histogram, a total of each kind.
const aggregate = await aggregateCIAppPipelineEvents(other, {
  compute: [{ aggregation: "pc90", metric: "@duration", type: "timeseries", interval: "5m" }],
  group_by: [
    { facet: "@duration", histogram: { interval: 10, max: 100, min: 0 }, total: true, missing: "none" },
    {
      facet: "@ci.status",
      sort: { type: "measure", aggregation: "count", order: "desc" },
      total: "all",
      missing: -1,
    },
  ],
});
const values = (aggregate.data?.buckets ?? []).map((bucket) => bucket.computes?.["c0"]);
const numbers: number[] = values.flatMap((value) => (typeof value === "number" ? [value] : []));

// The class: the same operations as methods.
const call: PagedCall<CIAppPipelineEvent, CIAppPipelineEventsResponse> = new CIVisibilityPipelines(
  client,
).listCIAppPipelineEvents();
await call.finally(() => undefined);

// One client serves the other package too.
const summary = await getCodeCoverageCommitSummary(client, {
  data: {
    type: "ci_app_coverage_commit_summary_request",
    attributes: {
      commit_sha: "66adc9350f2cc9b250b69abddab733dd55e1a588",
      repository_id: "github.com/datadog/shopist",
    },
  },
});
const total: number | null | undefined = summary.data?.attributes?.total_coverage;
const coverage: CodeCoverage = new CodeCoverage(client);
console.log(numbers, total, coverage.client === client);
