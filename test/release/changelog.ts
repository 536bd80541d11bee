// How a changeset becomes lines of CHANGELOG.md; named in .changeset/config.json. Its reader uses the package and knows
// nothing of this repository: no hashes of commits.

/** The parts of a changeset that are read. */
interface Changeset {
  /** Markdown: a sentence, or a list where it changes several things. */
  readonly summary: string;
}

interface UpdatedDependency {
  readonly name: string;
  readonly newVersion: string;
}

/** A changeset that has lists stays as it is, with what stands between them; any other becomes one item of a list. */
export function getReleaseLine({ summary }: Changeset): string {
  const lines = summary
    .trim()
    .split("\n")
    .map((line) => line.trimEnd());
  if (lines.some((line) => /^[-*] /.test(line))) return lines.join("\n");
  return lines.map((line, index) => (index === 0 ? `- ${line}` : line && `  ${line}`)).join("\n");
}

/** What a release says that came about only because a package it depends on was released. */
export function getDependencyReleaseLine(
  _changesets: readonly Changeset[],
  updated: readonly UpdatedDependency[],
): string {
  return updated.map(({ name, newVersion }) => `- Needs \`${name}\` ${newVersion}.`).join("\n");
}
