import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { race } from "./measure.ts";
import { installPeers } from "./peers.ts";

/**
 * How long `generate` takes for both domains, against peers on the same documents in the same run, each in a fresh
 * process: cold (nothing there yet), and with nothing to do. Prints medians and ratios; needs the built generator.
 */
const root = join(import.meta.dirname, "..", "..");
const rounds = 7;
const peers = ["@hey-api/openapi-ts@0.99.0", "openapi-typescript@7.13.0", "typescript@5.9.3"];
const documents = ["ci-visibility-pipelines", "code-coverage"];

const folder = mkdtempSync(join(tmpdir(), "clientwright-bench-"));
try {
  cpSync(join(root, "spec"), join(folder, "spec"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "node_modules", "@clientwright"), join(folder, "node_modules", "@clientwright"));
  const runner = join(folder, "clientwright.mjs");
  const cli = JSON.stringify(join(root, "generator", "dist", "cli.js"));
  writeFileSync(
    runner,
    `import { main } from ${cli};\nprocess.exitCode = await main(process.argv.slice(2));\n`,
  );

  const peerFolder = join(folder, "peers");
  const bin = installPeers(peerFolder, peers);
  const document = (name: string): string => join(folder, "spec", name, "openapi.yaml");
  const fresh =
    (...names: readonly string[]) =>
    (): void => {
      for (const name of names) rmSync(join(folder, name), { recursive: true, force: true });
    };

  const generate = [process.execPath, runner, "generate"] as const;
  const results = race(
    [
      {
        name: "clientwright, cold",
        run: [generate],
        cwd: folder,
        before: fresh("packages", "node_modules/.cache"),
      },
      { name: "clientwright, nothing to do", run: [generate], cwd: folder },
      {
        name: "hey-api/openapi-ts",
        run: documents.map(
          (name) =>
            [
              bin("openapi-ts"),
              "-i",
              document(name),
              "-o",
              join(folder, "hey-api", name),
              "--silent",
            ] as const,
        ),
        cwd: peerFolder,
        before: fresh("hey-api"),
      },
      {
        name: "openapi-typescript (types only)",
        run: documents.map(
          (name) =>
            [bin("openapi-typescript"), document(name), "-o", join(folder, "types", `${name}.ts`)] as const,
        ),
        cwd: peerFolder,
        before: fresh("types"),
      },
    ],
    rounds,
  );
  const time = (name: string): number => results.get(name) ?? Number.NaN;
  for (const [name, milliseconds] of results)
    process.stdout.write(`${name.padEnd(32)} ${Math.round(milliseconds)} ms\n`);
  const slower = Math.max(time("hey-api/openapi-ts"), time("openapi-typescript (types only)"));
  const cold = time("clientwright, cold");
  process.stdout.write(`cold / slower peer   ${(cold / slower).toFixed(2)} (at most 2.0)\n`);
  process.stdout.write(
    `nothing to do / cold ${(time("clientwright, nothing to do") / cold).toFixed(2)} (at most 0.5)\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
