// A user's project: what it installs from the registry, and whether its program compiles and runs.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOrThrow } from "../consumer/command.ts";
import { compile, newestCompiler, type Diagnostic } from "../consumer/compilers.ts";
import { pnpm } from "../consumer/pnpm.ts";
import type { Registry } from "./registry.ts";

export const managers = ["npm", "pnpm"] as const;
export type Manager = (typeof managers)[number];

export interface Customer {
  readonly folder: string;
  /** The version that was installed. */
  readonly version: string;
}

/** A project that depends on one package at a version or range, installed by its package manager. */
export async function customer(
  manager: Manager,
  name: string,
  range: string,
  registry: Registry,
): Promise<Customer> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "clientwright-customer-")));
  const manifest = { name: "customer", private: true, type: "module", dependencies: { [name]: range } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, ".npmrc"), registry.npmrc("@clientwright"));
  // What was published a moment ago is what is looked at.
  writeFileSync(join(folder, "pnpm-workspace.yaml"), "minimumReleaseAge: 0\n");
  const [command, ...input] =
    manager === "npm"
      ? (["npm", "install", "--no-audit", "--no-fund", "--prefer-offline"] as const)
      : ([...pnpm(), "install", "--prefer-offline"] as const);
  await runOrThrow(command, input, { cwd: folder });
  const installed = join(folder, "node_modules", name, "package.json");
  const { version } = JSON.parse(readFileSync(installed, "utf8")) as { readonly version: string };
  return { folder, version };
}

/** Compiles a program of the project, with its declarations checked, and leaves the JavaScript in `built/`. */
export function compileProgram({ folder }: Customer, program: string): Promise<Diagnostic[]> {
  mkdirSync(join(folder, "src"), { recursive: true });
  writeFileSync(join(folder, "src", "main.ts"), program);
  const compilerOptions = {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "nodenext",
    types: [],
    rootDir: "src",
    outDir: "built",
    strict: true,
    skipLibCheck: false,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  return compile(newestCompiler(), folder, "tsconfig.json");
}
