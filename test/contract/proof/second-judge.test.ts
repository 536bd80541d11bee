// A judge that is not ours reads the traffic that the suite recorded: `redocly drift`, by the document the package ships.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setting } from "../subject.ts";
import { trafficFolder } from "../traffic.ts";

const redocly = join(
  dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")),
  "bin/cli.js",
);
const name = setting("PACKAGE");
const document = createRequire(join(setting("PROJECT"), "package.json")).resolve(`${name}/openapi.json`);
const traffic = trafficFolder();

interface Drift {
  readonly run: {
    readonly totalExchanges: number;
    readonly documentedExchanges: number;
    readonly findingsBySeverity: Readonly<Record<"info" | "warning" | "error", number>>;
  };
}

interface Share {
  readonly covered: number;
  readonly total: number;
}

interface Coverage {
  readonly totals: Readonly<Record<"operations" | "parameters" | "properties" | "responses", Share>>;
  readonly operations: readonly { readonly operationId: string; readonly missing: readonly object[] }[];
}

/** Judges a folder of HAR files. */
async function drift(
  folder: string,
  output: string,
): Promise<{ readonly found: Drift; readonly coverage: Coverage }> {
  const report = join(output, "drift.json");
  const covered = join(output, "coverage.json");
  await new Promise<void>((resolve) => {
    const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
    const files = ["--format", "json", "--output", report, "--coverage", "--coverage-output", covered];
    const args = [redocly, "drift", folder, "--api", document, "--traffic-format", "har", ...files];
    // It exits with 1 when it found something; the report says what.
    execFile(process.execPath, args, { cwd: output, env }, () => resolve());
  });
  return {
    found: JSON.parse(readFileSync(report, "utf8")),
    coverage: JSON.parse(readFileSync(covered, "utf8")),
  };
}

const folder = mkdtempSync(join(tmpdir(), "clientwright-drift-"));
let judged: Awaited<ReturnType<typeof drift>>;
beforeAll(async () => {
  judged = await drift(traffic, folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  const { totals } = judged.coverage;
  const shares = Object.entries(totals).map(([what, { covered, total }]) => `${what} ${covered}/${total}`);
  process.stdout.write(
    `${name}, by redocly drift: ${judged.found.run.totalExchanges} exchanges; ${shares.join(", ")}\n`,
  );
});

describe("redocly drift", () => {
  it("finds every exchange in the document, and nothing wrong with any", () => {
    const { totalExchanges, documentedExchanges, findingsBySeverity } = judged.found.run;
    expect(totalExchanges).toBeGreaterThan(500);
    expect(documentedExchanges).toBe(totalExchanges);
    // Its notes are about the headers of credentials and of the request id, which it does not look up.
    expect(findingsBySeverity).toMatchObject({ error: 0, warning: 0 });
  });

  it("has seen every operation, status, parameter and property", () => {
    const missing = judged.coverage.operations.flatMap(({ operationId, missing: all }) =>
      all.map((one) => ({ operationId, ...one })),
    );
    expect(missing).toEqual([]);
    for (const { covered, total } of Object.values(judged.coverage.totals)) expect(covered).toBe(total);
  });

  it("would find a wrong request, a wrong answer and a missing operation", async () => {
    const wrong = join(folder, "wrong");
    cpSync(traffic, wrong, { recursive: true });
    const file = join(wrong, "samples.har");
    const { log } = JSON.parse(readFileSync(file, "utf8"));
    const withBody = log.entries.find((entry: { request: { postData?: object } }) => entry.request.postData);
    withBody.request.postData.text = '{"data":"no object"}';
    const refused = log.entries.find(
      (entry: { response: { status: number } }) => entry.response.status === 400,
    );
    refused.response.content.text = '{"errors":"no list"}';
    const [first] = log.entries;
    const other = {
      ...first,
      request: { ...first.request, url: first.request.url.replace("/api/", "/ipa/") },
    };
    writeFileSync(file, JSON.stringify({ log: { ...log, entries: [...log.entries, other] } }));
    const { found } = await drift(wrong, folder);
    expect(found.run.findingsBySeverity.error + found.run.findingsBySeverity.warning).toBeGreaterThan(1);
    expect(found.run.documentedExchanges).toBe(found.run.totalExchanges - 1);
  });
});
