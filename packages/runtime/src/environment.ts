interface Surroundings {
  readonly document?: unknown;
  readonly importScripts?: unknown;
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** True in a page or a worker of a browser, where no secret may be read and no user agent set. */
export function inBrowser(): boolean {
  const { document, importScripts }: Surroundings = globalThis;
  return document !== undefined || importScripts !== undefined;
}

/** How a message names a variable that could be set; nothing where none is read. */
export function hintOf(name: string | undefined): string {
  return name === undefined || inBrowser() ? "" : ` (environment: ${name})`;
}

/**
 * The value of an environment variable, read at the time of the call so that a change is seen.
 *
 * @returns `undefined` where it is not set or empty, where there is no environment, where reading it is not
 * permitted (Deno), and always in a browser.
 */
export function readEnvironment(name: string | undefined): string | undefined {
  if (name === undefined || inBrowser()) return undefined;
  try {
    const { process }: Surroundings = globalThis;
    return process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
