// What stands around a call in a test: an environment without the developer's own keys.
import { vi } from "vitest";
import { type JsonObject, listOf, objectOf } from "../docs/json.ts";
import { credentialsOf } from "./credentials.ts";

/** Hides the environment variables that the document gives a meaning; `vi.unstubAllEnvs()` brings them back. */
export function quietEnvironment(document: JsonObject): void {
  const servers = listOf(document["servers"]).map((server) => objectOf(server));
  const variables = servers.flatMap(({ variables: all }) => Object.values(objectOf(all)));
  const names = variables.map((variable) => objectOf(variable)["x-clientwright-env"]);
  for (const name of [...names, ...credentialsOf(document).map(({ env }) => env)]) {
    if (typeof name === "string") vi.stubEnv(name, undefined);
  }
}
