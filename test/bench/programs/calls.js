// Makes calls one after the other and prints the CPU milliseconds of one, after warming up.
import { pathToFileURL } from "node:url";

const [, , file = "", url = "", count = "0"] = process.argv;
const { prepare } = await import(pathToFileURL(file).href);
const call = prepare(url);
const times = Number(count);

for (let done = 0; done < times; done++) await call();
const before = process.cpuUsage();
for (let done = 0; done < times; done++) await call();
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / 1000 / times));
