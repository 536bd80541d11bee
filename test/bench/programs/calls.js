// Makes calls of several contestants in turn, a slice of each, and prints as JSON the CPU milliseconds of one call in each
// slice of each contestant. In one process, so that all have the same heap, the same connection and the same machine.
import { pathToFileURL } from "node:url";

const [, , url = "", count = "0", slices = "0", ...files] = process.argv;
const times = Number(count);
const contestants = [];
for (const file of files) {
  const { prepare } = await import(pathToFileURL(file).href);
  contestants.push({ call: prepare(url), slices: [] });
}

async function slice({ call }) {
  // What the others have left is not this one's to sweep up.
  globalThis.gc();
  const before = process.cpuUsage();
  for (let done = 0; done < times; done++) await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

for (const contestant of contestants) for (let done = 0; done < 10; done++) await slice(contestant);
for (let turn = 0; turn < Number(slices); turn++) {
  // Who comes first changes, since each leaves the engine and the service warm for the next.
  const order = turn % 2 ? contestants.toReversed() : contestants;
  for (const contestant of order) contestant.slices.push(await slice(contestant));
}
process.stdout.write(JSON.stringify(contestants.map((contestant) => contestant.slices)));
