// GitHub's whole description of its API: a large document that nobody wrote for this generator.
import { fileURLToPath } from "node:url";

/** Absolute path of the document, 13 MB of JSON. */
export const githubDocument: string = fileURLToPath(
  import.meta.resolve("@octokit/openapi/generated/api.github.com.json"),
);
