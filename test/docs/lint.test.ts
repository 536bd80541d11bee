import { describe, expect, it } from "vitest";
import { type Edit, lint } from "./lint.ts";

const timeout = 60_000;

describe("Redocly, with nearly every rule an error", () => {
  it("has nothing to say about the documents", { timeout }, async () => {
    expect(await lint()).toEqual({ exitCode: 0, rules: [] });
  });

  const cases: readonly { name: string; rule: string; edit: Edit }[] = [
    {
      name: "a reference that leads nowhere",
      rule: "no-unresolved-refs",
      edit: {
        file: "ci-visibility-pipelines/schemas/events.yaml",
        from: "meta.yaml#/components/schemas/CIAppResponseLinks",
        to: "meta.yaml#/components/schemas/Nothing",
      },
    },
    {
      name: "a request example that its schema refuses",
      rule: "no-invalid-media-type-examples",
      edit: {
        file: "ci-visibility-pipelines/examples/send.yaml",
        from: "partial_retry: false",
        to: "partial_retry: perhaps",
      },
    },
    {
      name: "an answer example that its schema refuses",
      rule: "no-invalid-media-type-examples",
      edit: {
        file: "code-coverage/examples.yaml",
        from: "total_coverage: 82.4",
        to: 'total_coverage: "82.4"',
      },
    },
    {
      name: "the computed value that the reference prints",
      rule: "no-invalid-media-type-examples",
      edit: {
        file: "ci-visibility-pipelines/examples/aggregate.yaml",
        from: "computes: { <any-key>: undefined }",
        to: "computes: { <any-key>: { description: undefined, type: undefined } }",
      },
    },
    {
      name: "an operation without a default response",
      rule: "rule/operation-has-default-response",
      edit: {
        file: "code-coverage/openapi.yaml",
        from: 'default: { $ref: "../shared/errors.yaml#/components/responses/UnexpectedError" }',
        to: "",
      },
    },
    {
      name: "an operation without a link to the reference",
      rule: "rule/operation-links-to-reference",
      edit: {
        file: "code-coverage/openapi.yaml",
        from: "      externalDocs:\n        description: Get code coverage summary for a branch",
        to: "      x-reference:\n        description: Get code coverage summary for a branch",
      },
    },
    {
      name: "a scope that is not defined",
      rule: "security-scopes-defined",
      edit: {
        file: "code-coverage/openapi.yaml",
        from: "AuthZ: [code_coverage_read]",
        to: "AuthZ: [code_coverage_write]",
      },
    },
  ];

  it.each(cases)("refuses $name", { timeout }, async ({ rule, edit }) => {
    const { exitCode, rules } = await lint(edit);
    expect(exitCode).toBe(1);
    expect(rules).toContain(rule);
  });
});
