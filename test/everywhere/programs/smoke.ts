// The same calls on every platform. It uses only what all of them have, and gives back what came of each call.
import {
  ClientwrightError,
  createCIAppPipelineEvent,
  createClient,
  aggregateCIAppPipelineEvents,
  searchCIAppPipelineEvents,
  TimeoutError,
} from "@clientwright/ci-visibility-pipelines";
import { getCodeCoverageCommitSummary } from "@clientwright/code-coverage";
import {
  createClient as createAnyClient,
  defineApi,
  defineBodyOperation,
  type ItemStream,
  jsonEvents,
  type ServerSentEvent,
} from "@clientwright/runtime";

/** What came of each call, as JSON. */
export interface SmokeReport {
  readonly sent: string;
  readonly found: readonly string[];
  readonly refused: { readonly status: number | undefined; readonly errors: readonly string[] | undefined };
  readonly retried: { readonly attempts: number; readonly coverage: number | null | undefined };
  readonly aborted: string;
  readonly timedOut: string;
  /** A send by a client that was given no key. */
  readonly keyless: string;
  /** Numbers of events that arrive one by one. */
  readonly streamed: readonly number[];
}

const api = defineApi({ name: "events", version: "1.0.0", server: { url: "" } });

/** As a generated package has it whose document has events. */
const followEvents = defineBodyOperation<undefined, ItemStream<ServerSentEvent<{ n: number }>>, never>({
  api,
  id: "followEvents",
  method: "GET",
  path: "/follow",
  idempotency: "safe",
  accept: "text/event-stream",
  answers: { 200: jsonEvents("end") },
});

/** Makes the calls against the service at a base URL. */
export async function smoke(baseUrl: string): Promise<SmokeReport> {
  const client = createClient({ baseUrl, apiKey: "api-key", appKey: "app-key" });
  const sent = await createCIAppPipelineEvent(client, event()).result();

  const found: string[] = [];
  for await (const { id } of searchCIAppPipelineEvents(client, { page: { limit: 2 } })) found.push(id ?? "");

  const refusal = await aggregateCIAppPipelineEvents(client, {
    compute: [{ aggregation: "count" }],
  }).result();
  const refused = refusal.ok || refusal.error.status !== 400 ? undefined : refusal.error;

  const retried = await getCodeCoverageCommitSummary(client, {
    data: {
      type: "ci_app_coverage_commit_summary_request",
      attributes: { repository_id: "github.com/a/b", commit_sha: "66adc9350f2cc9b250b69abddab733dd55e1a588" },
    },
  }).withResponse();

  // The service never answers a page of three.
  const controller = new AbortController();
  const hanging = searchCIAppPipelineEvents(client, { page: { limit: 3 } }, { signal: controller.signal });
  const abortion = hanging.result();
  setTimeout(() => controller.abort(), 20);
  const aborted = await abortion;

  const late = await searchCIAppPipelineEvents(
    client,
    { page: { limit: 3 } },
    { timeout: 50, retry: false },
  ).result();

  const keyless = createClient({ baseUrl: `${baseUrl}/keyless` });
  const missing = await createCIAppPipelineEvent(keyless, event()).catch((error: unknown) => error);

  const streamed: number[] = [];
  for await (const { data } of await followEvents(createAnyClient(api, { baseUrl }), undefined)) {
    streamed.push(data.n);
  }

  return {
    streamed,
    sent: sent.ok ? String(sent.value) : sent.error.message,
    found,
    refused: { status: refused?.status, errors: refused?.body?.errors },
    retried: { attempts: retried.attempts, coverage: retried.data.data?.attributes?.total_coverage },
    aborted: aborted.ok ? "answered" : aborted.error.name,
    timedOut: !late.ok && late.error instanceof TimeoutError ? `in one ${late.error.scope}` : "otherwise",
    keyless: missing instanceof ClientwrightError ? `${missing.name}: ${missing.message}` : String(missing),
  };
}

function event(): Parameters<typeof createCIAppPipelineEvent>[1] {
  return {
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
          end: new Date(Date.UTC(2021, 10, 11, 11, 9, 11, 999)),
        },
      },
    },
  };
}
