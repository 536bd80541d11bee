import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { workspaceFolder } from "../consumer/workspace-packages.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const read = (path: string): string => readFileSync(join(workspaceFolder, path), "utf8");
const workflow = (text: string): Workflow => parse(text) as Workflow;
const release = read(".github/workflows/release.yml");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

/** What is wrong with who may do what in a workflow. */
function excesses({ permissions, jobs }: Workflow): string[] {
  const entries = Object.entries(jobs);
  const publishers = entries.filter(([, job]) => job.permissions?.["id-token"] === "write");
  return [
    ...(permissions["contents"] === "read" && Object.keys(permissions).length === 1
      ? []
      : ["jobs may do more than read unless they say otherwise"]),
    ...(publishers.length === 1 ? [] : [`${publishers.length} jobs may publish`]),
    ...publishers
      .filter(([, { environment, permissions: own = {} }]) => !environment || own["contents"] !== "read")
      .map(([name]) => `${name} publishes without an environment, or may write to the repository`),
    ...entries.flatMap(([name, { steps }]) =>
      steps
        .filter(({ uses }) => uses !== undefined && !/@(v\d+|[0-9a-f]{40})$/.test(uses))
        .map(({ uses }) => `${name} uses ${uses}, of no version`),
    ),
  ];
}

/** What `npx -y pnpm@12` is asked for in a text that neither the workspace's scripts nor its programs know. */
function unknownCommands(text: string): string[] {
  return [...text.matchAll(/npx -y pnpm@12 (exec )?([a-z][\w:-]*)/g)].flatMap(([whole, exec, name = ""]) => {
    const program = join(workspaceFolder, "node_modules", ".bin", name);
    return (exec ? existsSync(program) : name in scripts) ? [] : [whole];
  });
}

describe("the release workflow", () => {
  it("lets one job publish, which can do nothing else", () => {
    expect(excesses(workflow(release))).toEqual([]);
  });

  it.each([
    [
      "packing may publish too",
      (text: string) => text.replace("  pack:\n", "  pack:\n    permissions: { id-token: write }\n"),
      "2 jobs may publish",
    ],
    [
      "the publishing job may write",
      (text: string) => text.replace("      contents: read\n      #", "      contents: write\n      #"),
      "publish publishes without",
    ],
    [
      "every job may write",
      (text: string) => text.replace("permissions:\n  contents: read", "permissions:\n  contents: write"),
      "jobs may do more",
    ],
    [
      "an action is of no version",
      (text: string) => text.replace("checkout@v5", "checkout@main"),
      "of no version",
    ],
  ])("is refused when %s", (_, spoil, message) => {
    expect(excesses(workflow(spoil(release)))[0]).toContain(message);
  });

  it.each([".github/workflows/release.yml", ".changeset/README.md", "README.md", "CONTRIBUTING.md"])(
    "and %s ask for commands that there are",
    (path) => {
      expect(unknownCommands(read(path))).toEqual([]);
      expect(unknownCommands("npx -y pnpm@12 relaese and npx -y pnpm@12 exec chngset")).toHaveLength(2);
    },
  );
});
