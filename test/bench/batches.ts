import { spawnSync } from "node:child_process";
import { batchCreateCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";
import type { CIAppCreatePipelineEventRequestData } from "@clientwright/ci-visibility-pipelines";
import { median } from "./project.ts";

/**
 * What a batch of many events costs: CPU against JSON.stringify on the same chunks, and peak memory for sources of two
 * lengths. Both end in a stand-in for `fetch` that looks at the text and
 * answers at once: neither the platform's encoding of a body, a service nor a network counts. Needs the built packages.
 */
const perRequest = 1000;
const length = 100_000;
/** For the peak of memory: long enough that what the program itself takes has been taken. */
const lengths = [1_000_000, 4_000_000];
const rounds = 5;
/** A heap that is collected early: else the engine lets garbage lie, and more of it the longer it runs. */
const smallHeap = "--max-old-space-size=64";
/** Turns of one process. */
const warmUp = 4;
const times = 20;

function event(id: number): CIAppCreatePipelineEventRequestData {
  return {
    type: "cipipeline_resource_request",
    attributes: {
      provider_name: "bench",
      resource: {
        level: "job",
        id: `job-${id}`,
        name: "Build and test",
        pipeline_name: "Deploy to production",
        pipeline_unique_id: `pipeline-${id % 100}`,
        status: "success",
        url: `https://ci.example/pipelines/${id % 100}/jobs/${id}`,
        start: "2021-11-11T11:09:11.123+00:00",
        end: "2021-11-11T11:10:41.456+00:00",
        queue_time: 1004,
        tags: ["team:backend", "env:ci", `shard:${id % 8}`],
        git: {
          repository_url: "https://git.example/company/service",
          sha: "7f263865994b76066c4612fd1965215e7dcb4cd2",
          author_email: "someone@company.example",
          branch: "main",
          message: "Größere Änderung",
        },
      },
    },
  };
}

function* events(count: number): Generator<CIAppCreatePipelineEventRequestData> {
  for (let id = 0; id < count; id += 1) yield event(id);
}

/** Makes a text that was put together of parts into one, as sending it would. */
globalThis.fetch = (_url, init) => {
  const { body } = init ?? {};
  if (typeof body !== "string" || body.charCodeAt(body.length - 1) !== 125)
    throw new TypeError("not an object in JSON");
  return Promise.resolve(new Response(null, { status: 202 }));
};

/** The least that has to be done: collect as many events as go into a request, and encode them together. */
async function stringify(count: number): Promise<void> {
  let chunk: CIAppCreatePipelineEventRequestData[] = [];
  for (const one of events(count)) {
    if (chunk.push(one) < perRequest) continue;
    await fetch("http://127.0.0.1:9", { method: "POST", body: JSON.stringify({ data: chunk }) });
    chunk = [];
  }
}

async function batch(count: number): Promise<void> {
  const client = createClient({
    apiKey: "k",
    site: "localhost",
    baseUrl: "http://127.0.0.1:9",
  });
  const { sent } = await batchCreateCIAppPipelineEvent(client, events(count));
  if (sent !== count) throw new Error(`${sent} events of ${count} were sent`);
}

/** Milliseconds of CPU that a task takes of this process. */
async function cpuOf(task: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** CPU of both tasks in turn, so that what slows the machine for a while slows both; the first few turns only warm up. */
async function race(count: number): Promise<Race> {
  const turns: { readonly own: number; readonly peer: number }[] = [];
  for (let turn = 0; turn < warmUp + times; turn += 1) {
    turns.push({ own: await cpuOf(() => batch(count)), peer: await cpuOf(() => stringify(count)) });
  }
  const counted = turns.slice(warmUp);
  return {
    own: median(counted.map(({ own }) => own)),
    peer: median(counted.map(({ peer }) => peer)),
    ratio: median(counted.map(({ own, peer }) => own / peer)),
  };
}

/** Medians of the turns. */
interface Race {
  readonly own: number;
  readonly peer: number;
  readonly ratio: number;
}

/** Runs one task in a process of its own, which prints JSON. */
function apart<Result>(task: "race" | "peak", count: number, ...flags: readonly string[]): Result {
  const input = [...flags, import.meta.filename, task, String(count)];
  const { stdout, stderr, status } = spawnSync(process.execPath, input, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Result;
}

const [, , task, count] = process.argv;
if (task === "race") {
  process.stdout.write(JSON.stringify(await race(Number(count))));
} else if (task === "peak") {
  await batch(Number(count));
  process.stdout.write(JSON.stringify(process.resourceUsage().maxRSS / 1024));
} else {
  const races = Array.from({ length: rounds }, () => apart<Race>("race", length));
  const { own, peer, ratio } = races.toSorted((a, b) => a.ratio - b.ratio)[Math.floor(rounds / 2)] as Race;
  process.stdout.write(
    `${length} events, ${perRequest} a request
batch           ${own.toFixed(0)} ms of CPU
JSON.stringify  ${peer.toFixed(0)} ms of CPU on the same chunks
ratio           ${ratio.toFixed(2)} (must be at most 1.2), of ${rounds} rounds: ${races.map((each) => each.ratio.toFixed(2)).join(" ")}

peak memory by length of the source
`,
  );
  const peaks = lengths.map((each) => apart<number>("peak", each, smallHeap));
  for (const [at, each] of lengths.entries()) {
    process.stdout.write(`${String(each).padStart(7)} events  ${(peaks[at] ?? 0).toFixed(0)} MB\n`);
  }
  process.stdout.write(
    `ratio           ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)} for ${(lengths[1] ?? 0) / (lengths[0] ?? 1)} times the events\n`,
  );
}
