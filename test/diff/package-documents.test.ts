import { describe, expect, it } from "vitest";
import { documentJson } from "../../generator/src/emit/document.ts";
import { emitPackage } from "../../generator/src/emit/package.ts";
import type { Api } from "../../generator/src/model/api.ts";
import { githubDocument } from "./github.ts";
import { models, withFile } from "./models.ts";

function sources(api: Api | undefined): Readonly<Record<string, string>> {
  if (api === undefined) return {};
  const files = [...emitPackage(api, {}, { version: "1.0.0" })];
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

describe("GitHub's document, one package a tag", () => {
  const apis = models(githubDocument, { split: "tag" });

  it("is divided into documents that each give their package again", () => {
    expect(apis.length).toBeGreaterThan(40);
    for (const api of apis) {
      const again = withFile(documentJson(api), (path) => models(path));
      expect(sources(again[0]), api.package.name).toEqual(sources(api));
    }
  });

  it("ships with each package its own part alone", () => {
    const sizes = apis.map((api) => documentJson(api).length);
    // The largest part is smaller than the whole by far, and all of them together repeat little.
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(13_000_000);
  });
});
