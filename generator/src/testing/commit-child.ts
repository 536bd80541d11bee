import { readFileSync } from "node:fs";
import { commit } from "../write/commit.ts";
import type { Change } from "../write/plan.ts";

/**
 * A process that carries out changes and dies on the way: `node commit-child.ts <changes.json> <output> <step> <signal> [listen]`.
 * With SIGKILL it is gone at once; with another signal the rest must still happen before it dies. With `listen` it has a
 * listener of its own, which ends it with 7 a while later.
 */
const [changesFile = "", output = "", step = "", signal = "", listen] = process.argv.slice(2);
if (listen !== undefined) process.once(signal, () => setTimeout(() => process.exit(7), 50));
const changes = JSON.parse(readFileSync(changesFile, "utf8")) as readonly Change[];
commit(changes, output, (done) => {
  if (String(done) === step) process.kill(process.pid, signal);
});
// Something to wait for, so that only the signal can be what ends the process.
setInterval(() => {}, 1000);
