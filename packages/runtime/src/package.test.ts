import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { version } from "./version.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = readdirSync(`${root}/src`, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.startsWith("testing"))
  .map((name) => ({ name, text: readFileSync(`${root}/src/${name}`, "utf8") }));

/** What a source imports or re-exports, by module name. */
function imported(text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s+"([^"]+)"|\bimport\("([^"]+)"\)/g)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
}

describe("the package", () => {
  it("knows its own version", () => {
    expect(version).toBe(JSON.parse(readFileSync(`${root}/package.json`, "utf8")).version);
  });

  it("depends on nothing: what it uses of others is built in, and a peer is brought by who wants it", () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(`${root}/package.json`, "utf8"),
    );
    expect(dependencies).toBeUndefined();
    for (const name of Object.keys(peerDependencies)) expect(peerDependenciesMeta[name].optional).toBe(true);
  });

  it("imports each library in one module alone", () => {
    const outside = sources.flatMap(({ name, text }) =>
      imported(text)
        .filter((module) => !module.startsWith("."))
        .map((module) => [name, module]),
    );
    expect(outside).toEqual([
      ["opentelemetry.ts", "@opentelemetry/api"],
      ["transport.ts", "openapi-fetch"],
      ["answer/events.ts", "eventsource-parser"],
    ]);
  });

  it("declares nothing in whose comments a compiler would look for links: that takes every consumer time", () => {
    const files = readdirSync(`${root}/dist`).filter((name) => name.endsWith(".d.ts"));
    expect(files).toContain("index.d.ts");
    for (const name of files) {
      expect([name, readFileSync(`${root}/dist/${name}`, "utf8").match(/@(see|link)/i)]).toEqual([
        name,
        null,
      ]);
    }
  });

  it("names files with their extension, so that it runs without a bundler", () => {
    expect(sources.length).toBeGreaterThan(40);
    const relative = sources.flatMap(({ text }) => imported(text)).filter((module) => module.startsWith("."));
    expect(relative.filter((module) => !module.endsWith(".js"))).toEqual([]);
  });
});
