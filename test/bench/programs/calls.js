// Makes as many calls as it is asked to, one after the other, and answers with the CPU milliseconds that they took.
import { pathToFileURL } from "node:url";

const [, , file = "", url = ""] = process.argv;
const { prepare } = await import(pathToFileURL(file).href);
const call = prepare(url);
let before = process.cpuUsage();

process.on("message", async (count) => {
  for (let done = 0; done < count; done++) await call();
  // From one answer to the next: what is collected after the last call is work for it too.
  const { user, system } = process.cpuUsage(before);
  before = process.cpuUsage();
  process.send((user + system) / 1000);
});
