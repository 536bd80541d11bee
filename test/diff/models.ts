// Documents to models, in this process.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentConfig } from "../../generator/src/config.ts";
import { Diagnostics } from "../../generator/src/diagnostics.ts";
import { loadDocument } from "../../generator/src/load/document.ts";
import type { Api } from "../../generator/src/model/api.ts";
import { buildApis } from "../../generator/src/model/build.ts";

/**
 * The models of a document's packages.
 *
 * @throws Error with the first problems of a document that has errors.
 */
export function models(path: string, config: Omit<DocumentConfig, "document"> = {}): readonly Api[] {
  const diagnostics = new Diagnostics();
  const document = loadDocument(path, "/", diagnostics);
  const options = { config: { document: path, ...config }, source: "openapi.json" };
  const apis = document === undefined ? [] : buildApis(document, options, diagnostics);
  const errors = diagnostics.all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3), null, 2));
  return apis;
}

/** Gives a text a file for as long as a function works with it. */
export function withFile<Result>(text: string, work: (path: string) => Result): Result {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-diff-")));
  try {
    // JSON is YAML too, and read as fast.
    const path = join(folder, "openapi.yaml");
    writeFileSync(path, text);
    return work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
