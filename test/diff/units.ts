// The documents that edits are made to: real ones, one operation a document, so that a thousand of them are affordable.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { documentJson } from "../../generator/src/emit/document.ts";
import { githubDocument } from "./github.ts";
import { models, withFile } from "./models.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** A document with one operation. */
export interface Unit {
  /** `package operation`. */
  readonly name: string;
  readonly document: JsonObject;
}

/** Parts of GitHub's document that between them use much of OpenAPI: unions, `allOf`, `nullable`, forms, many failures. */
const githubTags = new Set([
  "gists",
  "gitignore",
  "reactions",
  "rate-limit",
  "code-scanning",
  "checks",
  "meta",
]);

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every operation of this workspace's documents, and of a slice of GitHub's. */
export function units(): readonly Unit[] {
  const packages = join(import.meta.dirname, "../../packages");
  const own = ["ci-visibility-pipelines", "code-coverage"].map((name) => ({
    name,
    text: readFileSync(join(packages, name, "openapi.json"), "utf8"),
  }));
  const github = models(githubDocument, { split: "tag" })
    .filter((api) => githubTags.has(api.package.folder))
    .map((api) => ({ name: `github-${api.package.folder}`, text: documentJson(api) }));
  return [...own, ...github].flatMap(({ name, text }) => divide(name, JSON.parse(text) as JsonObject));
}

function divide(name: string, document: JsonObject): readonly Unit[] {
  const paths = document["paths"];
  return Object.entries(isObject(paths) ? paths : {}).flatMap(([path, item]) => {
    if (!isObject(item)) return [];
    const methods = Object.keys(item).filter((key) => /^(get|put|post|delete|patch)$/.test(key));
    return methods.map((method): Unit => {
      const only = Object.entries(item).filter(([key]) => key === method || !methods.includes(key));
      const alone = { ...document, paths: { [path]: Object.fromEntries(only) } };
      // Through the generator once, which leaves out the components that the operation does not reach.
      const [api] = withFile(JSON.stringify(alone), (file) => models(file));
      if (api === undefined) throw new Error(`no package of ${method} ${path}`);
      const [operation] = api.operations;
      return {
        name: `${name} ${operation?.name ?? ""}`,
        document: JSON.parse(documentJson(api)) as JsonObject,
      };
    });
  });
}
