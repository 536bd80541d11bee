import { startLoopback } from "../contract/loopback.ts";
import { raceCalls, report } from "./cpu.ts";
import { inProject } from "./project.ts";

/** CPU of sending one event, against `fetch` and JSON.stringify alone. The service runs in another process. */
const calls = 150;
const slices = 30;

await inProject([], async (folder) => {
  const service = await startLoopback();
  service.answerWith({ status: 202, headers: { "content-type": "application/json" }, body: "{}" });
  try {
    const contestants = { "plain fetch": "send-plain.js", clientwright: "send-ours.js" };
    const used = await raceCalls(folder, contestants, service.url, calls, slices);
    report(used, 3, "clientwright / plain fetch: at most 1.15");
  } finally {
    await service.close();
  }
});
