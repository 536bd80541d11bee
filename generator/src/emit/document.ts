import type { Api } from "../model/api.ts";
import { jsonFile } from "./doors.ts";

/**
 * `openapi.json`: the document of this package alone, for whoever wants to read it, to compare versions, or to generate from
 * it.
 */
export function documentJson(api: Api): string {
  return jsonFile(api.document());
}
