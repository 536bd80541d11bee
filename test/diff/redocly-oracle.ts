// `redocly diff` as a judge: many cases in one run, each below a path of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { isObject, type Json, type JsonObject } from "./units.ts";

const program = join(import.meta.dirname, "../node_modules/@redocly/cli/bin/cli.js");

interface RedoclyChange {
  readonly path: string;
  readonly verdicts: readonly {
    readonly ruleId: string;
    readonly impact: string;
    readonly message: string;
  }[];
}

/**
 * Asks about all pairs of documents, the ones of each version of OpenAPI in one run.
 *
 * @returns For each pair the verdicts that call it a major change: `rule: message`.
 */
export function askRedocly(
  pairs: readonly (readonly [old: string, now: string])[],
): readonly (readonly string[])[] {
  const answers = pairs.map((): string[] => []);
  const versions = pairs.map(([old]) => versionOf(documentOf(old)));
  for (const version of new Set(versions)) {
    const indices = pairs.flatMap((_, index) => (versions[index] === version ? [index] : []));
    const merged = (side: 0 | 1): JsonObject => {
      const documents = indices.map((index) => [index, documentOf(pairs[index]?.[side] ?? "")] as const);
      return merge(version, documents);
    };
    for (const { path, verdicts } of runDiff(merged(0), merged(1))) {
      const index = /^#\/paths\/~1case(\d+)~1/.exec(path)?.[1];
      const major = verdicts.filter(({ impact }) => impact === "major");
      if (index === undefined && major.length > 0) throw new Error(`a change of no case: ${path}`);
      for (const { ruleId, message } of major) answers[Number(index)]?.push(`${ruleId}: ${message}`);
    }
  }
  return answers;
}

function documentOf(text: string): JsonObject {
  const found = (text.startsWith("{") ? JSON.parse(text) : parse(text)) as Json;
  return isObject(found) ? found : {};
}

function versionOf(document: JsonObject): string {
  return String(document["openapi"]).startsWith("3.0") ? "3.0.3" : "3.1.1";
}

/** Each document's paths below `/case<n>`, its components under names that begin with `case<n>.`. */
function merge(
  version: string,
  documents: readonly (readonly [index: number, document: JsonObject])[],
): JsonObject {
  const paths: JsonObject = {};
  const components: Record<string, JsonObject> = {};
  for (const [index, document] of documents) {
    const name = `case${index}.`;
    const text = JSON.stringify({
      paths: document["paths"],
      components: document["components"] ?? {},
    }).replaceAll(/"#\/components\/(\w+)\//g, `"#/components/$1/${name}`);
    const own = JSON.parse(text) as JsonObject;
    for (const [path, item] of Object.entries(isObject(own["paths"]) ? own["paths"] : {})) {
      paths[`/case${index}${path}`] = withIds(item, index);
    }
    for (const [section, found] of Object.entries(isObject(own["components"]) ? own["components"] : {})) {
      if (section === "securitySchemes" || !isObject(found)) continue;
      const into = (components[section] ??= {});
      for (const [key, component] of Object.entries(found)) into[`${name}${key}`] = component;
    }
  }
  return { openapi: version, info: { title: "Cases", version: "1" }, paths, components };
}

/** An operationId is unique in its document. Security is the whole document's, and is left out. */
function withIds(item: Json, index: number): Json {
  if (!isObject(item)) return item;
  return Object.fromEntries(
    Object.entries(item).map(([key, operation]) => {
      if (!isObject(operation) || typeof operation["operationId"] !== "string") return [key, operation];
      const { security: _security, ...rest } = operation;
      return [key, { ...rest, operationId: `case${index}_${operation["operationId"]}` }];
    }),
  );
}

function runDiff(old: JsonObject, now: JsonObject): readonly RedoclyChange[] {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-redocly-")));
  try {
    writeFileSync(join(folder, "old.json"), JSON.stringify(old));
    writeFileSync(join(folder, "new.json"), JSON.stringify(now));
    const args = [
      "diff",
      "old.json",
      "new.json",
      "--format",
      "json",
      "--output",
      "report.json",
      "--fail-on",
      "none",
    ];
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    if (status !== 0) throw new Error(stderr);
    const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as {
      changes: readonly RedoclyChange[];
    };
    return report.changes;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
