// What the program of `programs/run` meets, sends and prints, in whichever way it was built.
import type { Loopback } from "../contract/loopback.ts";

const page = JSON.stringify({ data: [{ id: "e1" }, { id: "e2" }], errors: ["no"] });

/** Answers the program's calls. */
export function answerProgram(service: Loopback): void {
  service.answerWith((request) => {
    const headers = { "content-type": "application/json" };
    if (request.target.startsWith("/api/v2/ci/pipelines/events/search"))
      return { status: 403, headers, body: page };
    if (request.target.startsWith("/api/v2/ci/pipelines/events")) return { status: 200, headers, body: page };
    if (request.target === "/api/v2/ci/pipeline") return { status: 202, headers, body: "{}" };
    return { status: 200, headers, body: '{"data":{"attributes":{"total_coverage":82.4}}}' };
  });
}

/** What the program prints, read as JSON. */
export const printed = {
  accepted: "nothing",
  events: ["e1", "e2"],
  refused: ["no"],
  coverage: 82.4,
  attempts: 1,
};

/** What it sends, in this order. */
export const sent: readonly string[] = [
  "POST /api/v2/ci/pipeline",
  "GET /api/v2/ci/pipelines/events?filter%5Bquery%5D=%40ci.status%3Aerror&page%5Blimit%5D=2",
  "POST /api/v2/ci/pipelines/events/search",
  "POST /api/v2/code-coverage/branch/summary",
];

/** What the service received, as {@link sent} says it. */
export function requestLines({ received }: Loopback): string[] {
  return received.map(({ method, target }) => `${method} ${target}`);
}
