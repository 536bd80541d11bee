import {
  createCIAppPipelineEvent,
  createClient,
  searchCIAppPipelineEvents,
} from "@clientwright/ci-visibility-pipelines";
import { event } from "./event.js";

const client = createClient({ apiKey: "a", appKey: "b" });
await createCIAppPipelineEvent(client, event);
for await (const { id } of searchCIAppPipelineEvents(client, { sort: "timestamp" })) globalThis.show(id);
