import { execFileSync } from "node:child_process";

/** A repository could hold a large tree: its archive comes in one piece. */
const maxBuffer = 2 ** 30;

/** Runs git and gives what it printed; undefined when it failed, as it does outside of a repository. */
function git(cwd: string, args: readonly string[]): Buffer | undefined {
  try {
    return execFileSync("git", [...args], { cwd, maxBuffer, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return undefined;
  }
}

function text(cwd: string, args: readonly string[]): string | undefined {
  const out = git(cwd, args)?.toString("utf8").trim();
  return out === "" ? undefined : out;
}

/** The root of the working tree that a folder is in. */
export function topLevel(cwd: string): string | undefined {
  return text(cwd, ["rev-parse", "--show-toplevel"]);
}

/** The commit that a revision names; undefined when it names none. Text that looks like an option is never one. */
export function commitOf(cwd: string, revision: string): string | undefined {
  return text(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
}

/**
 * The files of a commit, as a tar archive.
 *
 * @param path - Only what is below it, from the root of the working tree; all when it is left out.
 */
export function archive(root: string, commit: string, path?: string): Buffer | undefined {
  return git(root, ["archive", "--format=tar", commit, ...(path === undefined ? [] : ["--", path])]);
}

/** Whether the history of a clone is cut off, so that an old commit may be missing. */
export function isShallow(root: string): boolean {
  return text(root, ["rev-parse", "--is-shallow-repository"]) === "true";
}

/** The last commit in which the version of a `package.json` changed. */
export function commitOfVersion(root: string, manifest: string): string | undefined {
  return text(root, ["log", "-1", "--format=%H", "-G", '^  "version":', "--", manifest]);
}
