import { startLoopback } from "../contract/loopback.ts";
import { calls, raceCpu, report } from "./cpu.ts";
import { inProject } from "./project.ts";

/** CPU of one search page of 1,000 events, against `fetch` and JSON.parse alone. The service runs in another process. */
const rounds = 11;
const count = 300;

await inProject([], async (folder) => {
  const service = await startLoopback();
  service.answerWith({ status: 200, headers: { "content-type": "application/json" }, body: page() });
  try {
    const program = (name: string): readonly string[] => calls(folder, `page-${name}.js`, service.url, count);
    const used = await raceCpu(
      { "fetch and JSON.parse": program("plain"), clientwright: program("ours") },
      folder,
      rounds,
    );
    report(used, 2, "clientwright / fetch and JSON.parse: at most 1.05");
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
