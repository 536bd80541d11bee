import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
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

/** Everything of the output folder: a test that changes nothing leaves no folder behind either. */
function everything(output: string): unknown {
  return [readTree(output), folders(output)];
}

describe("a run that the system refuses something", () => {
  const refused =
    /src\/operations\/d\.ts could not be written: E(EXIST|NOTDIR): [a-z ]+; nothing was changed/;

  it("puts back what it had replaced by then, removes its own folder, and says so", () => {
    const output = prepare();
    // No folder can be made where a file is.
    writeTree(output, { "three/src/operations": "in the way" });
    const was = everything(output);
    const wanted: readonly Change[] = [
      ...changes(output),
      { action: "created", path: join(output, "three/src/operations/d.ts"), after: "new d" },
    ];
    expect(() => commit(wanted, output)).toThrow(refused);
    expect(() => commit(wanted, output)).toThrow("the 5 files before it were put back");
    expect(everything(output)).toEqual(was);
    rmSync(join(output, "three/src/operations"));
    commit(wanted, output);
    expect(readTree(output)).toEqual({ ...after, "three/src/operations/d.ts": "new d" });
  });

  // The system refuses root nothing.
  it.runIf(process.getuid?.() !== 0)("does the same where a folder may not be written", () => {
    const output = prepare();
    const was = everything(output);
    chmodSync(join(output, "two/src"), 0o555);
    expect(() => commit(changes(output), output)).toThrow(/two\/src\/c\.ts could not be deleted: EACCES/);
    expect(everything(output)).toEqual(was);
    chmodSync(join(output, "two/src"), 0o755);
  });

  it("while nothing is to be seen yet leaves nothing behind", () => {
    const output = prepare();
    const was = everything(output);
    // A folder has no content that could be kept.
    const folder: Change = { action: "changed", path: join(output, "two/src"), before: "", after: "" };
    expect(() => commit([...changes(output), folder], output)).toThrow(
      /two\/src could not be written: E\w+.*; nothing was changed$/,
    );
    expect(everything(output)).toEqual(was);
    const parent = temporaryFolder({ packages: "a file" });
    const created: Change = { action: "created", path: join(parent, "packages/a.ts"), after: "" };
    expect(() => commit([created], join(parent, "packages"))).toThrow("nothing was changed");
    expect(readTree(parent)).toEqual({ packages: "a file" });
  });

  it("to put back keeps what is needed for it, also from a later commit of the same process", () => {
    const output = prepare();
    const own = join(output, `.clientwright-staging-${process.pid}`);
    const interfere = (done: number): void => {
      if (done < 5) return;
      // Where a file was, somebody puts a folder.
      rmSync(join(output, "one/src/a.ts"));
      writeTree(output, { "one/src/a.ts/mine": "mine" });
      throw new Error("refused");
    };
    expect(() => commit(changes(output), output, interfere)).toThrow(
      /could not be written: refused\. What had been replaced could not be put back: .*staging-\d+ keeps it/,
    );
    expect(() => recover(output)).toThrow(
      /could not be put back: .*a\.ts.*staging-\d+ keeps it: make way for those files and generate again/,
    );
    expect(() => commit(changes(output), output)).toThrow("generate again to put it back");
    expect(existsSync(join(own, "journal.json"))).toBe(true);
    rmSync(join(output, "one/src/a.ts"), { recursive: true });
    expect(recover(output)).toBeGreaterThan(0);
    expect(readTree(output)).toEqual(before);
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
