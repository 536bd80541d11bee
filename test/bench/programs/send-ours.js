import { createCIAppPipelineEvent, createClient } from "@clientwright/ci-visibility-pipelines";
import { event } from "./event.js";

export function prepare(baseUrl) {
  const client = createClient({ baseUrl, apiKey: "a" });
  return () => createCIAppPipelineEvent(client, event);
}
