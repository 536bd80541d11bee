import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../testing/folder.ts";
import { watchFolder } from "./watch-folder.ts";

/** Watches `a.yaml` of a folder, and gives a promise of its next save. */
function watched(...system: [] | [never]): { readonly folder: string; next(): Promise<void> } {
  const folder = temporaryFolder({ "a.yaml": "1", "b.yaml": "1" });
  let told = (): void => {};
  const watcher = watchFolder(
    folder,
    () => [join(folder, "a.yaml")],
    () => told(),
    ...system,
  );
  onTestFinished(() => watcher.close());
  return { folder, next: () => new Promise((resolve) => (told = resolve)) };
}

const none = ((): never => {
  throw Object.assign(new Error("System limit for number of file watchers reached"), { code: "ENOSPC" });
}) as never;

describe.each([
  ["that the system watches", []],
  ["for which the system has no watch", [none] as [never]],
] as const)("a folder %s", (_what, system) => {
  it("tells of a save, and of one by renaming", async () => {
    const { folder, next } = watched(...system);
    let save = next();
    writeFileSync(join(folder, "a.yaml"), "2 and more");
    await save;
    save = next();
    writeFileSync(join(folder, "a.tmp"), "3");
    renameSync(join(folder, "a.tmp"), join(folder, "a.yaml"));
    await save;
  });

  it("tells of a file that comes back", async () => {
    const { folder, next } = watched(...system);
    let save = next();
    rmSync(join(folder, "a.yaml"));
    await save;
    save = next();
    writeFileSync(join(folder, "a.yaml"), "4");
    await save;
  });

  it("says nothing of other files", async () => {
    const { folder, next } = watched(...system);
    const save = next().then(() => "saved");
    mkdirSync(join(folder, "c"));
    writeFileSync(join(folder, "b.yaml"), "5");
    const nothing = new Promise((resolve) => setTimeout(resolve, 700, "nothing"));
    expect(await Promise.race([save, nothing])).toBe("nothing");
  });
});
