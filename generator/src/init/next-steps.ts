import type { Missing } from "./missing.ts";
import type { PackageManager } from "./package-manager.ts";

/** What to do after `init`, in the words of the package manager that is there. */
export function nextSteps(
  folder: string,
  name: string,
  { commands, notes }: Missing,
  { install, run, runEach, execute }: PackageManager,
): string {
  const begin = [
    ...(folder === "." ? [] : [`cd ${/\s/.test(folder) ? `"${folder}"` : folder}`]),
    ...commands,
    ...(commands.some((command) => !command.startsWith("npm pkg")) ? [] : [install]),
  ];
  const first =
    notes.length === 0 ? "" : `\nFirst, in what was kept:\n${lines(notes.map((note) => `- ${note}`))}`;
  const lacking =
    commands.length === 0
      ? ""
      : ": package.json was kept, and lacks what the first of these commands give it";
  return `${first}
Next${lacking}:
${lines([
  ...begin,
  ...explained([
    [execute("clientwright generate"), `writes packages/${name}`],
    [install, "links it"],
    [runEach("build"), "builds it"],
  ]),
])}\
Then put your own document in openapi.yaml, or name it in clientwright.config.ts, and generate again.

In CI, ${run("check")} fails when packages/ is not what generate writes, or when a change has no changeset.
Later, to release what a document changed:
${lines(
  explained([
    [execute("clientwright changeset"), "writes down what users will see of it, and the level"],
    [run("release:version"), "makes versions and changelogs of that; commit them"],
    [run("release"), "publishes every version that the registry does not have"],
  ]),
)}`;
}

/** Commands, and beside them what they do. */
function explained(commands: readonly (readonly [command: string, what: string])[]): readonly string[] {
  const width = Math.max(...commands.map(([command]) => command.length));
  return commands.map(([command, what]) => `${command.padEnd(width)}  ${what}`);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `  ${text}\n`).join("");
}
