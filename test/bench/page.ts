import { join } from "node:path";
import { startLoopback } from "../contract/loopback.ts";
import { raceCalls } from "./calls.ts";
import { inProject } from "./project.ts";

/** CPU of one search page of 1,000 events, against `fetch` and JSON.parse alone. The service runs in another process. */
const turn = 20;

await inProject([], async (folder) => {
  const service = await startLoopback();
  service.answerWith({ status: 200, headers: { "content-type": "application/json" }, body: page() });
  try {
    const program = (name: string): string => join(folder, "programs", `page-${name}.js`);
    const contestants = { peer: program("plain"), ours: program("ours") };
    await raceCalls("fetch and JSON.parse", contestants, service.url, turn, "at most 1.05");
  } finally {
    await service.close();
  }
});

/** Events of about the size and depth that the service's documentation shows. */
function page(): string {
  const data = Array.from({ length: 1000 }, (_, index) => ({
    id: `AgAAAXh7u3mAAAAA${index}`,
    type: "cipipeline",
    attributes: {
      ci_level: "job",
      tags: ["team:backend", "env:ci", `shard:${index % 8}`],
      attributes: {
        start: 1_636_629_011_007_000_000,
        duration: 1_000_000 + index,
        ci: { status: "success", provider: { name: "bench" }, pipeline: { id: `${index}`, name: "deploy" } },
        git: { branch: "main", commit: { sha: "7f263865994b76066c4612fd1965215e7dcb4cd2" } },
      },
    },
  }));
  return JSON.stringify({ data, meta: { status: "done", page: { after: "next" } } });
}
