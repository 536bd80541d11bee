import { join } from "node:path";
import { raceCpu } from "./cpu.ts";
import { inProject, serviceSdk } from "./project.ts";

/** CPU until a package is loaded, over that of a Node that loads nothing: ours, and the service's own SDK. */
const rounds = 11;

await inProject([serviceSdk], async (folder) => {
  const program = join(folder, "programs", "import.js");
  const packages = {
    "ci-visibility-pipelines": "@clientwright/ci-visibility-pipelines",
    "code-coverage": "@clientwright/code-coverage",
    "the service's SDK": "@datadog/datadog-api-client",
  };
  const loads = Object.entries(packages).map(([name, id]) => [name, [program, id]] as const);
  const used = await raceCpu({ "bare Node": [program], ...Object.fromEntries(loads) }, folder, rounds);
  const over = (name: string): number =>
    (used.get(name)?.cpu ?? Number.NaN) - (used.get("bare Node")?.cpu ?? Number.NaN);
  for (const [name, { cpu }] of used)
    process.stdout.write(
      `${name.padEnd(24)} ${cpu.toFixed(1).padStart(7)} ms CPU   +${over(name).toFixed(1)}\n`,
    );
  process.stdout.write(
    "ours: at most 15 ms over bare Node, on a machine where the SDK takes 1,100 ms (0.014)\n",
  );
  const share = over("ci-visibility-pipelines") / over("the service's SDK");
  process.stdout.write(`ours / the service's SDK, both over bare Node: ${share.toFixed(3)}\n`);
});
