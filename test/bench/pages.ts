import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { searchCIAppPipelineEvents, createClient } from "@clientwright/ci-visibility-pipelines";

/**
 * How long it takes to iterate a search of 100 pages of 1,000 events, where the service takes 20 ms for a page and the
 * caller 20 ms to work on one: with and without prefetch, in turn. Needs the built packages.
 */
const pages = 100;
const perPage = 1000;
const delay = 20;
const work = 20;
const rounds = 3;

function page(at: number): string {
  const events = Array.from({ length: at < pages ? perPage : 0 }, (_, item) => ({
    id: `event-${at}-${item}`,
    type: "cipipeline",
    attributes: {
      ci_level: "job",
      tags: ["team:backend", "env:ci"],
      attributes: { duration: 2345, ci: { status: "success" } },
    },
  }));
  return JSON.stringify({ data: events, meta: { status: "done", page: { after: `${at + 1}` } } });
}

const answers = Array.from({ length: pages + 1 }, (_, at) => page(at));
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const { page: asked }: { page?: { cursor?: string } } = JSON.parse(Buffer.concat(chunks).toString());
    setTimeout(() => {
      response
        .writeHead(200, { "content-type": "application/json" })
        .end(answers[Number(asked?.cursor ?? 0)]);
    }, delay);
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const client = createClient({
  apiKey: "k",
  appKey: "k",
  site: "localhost",
  baseUrl: `http://127.0.0.1:${port}`,
});

/** Milliseconds for all events, with a pause after each page's worth of them. */
async function iterate(prefetch: boolean): Promise<number> {
  const began = performance.now();
  let count = 0;
  const call = searchCIAppPipelineEvents(client, { page: { limit: perPage } }, { prefetch });
  for await (const _ of call) {
    count += 1;
    if (count % perPage === 0) await new Promise((resolve) => setTimeout(resolve, work));
  }
  if (count !== pages * perPage) throw new Error(`${count} events of ${pages * perPage}`);
  return performance.now() - began;
}

const times = { without: [] as number[], with: [] as number[] };
await iterate(true);
for (let round = 0; round < rounds; round += 1) {
  times.without.push(await iterate(false));
  times.with.push(await iterate(true));
}
server.close();
server.closeAllConnections();
const without = Math.min(...times.without);
const withPrefetch = Math.min(...times.with);
process.stdout.write(
  `iterating ${pages} pages of ${perPage} events, ${delay} ms of service and ${work} ms of work each
without prefetch  ${without.toFixed(0)} ms
with prefetch     ${withPrefetch.toFixed(0)} ms
ratio             ${(withPrefetch / without).toFixed(2)} (must be at most 0.6)
`,
);
