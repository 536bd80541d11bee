import { startLoopback } from "../contract/loopback.ts";
import { calls, raceCpu, report } from "./cpu.ts";
import { inProject } from "./project.ts";

/** CPU of sending one event, against `fetch` and JSON.stringify alone. The service runs in another process. */
const rounds = 11;
const count = 1500;

await inProject([], async (folder) => {
  const service = await startLoopback();
  service.answerWith({ status: 202, headers: { "content-type": "application/json" }, body: "{}" });
  try {
    const program = (name: string): readonly string[] => calls(folder, `send-${name}.js`, service.url, count);
    const used = await raceCpu(
      { "plain fetch": program("plain"), clientwright: program("ours") },
      folder,
      rounds,
    );
    report(used, 3, "clientwright / plain fetch: at most 1.15");
  } finally {
    await service.close();
  }
});
