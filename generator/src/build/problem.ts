/** What stops a build, and where: the file from the package's folder, with the lines that show the place. */
export interface BuildProblem {
  readonly file: string;
  readonly message: string;
}

/** A package that cannot be built as it is. Nothing of its `dist/` was touched. */
export class BuildError extends Error {
  override readonly name = "BuildError";
  readonly problems: readonly BuildProblem[];

  constructor(problems: readonly BuildProblem[]) {
    super(problems.map(({ file, message }) => `${file}: ${message}`).join("\n"));
    this.problems = problems;
  }
}
