import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { stampsAsRead, stampsOf, untilSaved } from "./saves.ts";

const none = ((): never => {
  throw Object.assign(new Error("System limit for number of file watchers reached"), { code: "ENOSPC" });
}) as never;

/** Waits for a save of `a.yaml` in a folder, from what it is now on. */
function next(folder: string, system: [] | [never]): Promise<string> {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  return untilSaved(stampsOf([join(folder, "a.yaml")]), controller.signal, ...system).then(() => "saved");
}

describe.each([
  ["that the system watches", []],
  ["for which the system has no watch", [none]],
] as readonly [string, [] | [never]][])("a file in a folder %s", (_what, system) => {
  it("is seen to be saved, by writing and by renaming", async () => {
    const folder = temporaryFolder({ "a.yaml": "1" });
    let save = next(folder, system);
    writeFileSync(join(folder, "a.yaml"), "2 and more");
    await save;
    save = next(folder, system);
    writeFileSync(join(folder, "a.tmp"), "3");
    renameSync(join(folder, "a.tmp"), join(folder, "a.yaml"));
    await save;
  });

  it("is seen to go and to come back, with its folder too", async () => {
    const folder = join(temporaryFolder(), "spec");
    for (const gone of [join(folder, "a.yaml"), folder]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "a.yaml"), "1");
      let save = next(folder, system);
      rmSync(gone, { recursive: true });
      await save;
      save = next(folder, system);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "a.yaml"), "2");
      await save;
      rmSync(folder, { recursive: true });
    }
  });

  it("is not saved when another one is", async () => {
    const folder = temporaryFolder({ "a.yaml": "1", "b.yaml": "1" });
    const save = next(folder, system);
    mkdirSync(join(folder, "c"));
    writeFileSync(join(folder, "b.yaml"), "5");
    const nothing = new Promise((resolve) => setTimeout(resolve, 700, "nothing"));
    expect(await Promise.race([save, nothing])).toBe("nothing");
  });

  it("may be one that cannot be looked at", async () => {
    const folder = temporaryFolder();
    symlinkSync("a.yaml", join(folder, "a.yaml"));
    const save = next(folder, system);
    rmSync(join(folder, "a.yaml"));
    writeFileSync(join(folder, "a.yaml"), "1");
    await save;
  });
});

describe("a file that a run has read", () => {
  const began = Date.now();
  const now = new AbortController().signal;

  it("is another if it was saved since the run began, whatever time it has", async () => {
    const folder = temporaryFolder({ "a.yaml": "1" });
    const file = join(folder, "a.yaml");
    utimesSync(file, 1000, 1000);
    await untilSaved(stampsAsRead([file], new Map(), began), now);
    const known = stampsOf([file]);
    writeFileSync(file, "2");
    await untilSaved(stampsAsRead([file], known, Date.now() + 60_000), now);
  });

  it("is the same if it was not", async () => {
    const file = join(temporaryFolder({ "a.yaml": "1" }), "a.yaml");
    const later = Date.now() + 60_000;
    expect(stampsAsRead([file], new Map(), later)).toEqual(stampsOf([file]));
    expect(stampsAsRead([file], stampsOf([file]), began)).toEqual(stampsOf([file]));
  });
});
