import { ClientwrightError } from "./base.js";

/**
 * The call cannot be made as the client is set up: a key is missing, a site or base URL is not usable, a header cannot
 * be sent. Thrown before anything is sent. `result()` rejects with it too: it is a mistake to mend, not an outcome.
 */
export class ConfigurationError extends ClientwrightError {
  declare readonly name: "ConfigurationError";
  /** No answer, so no status: it is here so that a union of errors can be narrowed by `status`. */
  declare readonly status: undefined;

  override get "~kind"(): string {
    return "ClientwrightError/ConfigurationError";
  }
}
