import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyWorkspace } from "./copy.ts";

/** What turbo does again after an edit: a task whose hash is the same as before comes from its cache. */
const root = join(import.meta.dirname, "..", "..");
const bin = join(root, "node_modules", ".bin");
let copy: string;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "clientwright-workspace-"));
  copyWorkspace(root, copy);
  mkdirSync(join(copy, "node_modules"));
  symlinkSync(join(root, "node_modules", "@clientwright"), join(copy, "node_modules", "@clientwright"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

interface Task {
  readonly taskId: string;
  readonly hash: string;
}

function hashes(): ReadonlyMap<string, string> {
  const output = execFileSync(join(bin, "turbo"), ["run", "build", "test", "--dry=json"], {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 64 * 1024 * 1024,
  });
  const { tasks } = JSON.parse(output) as { tasks: readonly Task[] };
  return new Map(tasks.map((task) => [task.taskId, task.hash]));
}

/** Edits a file of the copy, generates, and gives the tasks that turbo would run again. */
function tasksAfter(file: string, edit: (text: string) => string): readonly string[] {
  const before = hashes();
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  const edited = edit(text);
  expect(edited, "the edit changes the file").not.toBe(text);
  writeFileSync(path, edited);
  execFileSync(process.execPath, [join(root, "generator", "bin", "clientwright.js"), "generate"], {
    cwd: copy,
    stdio: "ignore",
  });
  const after = hashes();
  return [...after]
    .filter(([task, hash]) => before.get(task) !== hash)
    .map(([task]) => task)
    .toSorted();
}

const acrossPackages = "@clientwright/test#test";

describe("an edit of one domain's document", () => {
  it("builds and tests that domain again, and no other", () => {
    const edit = (text: string): string => text.replace(/^( {6}summary: .*)$/m, "$1, edited");
    expect(tasksAfter("spec/code-coverage/openapi.yaml", edit)).toEqual([
      "@clientwright/code-coverage#build",
      "@clientwright/code-coverage#test",
      "@clientwright/test#build",
      acrossPackages,
    ]);
  });

  it("does so when the edit is in a file that it refers to", () => {
    const edit = (text: string): string => text.replace(/^( +description: \w+)/m, "$1, edited,");
    const tasks = tasksAfter("spec/ci-visibility-pipelines/schemas/job.yaml", edit);
    expect(tasks).toContain("@clientwright/ci-visibility-pipelines#build");
    expect(tasks).toContain("@clientwright/ci-visibility-pipelines#test");
    expect(tasks.filter((task) => task.includes("code-coverage"))).toEqual([]);
  });

  it("leaves the packages alone when it changes nothing that they ship", () => {
    const file = "spec/ci-visibility-pipelines/schemas/job.yaml";
    expect(tasksAfter(file, (text) => `${text}# A remark.\n`)).toEqual([acrossPackages]);
  });
});

describe("an edit of what the domains share", () => {
  it("tests both again", () => {
    const edit = (text: string): string => text.replace(/^( +description: \w+)/m, "$1, edited,");
    const tasks = tasksAfter("spec/shared/security.yaml", edit);
    expect(tasks).toContain("@clientwright/ci-visibility-pipelines#test");
    expect(tasks).toContain("@clientwright/code-coverage#test");
    expect(tasks).not.toContain("@clientwright/runtime#build");
  });
});
