import { expect, it } from "vitest";
import { urlOf } from "./transport.js";

it.each([
  ["/a", "", "https://x.test/b/a"],
  ["/a", "q=1", "https://x.test/b/a?q=1"],
  // Documents that tell operations apart by a query have it in their paths.
  ["/a?acl", "", "https://x.test/b/a?acl"],
  ["/a?acl", "q=1", "https://x.test/b/a?acl&q=1"],
])("puts %s and the query %j behind a server", (path, query, url) => {
  expect(urlOf("https://x.test/b", path, query)).toBe(url);
});
