/** A platform that the packages run on. */
export interface Place {
  readonly name: string;
  /** Keys are read from environment variables there. */
  readonly environment: boolean;
  /** Matches the user agent that arrives from there. */
  readonly userAgent: RegExp;
  /**
   * Finds what is needed to run there.
   *
   * @returns What runs the program, or the reason why it cannot be run on this machine.
   */
  find(): Promise<Runner | string>;
}

export interface Runner {
  /** The version that runs. */
  readonly version: string;
  /** Runs the smoke program against a base URL and gives its report. */
  run(project: Project, baseUrl: string): Promise<unknown>;
}

/** Where the packed packages and the compiled program are. */
export interface Project {
  readonly folder: string;
  /** A page on another origin than the service. */
  readonly page: string;
}

/** Variables that hold keys, for platforms that have an environment. */
export const keys: Readonly<Record<string, string>> = { DD_API_KEY: "from-environment" };
