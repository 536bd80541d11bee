export function prepare(url) {
  return async () => {
    const response = await fetch(`${url}/api/v2/ci/pipelines/events/search`, {
      method: "POST",
      headers: { "content-type": "application/json", "dd-api-key": "a", "dd-application-key": "b" },
      body: JSON.stringify({ page: { limit: 1000 } }),
    });
    if (!response.ok) throw new Error(String(response.status));
    const { data } = JSON.parse(await response.text());
    if (data.length !== 1000) throw new Error("a page has 1,000 events");
  };
}
