import type { Plugin } from "prettier";
import { format as prettify } from "prettier/standalone";
import type { EmittedFile } from "../emit/package.ts";

/** The layout of everything that is written. Fixed, so that the same input gives the same bytes everywhere. */
const options = { printWidth: 110 } as const;

const parsers: Readonly<Record<string, string>> = { ts: "typescript", md: "markdown", json: "json" };

/** Formats an emitted file by its ending; files of other endings are written as they are. */
export async function formatFile(file: EmittedFile): Promise<EmittedFile> {
  // As prettier itself does by the file's name, so that its own check agrees.
  const parser =
    file.path === "package.json" ? "json-stringify" : parsers[/\.(\w+)$/.exec(file.path)?.[1] ?? ""];
  if (parser === undefined) return file;
  const text = await prettify(file.text, { ...options, parser, plugins: await plugins() });
  return { path: file.path, text };
}

let loaded: Promise<Plugin[]> | undefined;

/** Named one by one, because prettier's own loading of its plugins searches the disk for each file. */
function plugins(): Promise<Plugin[]> {
  loaded ??= Promise.all([
    import("prettier/plugins/typescript"),
    import("prettier/plugins/estree"),
    import("prettier/plugins/markdown"),
    import("prettier/plugins/babel"),
  ]);
  return loaded;
}
