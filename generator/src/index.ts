export { defineConfig } from "./config.ts";
export type { Config, DocumentConfig, PackageConfig } from "./config.ts";
export { codes } from "./diagnostics.ts";
export type { Code, Diagnostic, Severity } from "./diagnostics.ts";
export { generate } from "./generate.ts";
export type { GenerateOptions, GenerateReport, PackageReport } from "./generate.ts";
export type { Action, Change } from "./write/plan.ts";
