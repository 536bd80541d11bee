// Whether the exported API is the reviewed one.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createTwoFilesPatch } from "diff";
import type { ExportedApi } from "../exported-api.ts";
import type { Problem } from "./problem.ts";

export interface ReviewedApi {
  /** The folder of the committed texts. */
  readonly reviewed: string;
  /** Writes the texts in place of comparing them. */
  readonly update: boolean;
}

export function checkExportedApi(apis: readonly ExportedApi[], { reviewed, update }: ReviewedApi): Problem[] {
  return apis.flatMap(({ file, text }) => {
    const path = join(reviewed, file);
    if (update) {
      mkdirSync(reviewed, { recursive: true });
      writeFileSync(path, text);
      return [];
    }
    const before = read(path);
    if (before === text) return [];
    const change =
      before === undefined
        ? `${file} is new`
        : createTwoFilesPatch("reviewed", "packed", before, text, file, file);
    return [
      {
        check: "exported-api",
        message: `the exported API is not the reviewed one: release:check --update writes it anew\n${change}`,
      },
    ];
  });
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
