// It neither tries again nor iterates: one page, and what is thrown is the body of the answer.
import { client } from "./hey-api/client.gen.js";
import { createCiAppPipelineEvent, searchCiAppPipelineEvents } from "./hey-api/sdk.gen.js";
import { event } from "./event.js";

client.setConfig({ auth: () => "a" });
await createCiAppPipelineEvent({ body: event });
const { data } = await searchCiAppPipelineEvents({ body: { sort: "timestamp" } });
for (const { id } of data.data) globalThis.show(id);
