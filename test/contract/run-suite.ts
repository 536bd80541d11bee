// Runs one folder of tests against one installed package.
import { join, resolve } from "node:path";
import { startVitest } from "vitest/node";

export interface Target {
  /** The package's name. */
  readonly name: string;
  /** The project that it is installed in. */
  readonly project: string;
  /** Where reports go. */
  readonly reports: string;
}

/** The environment by which the tests know what to test. */
export function environmentOf({ name, project, reports }: Target): Record<string, string> {
  return {
    CLIENTWRIGHT_PACKAGE: name,
    CLIENTWRIGHT_PROJECT: project,
    CLIENTWRIGHT_REPORTS: reports,
  };
}

/**
 * Runs `suite/` or `proof/`.
 *
 * @returns Whether there were tests and all of them passed.
 */
export async function runSuite(
  part: "suite" | "proof",
  target: Target,
  filters: readonly string[],
): Promise<boolean> {
  Object.assign(process.env, environmentOf(target));
  const vitest = await startVitest(
    "test",
    [...filters],
    {
      root: resolve(import.meta.dirname, ".."),
      config: join(import.meta.dirname, "vitest.config.ts"),
      include:
        part === "suite"
          ? ["contract/suite/*.test.ts", `contract/traps/${target.name.split("/").at(-1)}{,.*}.test.ts`]
          : ["contract/proof/*.test.ts"],
      run: true,
      watch: false,
      reporters: ["default", "json"],
      outputFile: {
        json: join(target.reports, part === "suite" ? "vitest.json" : "vitest.proof.json"),
      },
    },
    // Several packages may be tested at the same time.
    { cacheDir: join(target.reports, "..", "node_modules/.vite") },
  );
  const modules = vitest.state.getTestModules();
  const passed = modules.length > 0 && modules.every((module) => module.ok());
  const broken = vitest.state.getUnhandledErrors().length > 0;
  await vitest.close();
  return passed && !broken;
}
