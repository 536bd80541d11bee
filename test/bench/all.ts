import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Every bench, one after the other, so that none takes another's core. With names (`generate`, `pages`, …), those only.
 * The packages and the generator must be built.
 */
const all = [
  "generate",
  "large",
  "watch",
  "diff",
  "bundle",
  "import",
  "send",
  "page",
  "pages",
  "batches",
  "consumer",
  "large-consumer",
  "remote-cache",
  "hostile",
  "fuzz",
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`there is no bench ${unknown.join(", ")}; there are ${all.join(", ")}\n`);
  process.exitCode = 2;
} else {
  for (const name of asked.length === 0 ? all : asked) {
    process.stdout.write(`\n== ${name}\n`);
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
}
