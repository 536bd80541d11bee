import type { CallOptions } from "../options.js";

/** Options of a call that gives pages. */
export interface PagedCallOptions extends CallOptions {
  /**
   * While iterating, asks for the next page as soon as one is handed over: one ahead, never more.
   * @default false
   */
  prefetch?: boolean | undefined;
}

/** How `PagedCall.pages` walks. */
export interface PagesOptions {
  /** The `cursor` of a page: begins with the page after it. Default: the page that the input asks for. */
  cursor?: string | undefined;
  /** Takes the place of the call's `prefetch`. */
  prefetch?: boolean | undefined;
}
