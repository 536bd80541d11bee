import type { ApiDefinition } from "./api.js";
import { inBrowser } from "./environment.js";
import { checkHeader } from "./request/header-map.js";
import { version } from "./version.js";

/**
 * `<the application's> clientwright/<version> <package>/<version>` (RFC 9110, section 10.1.5: most significant first).
 *
 * @param application - `null` for no user agent at all.
 * @throws {@link ConfigurationError} when the application's part cannot be sent.
 * @returns `undefined` in a browser, which has its own: one set by a script makes a request cross-origin preflighted.
 */
export function userAgent(api: ApiDefinition, application: string | null | undefined): string | undefined {
  if (application === null || inBrowser()) return undefined;
  // Nearly always that of the call before.
  if (last?.api !== api || last.application !== application) {
    // A scope's `@` and `/` are not allowed in the name of a product.
    const product = `clientwright/${version} ${api.name.replace(/^@.*\//, "")}/${api.version}`;
    const text = application ? `${application} ${product}` : product;
    checkHeader("user-agent", text);
    last = { api, application, text };
  }
  return last.text;
}

let last:
  | { readonly api: ApiDefinition; readonly application: string | undefined; readonly text: string }
  | undefined;
