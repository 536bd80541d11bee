// Whether the code says the version that is published: it sends it with every request, as its user agent.
import { textOf, type Tarball } from "../tarball.ts";
import type { Problem } from "./problem.ts";

export function checkVersion({ kind, files, manifest: { name, version } }: Tarball): Problem[] {
  // A tool that says its version reads its package.json.
  if (kind === "tool") return [];
  const code = textOf(files, "dist/index.js") ?? "";
  const said =
    kind === "runtime"
      ? /\bversion = "([^"]*)"/.exec(code)?.[1]
      : new RegExp(`name: ${JSON.stringify(name)},\\s*version: "([^"]*)"`).exec(code)?.[1];
  if (said === version) return [];
  return [
    {
      check: "version",
      message: `dist/index.js says ${said ?? "no version"}, package.json ${version}: run release:version, then build`,
    },
  ];
}
