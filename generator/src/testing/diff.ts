import type { Change } from "../diff/change.ts";
import { diffApis } from "../diff/diff.ts";
import { model } from "./document.ts";

/** The changes from one document to another; `split` makes one package a tag of it. */
export function changesBetween(before: string, after: string, split?: "tag"): readonly Change[] {
  const apis = (text: string): ReturnType<typeof model>["apis"] => {
    const { apis: found, found: problems } = model(text, split === undefined ? {} : { split });
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) throw new Error(`${text}\n${JSON.stringify(errors)}`);
    return found;
  };
  return diffApis(apis(before), apis(after));
}
