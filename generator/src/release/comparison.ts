import type { Change, Level } from "../diff/change.ts";
import { highest } from "../diff/change.ts";
import { diffApi, diffApis } from "../diff/diff.ts";
import { rules } from "../diff/rules.ts";
import type { PackageVersion } from "./package-version.ts";
import type { Side } from "./sides.ts";

/** The changes of one package. */
export interface PackageChanges {
  readonly name: string;
  /** Undefined when nothing changed. */
  readonly level: Level | undefined;
  readonly changes: readonly Change[];
}

/** Every package of two sides, with its changes. */
export async function compareSides(
  old: Side,
  now: Side,
  only: readonly string[] | undefined,
): Promise<readonly PackageChanges[]> {
  const [before] = old.packages;
  const [after] = now.packages;
  const lone = (old.single || now.single) && old.packages.length === 1 && now.packages.length === 1;
  const changes =
    lone && before !== undefined && after !== undefined
      ? diffApi(before.api, after.api)
      : diffApis(apis(old), apis(now));
  const emitted = (await Promise.all(old.packages.map(changesOfGenerator))).flat();
  const kept = new Set(now.packages.map(({ api }) => api.package.name));
  const all = [...changes, ...emitted.filter((change) => kept.has(change.package))];
  const names = lone
    ? [after?.api.package.name ?? ""]
    : [...new Set([...now.packages, ...old.packages].map(({ api }) => api.package.name))].toSorted();
  return names
    .filter((name) => only === undefined || only.some((each) => isCalled(name, each)))
    .map((name) => {
      const own = all.filter((change) => change.package === name);
      return { name, level: highest(own.map(({ level }) => level)), changes: own };
    });
}

/** Whether a package is meant: by its name, or by its name without the scope. */
export function isCalled(name: string, by: string): boolean {
  return name === by || name.endsWith(`/${by}`);
}

function apis({ packages }: Side): readonly PackageVersion["api"][] {
  return packages.map(({ api }) => api);
}

/**
 * What this generator would write otherwise for the very document that a package was made from: changes of its types
 * that no document asked for. Nothing where the sources of the package are not at hand.
 */
async function changesOfGenerator({ api, sources }: PackageVersion): Promise<readonly Change[]> {
  if (sources === undefined) return [];
  const { emitPackage } = await import("../emit/package.ts");
  const { compareTextsOf } = await import("../diff/api-text.ts");
  const start = "src/";
  const now = new Map<string, string>();
  for (const { path, text } of emitPackage(api, {}, { version: "0.0.0" })) {
    if (path.startsWith(start)) now.set(path.slice(start.length), text);
  }
  return compareTextsOf(sources, now).map(({ rule, name, before, after }) => {
    const { input: level = "major", title, migration } = rules[rule];
    return {
      rule,
      level,
      package: api.package.name,
      subject: name,
      place: "",
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      message: title,
      ...(migration === undefined ? {} : { migration }),
    };
  });
}
