import { client, v2 } from "@datadog/datadog-api-client";
import { event } from "./event.js";

const configuration = client.createConfiguration({ authMethods: { apiKeyAuth: "a", appKeyAuth: "b" } });
const api = new v2.CIVisibilityPipelinesApi(configuration);
await api.createCIAppPipelineEvent({ body: event });
const found = api.searchCIAppPipelineEventsWithPagination({ body: { sort: "timestamp" } });
for await (const { id } of found) globalThis.show(id);
