import { createClient, searchCIAppPipelineEvents } from "@clientwright/ci-visibility-pipelines";

export function prepare(baseUrl) {
  const client = createClient({ baseUrl, apiKey: "a", appKey: "b" });
  return async () => {
    const page = await searchCIAppPipelineEvents(client, { page: { limit: 1000 } });
    if (page.items.length !== 1000) throw new Error("a page has 1,000 events");
  };
}
