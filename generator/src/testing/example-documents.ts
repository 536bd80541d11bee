import type { ExamplePair } from "../diff/rules/rule.ts";

/** Where a schema stands in the frame of an example. */
export type Frame = "sent" | "answered";

/** The two whole documents of an example. */
export function exampleDocuments(
  { of, before, after, more }: ExamplePair,
  frame: Frame,
): readonly [before: string, after: string] {
  const whole = (text: string): string => {
    if (of === "document") return framed(text);
    if (of === "operation") return framed(`paths:\n  /run:\n${indent(text, 4)}`);
    const components = `components:\n  schemas:\n    It: ${text}\n${indent(more ?? "", 4)}`;
    const content = 'content: { application/json: { schema: { $ref: "#/components/schemas/It" } } }';
    const item =
      frame === "sent"
        ? `post: { operationId: run, requestBody: { ${content} }, responses: { "204": { description: D. } } }`
        : `get: { operationId: run, responses: { "200": { description: D., ${content} } } }`;
    return framed(`paths:\n  /run:\n    ${item}\n${components}`);
  };
  return [whole(before), whole(after)];
}

function framed(rest: string): string {
  return `openapi: 3.1.1\ninfo: { title: Things, version: "1" }\n${rest}\n`;
}

function indent(text: string, by: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(by));
}
