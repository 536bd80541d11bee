// Loads a package, or nothing, and prints the CPU milliseconds of this process until then.
const [, , name] = process.argv;
if (name) await import(name);
const { user, system } = process.cpuUsage();
process.stdout.write(String((user + system) / 1000));
