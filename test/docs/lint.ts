// Runs Redocly's linter, with the rules of spec/redocly.yaml, over a copy of spec/.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { domains, specFolder } from "./document.ts";

/** One change of a file of spec/: the first `from` becomes `to`. */
export interface Edit {
  file: string;
  from: string;
  to: string;
}

export interface LintResult {
  exitCode: number;
  /** Identifiers of the rules that were broken, each once. */
  rules: string[];
}

const redocly = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);

/** Lints every document after an edit. Throws Error if the text to edit is not there. */
export async function lint(edit?: Edit): Promise<LintResult> {
  const folder = await mkdtemp(join(tmpdir(), "spec-lint-"));
  try {
    await cp(specFolder, folder, { recursive: true });
    if (edit !== undefined) {
      const file = join(folder, edit.file);
      const text = await readFile(file, "utf8");
      if (!text.includes(edit.from))
        throw new Error(`${edit.file} does not hold ${JSON.stringify(edit.from)}`);
      await writeFile(
        file,
        text.replace(edit.from, () => edit.to),
      );
    }
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function run(folder: string): Promise<LintResult> {
  const documents = domains.map((domain) => join(folder, domain, "openapi.yaml"));
  const config = join(folder, "redocly.yaml");
  const options = {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  };
  return new Promise((resolve, reject) => {
    const args = [redocly, "lint", "--config", config, "--format", "checkstyle", ...documents];
    execFile(process.execPath, args, options, (error, stdout) => {
      const exitCode = error === null ? 0 : error.code;
      if (typeof exitCode !== "number") return reject(error);
      const found = [...stdout.matchAll(/ source="([^"]*)"/g)].flatMap(([, rule]) => rule ?? []);
      resolve({ exitCode, rules: [...new Set(found)] });
    });
  });
}
