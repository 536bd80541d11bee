import type { Change } from "../diff/change.ts";
import { diffApis } from "../diff/diff.ts";
import type { ExamplePair } from "../diff/rules/rule.ts";
import { documentOf, indent, model } from "./document.ts";

/** Where a schema stands in the frame of an example. */
export type Frame = "sent" | "answered";

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

/** The two whole documents of an example. */
export function exampleDocuments(
  { of, before, after, more }: ExamplePair,
  frame: Frame,
): readonly [before: string, after: string] {
  const whole = (text: string): string => {
    if (of === "document") return documentOf(text);
    if (of === "operation") return documentOf(`paths:\n  /run:\n${indent(text, 4)}`);
    const components = `components:\n  schemas:\n    It: ${text}\n${indent(more ?? "", 4)}`;
    const content = 'content: { application/json: { schema: { $ref: "#/components/schemas/It" } } }';
    const item =
      frame === "sent"
        ? `post: { operationId: run, requestBody: { ${content} }, responses: { "204": { description: D. } } }`
        : `get: { operationId: run, responses: { "200": { description: D., ${content} } } }`;
    return documentOf(`paths:\n  /run:\n    ${item}\n${components}`);
  };
  return [whole(before), whole(after)];
}
