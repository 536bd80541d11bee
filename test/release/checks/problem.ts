/** Something for which a package must not be published. */
export interface Problem {
  /** The check that found it: the name of its module. */
  readonly check: string;
  /** What is wrong, where, and what to do. */
  readonly message: string;
}
