import { join } from "node:path";
import { startLoopback } from "../contract/loopback.ts";
import { raceCalls } from "./calls.ts";
import { inProject } from "./project.ts";

/** CPU of sending one event, against `fetch` and JSON.stringify alone. The service runs in another process. */
const turn = 100;

await inProject([], async (folder) => {
  const service = await startLoopback();
  service.answerWith({ status: 202, headers: { "content-type": "application/json" }, body: "{}" });
  try {
    const program = (name: string): string => join(folder, "programs", `send-${name}.js`);
    const contestants = { peer: program("plain"), ours: program("ours") };
    await raceCalls("plain fetch", contestants, service.url, turn, "at most 1.15");
  } finally {
    await service.close();
  }
});
