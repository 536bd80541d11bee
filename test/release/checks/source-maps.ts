// Whether a debugger finds the source of every line: the sources themselves are not published.
import { SourceMap, type SourceMapPayload } from "node:module";
import { posix } from "node:path";
import { textOf, type Tarball } from "../tarball.ts";
import type { Problem } from "./problem.ts";

export function checkSourceMaps({ files }: Tarball): Problem[] {
  return [...files.keys()]
    .filter((path) => /^dist\/.*\.js$/.test(path))
    .flatMap((path) => messagesOf(files, path).map((message) => ({ check: "source-maps", message })));
}

function messagesOf(files: Tarball["files"], path: string): string[] {
  const code = textOf(files, path) ?? "";
  const name = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  if (name === undefined) return [`${path} has no source map: build it with one`];
  const text = textOf(files, posix.join(posix.dirname(path), name));
  if (text === undefined) return [`${path} points to ${name}, which is not in the package`];
  const payload = JSON.parse(text) as SourceMapPayload;
  const contents = payload.sources.map(
    (source, index) =>
      payload.sourcesContent?.[index] ?? textOf(files, posix.join(posix.dirname(path), source)),
  );
  const without = payload.sources.filter((_, index) => contents[index] === undefined);
  if (without.length > 0) {
    return [`${name} has no text of ${without.join(", ")}: build it with the sources in the map`];
  }
  return wrongLines(
    code,
    new SourceMap(payload),
    new Map(payload.sources.map((source, i) => [source, contents[i]])),
  ).map(
    (line) => `${path}:${line} is said to come from a line that its source does not have: build it again`,
  );
}

/** Lines, from 1, whose mapping leads nowhere. */
function wrongLines(
  code: string,
  map: SourceMap,
  sources: ReadonlyMap<string, string | undefined>,
): number[] {
  const lengths = new Map([...sources].map(([name, text = ""]) => [name, text.split("\n").length]));
  return code.split("\n").flatMap((_, line) => {
    const entry = map.findEntry(line, 0);
    if (!("originalSource" in entry)) return [];
    return entry.originalLine < (lengths.get(entry.originalSource) ?? 0) ? [] : [line + 1];
  });
}
