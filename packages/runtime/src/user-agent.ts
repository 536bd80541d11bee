import type { ApiDefinition } from "./api.js";
import { inBrowser } from "./environment.js";
import { version } from "./version.js";

/**
 * `<the application's> clientwright/<version> <package>/<version>` (RFC 9110, section 10.1.5: most significant first).
 *
 * @param application - `null` for no user agent at all.
 * @returns `undefined` in a browser, which has its own: one set by a script makes a request cross-origin preflighted.
 */
export function userAgent(api: ApiDefinition, application: string | null | undefined): string | undefined {
  if (application === null || inBrowser()) return undefined;
  // A scope's `@` and `/` are not allowed in the name of a product.
  const product = `clientwright/${version} ${api.name.replace(/^@.*\//, "")}/${api.version}`;
  return application ? `${application} ${product}` : product;
}
