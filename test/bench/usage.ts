import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What a Node program took, with the processes that it started. */
export interface Usage {
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of all processors. */
  readonly cpu: number;
  /** The most memory that one of its processes held, in bytes. */
  readonly memory: number;
}

const reporter = `import { writeFileSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(new URL(\`\${process.pid}.json\`, import.meta.url), JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS * 1024 }));
});
`;

/**
 * Runs a Node program to its end. Each of its processes says itself what it took, by a module that is loaded before it.
 *
 * @throws Error when it fails.
 */
export function usage(args: readonly string[], cwd: string): Usage {
  const reports = mkdtempSync(join(tmpdir(), "clientwright-usage-"));
  try {
    const file = join(reports, "report.mjs");
    writeFileSync(file, reporter);
    const env = { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(file).href}` };
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd,
      env,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const wall = performance.now() - began;
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stderr}`);
    const found = readdirSync(reports)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(reports, name), "utf8")) as Omit<Usage, "wall">);
    return {
      wall,
      cpu: found.reduce((sum, each) => sum + each.cpu, 0),
      memory: Math.max(...found.map((each) => each.memory)),
    };
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}
