import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readTree, temporaryFolder, type Tree, writeTree } from "../testing/folder.ts";
import { commit, recover } from "./commit.ts";
import type { Change } from "./plan.ts";

const before: Tree = {
  "one/src/a.ts": "old a",
  "one/src/gone/b.ts": "old b",
  "one/README.md": "kept",
  "one/mine.txt": "a person's",
  "two/src/c.ts": "old c",
};

const after: Tree = {
  "one/src/a.ts": "new a",
  "one/README.md": "kept",
  "one/mine.txt": "a person's",
  "one/src/operations/d.ts": "new d",
  "three/src/deep/e.ts": "new e",
};

function changes(output: string): readonly Change[] {
  return [
    { action: "changed", path: join(output, "one/src/a.ts"), before: "old a", after: "new a" },
    { action: "created", path: join(output, "one/src/operations/d.ts"), after: "new d" },
    { action: "unchanged", path: join(output, "one/README.md"), before: "kept", after: "kept" },
    { action: "deleted", path: join(output, "one/src/gone/b.ts"), before: "old b" },
    { action: "created", path: join(output, "three/src/deep/e.ts"), after: "new e" },
    { action: "deleted", path: join(output, "two/src/c.ts"), before: "old c" },
  ];
}

const visibleSteps = 5;

/** All folders too: an empty one that stays behind is a difference. */
function folders(output: string): readonly string[] {
  return readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1))
    .sort();
}

function prepare(): string {
  const output = join(temporaryFolder(), "packages");
  mkdirSync(output);
  writeTree(output, before);
  return output;
}

/** Runs a commit in a process of its own, which sends itself a signal after a step. */
function commitAndDie(
  output: string,
  step: number,
  signal: string,
  ...more: readonly string[]
): Promise<string | number | null> {
  const list = join(dirname(output), "changes.json");
  writeFileSync(list, JSON.stringify(changes(output)));
  const child = fileURLToPath(new URL("../testing/commit-child.ts", import.meta.url));
  return new Promise((resolve) => {
    const started = execFile(process.execPath, [child, list, output, String(step), signal, ...more], () =>
      resolve(started.signalCode ?? started.exitCode),
    );
  });
}

describe("commit", () => {
  it("makes the tree what it should be, and leaves nothing else", () => {
    const output = prepare();
    const told: number[] = [];
    commit(changes(output), output, (done) => told.push(done));
    expect(readTree(output)).toEqual(after);
    expect(folders(output)).toEqual([
      "one",
      "one/src",
      "one/src/operations",
      "three",
      "three/src",
      "three/src/deep",
    ]);
    expect(told).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("touches nothing that is unchanged", () => {
    const output = prepare();
    const { mtimeMs, ino } = statSync(join(output, "one/README.md"));
    commit(changes(output), output);
    expect(statSync(join(output, "one/README.md"))).toMatchObject({ mtimeMs, ino });
  });

  it("does nothing when there is nothing to do, not even make the folder", () => {
    const output = join(temporaryFolder(), "packages");
    commit([{ action: "unchanged", path: join(output, "a"), before: "", after: "" }], output);
    expect(existsSync(output)).toBe(false);
  });

  it("makes the output folder", () => {
    const output = join(temporaryFolder(), "new/packages");
    commit([{ action: "created", path: join(output, "a/b.ts"), after: "x" }], output);
    expect(readTree(output)).toEqual({ "a/b.ts": "x" });
  });
});

describe("a run that is killed", () => {
  for (let step = 0; step <= visibleSteps; step++) {
    it(`after step ${step} of ${visibleSteps} is undone by the next, byte for byte`, async () => {
      const output = prepare();
      expect(await commitAndDie(output, step, "SIGKILL")).toBe("SIGKILL");
      const left = readTree(output);
      expect(Object.keys(left).some((path) => path.startsWith(".clientwright-staging-"))).toBe(true);
      expect(recover(output)).toBeGreaterThan(0);
      expect(readTree(output)).toEqual(before);
      expect(folders(output)).toEqual(["one", "one/src", "one/src/gone", "two", "two/src"]);
      expect(recover(output)).toBe(0);
      commit(changes(output), output);
      expect(readTree(output)).toEqual(after);
    });
  }

  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("by %s dies of it, after it has finished", async (signal) => {
    const output = prepare();
    expect(await commitAndDie(output, 2, signal)).toBe(signal);
    expect(readTree(output)).toEqual(after);
    expect(recover(output)).toBe(0);
  });
});

describe("a run that somebody else may end", () => {
  it("leaves the signal to whoever listens to it", async () => {
    const output = prepare();
    expect(await commitAndDie(output, 2, "SIGINT", "listen")).toBe(7);
    expect(readTree(output)).toEqual(after);
  });
});

describe("recover", () => {
  it("does nothing in a folder that is not there", () => {
    expect(recover(join(temporaryFolder(), "nowhere"))).toBe(0);
  });

  it("removes what died before its journal was whole, and changes no file", () => {
    const output = prepare();
    writeTree(output, {
      ".clientwright-staging-999999999/journal.part": "[{",
      ".clientwright-staging-999999999/new-0": "x",
    });
    expect(recover(output)).toBe(0);
    expect(readTree(output)).toEqual(before);
  });

  it("leaves the folder of a run that is still alive", () => {
    const output = prepare();
    const staging = `.clientwright-staging-${process.ppid}`;
    writeTree(output, { [`${staging}/new-0`]: "x" });
    recover(output);
    expect(readTree(output)).toHaveProperty([`${staging}/new-0`], "x");
  });

  it("leaves folders that only look alike", () => {
    const output = prepare();
    writeTree(output, { ".clientwright-staging-me/x": "mine", "clientwright-staging-1/x": "mine" });
    const all = readTree(output);
    recover(output);
    expect(readTree(output)).toEqual(all);
  });
});
