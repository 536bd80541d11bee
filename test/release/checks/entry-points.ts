// Whether what package.json points to is there, and has types, for whoever imports it: publint and attw say.
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Tarball } from "../tarball.ts";
import type { Problem } from "./problem.ts";

/** Of attw's profile `esm-only`: TypeScript's oldest resolution knows no `exports`, and `require` of ESM is Node's to do. */
const otherWorlds: ReadonlySet<string> = new Set(["node10", "node16-cjs"]);

export async function checkEntryPoints({ bytes, manifest }: Tarball): Promise<Problem[]> {
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer },
    level: "suggestion",
    strict: true,
  });
  const types = await checkPackage(createPackageFromTarballData(bytes));
  const found = types.types ? types.problems : [{ kind: "NoTypes" as const }];
  return [
    ...messages.map((message) => ({
      check: "publint",
      message: formatMessage(message, pkg) ?? message.code,
    })),
    ...found
      .filter((problem) => !("resolutionKind" in problem && otherWorlds.has(problem.resolutionKind)))
      .map((problem) => ({
        check: "attw",
        message: `${problem.kind}: ${JSON.stringify({ ...problem, package: manifest.name })}`,
      })),
  ];
}
