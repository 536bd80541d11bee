import type { Api } from "../model/api.ts";
import { lit } from "./doors.ts";

/** The first line of every emitted module. Constant: no date, no hash, so that equal input gives equal bytes. */
export function header(api: Pick<Api, "source">): string {
  return `// ${headerText(api)}`;
}

/** The same words for files whose comments look different. */
export function headerText({ source }: Pick<Api, "source">): string {
  // A path is text of the user's machine: through the door for values, without the quotes it adds.
  const path = lit(source).slice(1, -1);
  return `${headerStart} ${path} by clientwright. Do not edit: change the document and generate again.`;
}

/** What tells a generated file from one that a person wrote. */
export const headerStart = "Generated from";
