import { spawnSync } from "node:child_process";
import { batchCreateCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";
import type { CIAppCreatePipelineEventRequestData } from "@clientwright/ci-visibility-pipelines";

/**
 * What a batch of many events costs: CPU against JSON.stringify on the same chunks, and peak memory for sources of two
 * lengths. Each figure comes from a process of its own. Both end in a stand-in for `fetch` that looks at the text and
 * answers at once: neither the platform's encoding of a body, a service nor a network counts. Needs the built packages.
 */
const perRequest = 1000;
const lengths = [100_000, 400_000];
const rounds = 5;
/** A heap that is collected early: else the engine lets garbage lie, and more of it the longer it runs. */
const smallHeap = "--max-old-space-size=64";
/** In one process. */
const times = 4;

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

/** Milliseconds of CPU that a task takes of this process, once it has warmed up: the least of several times. */
async function cpuOf(task: () => unknown): Promise<number> {
  await task();
  let least = Infinity;
  for (let time = 0; time < times; time += 1) {
    const before = process.cpuUsage();
    await task();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

interface Figure {
  readonly cpu: number;
  /** Largest resident size, in MB. */
  readonly peak: number;
}

function measure(task: "batch" | "stringify", count: number, ...flags: readonly string[]): Figure {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, import.meta.filename, task, String(count)],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Figure;
}

const [, , task, count] = process.argv;
if (task !== undefined) {
  const cpu = await cpuOf(() => (task === "batch" ? batch(Number(count)) : stringify(Number(count))));
  process.stdout.write(JSON.stringify({ cpu, peak: process.resourceUsage().maxRSS / 1024 }));
} else {
  const [length = 0] = lengths;
  const cpu = { batch: [] as number[], stringify: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    cpu.batch.push(measure("batch", length).cpu);
    cpu.stringify.push(measure("stringify", length).cpu);
  }
  // What else the machine does only ever adds.
  const [own, peer] = [Math.min(...cpu.batch), Math.min(...cpu.stringify)];
  process.stdout.write(
    `${length} events, ${perRequest} a request
batch           ${own.toFixed(0)} ms of CPU
JSON.stringify  ${peer.toFixed(0)} ms of CPU on the same chunks
ratio           ${(own / peer).toFixed(2)} (must be at most 1.2)

peak memory by length of the source
`,
  );
  const peaks = lengths.map((each) => measure("batch", each, smallHeap).peak);
  for (const [at, each] of lengths.entries()) {
    process.stdout.write(`${String(each).padStart(7)} events  ${(peaks[at] ?? 0).toFixed(0)} MB\n`);
  }
  process.stdout.write(
    `ratio           ${((peaks[1] ?? 0) / (peaks[0] ?? 1)).toFixed(2)} for ${(lengths[1] ?? 0) / length} times the events\n`,
  );
}
