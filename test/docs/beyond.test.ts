import { describe, expect, it } from "vitest";
import { beyondThePages } from "./beyond.ts";
import { readYaml, specFiles, specFolder } from "./document.ts";

const lines = specFiles().flatMap((file) => beyondThePages(readYaml(`${specFolder}/${file}`)));

/** What every level of an event may leave empty. */
const everyLevel = ["error", "git", "metrics", "node", "parameters", "tags"];
const pipeline = [
  ...everyLevel,
  "is_manual",
  "is_resumed",
  "parent_pipeline",
  "previous_attempt",
  "queue_time",
];
const percentages = ["patch_coverage", "total_coverage"];

const nullable: Readonly<Record<string, readonly string[]>> = {
  CIAppPipelineEventFinishedPipeline: pipeline,
  CIAppPipelineEventInProgressPipeline: pipeline,
  CIAppPipelineEventStage: [...everyLevel, "dependencies", "queue_time"],
  CIAppPipelineEventJob: [...everyLevel, "dependencies", "queue_time", "stage_id", "stage_name"],
  CIAppPipelineEventStep: [...everyLevel, "job_id", "job_name", "stage_id", "stage_name", "url"],
  CIAppCIError: ["message", "stack", "type"],
  CIAppGitInfo: [
    "author_name",
    "author_time",
    "branch",
    "commit_time",
    "committer_email",
    "committer_name",
    "default_branch",
    "message",
    "tag",
  ],
  CIAppPipelinesBucketResponse: ["computes"],
  CoverageSummaryAttributes: [...percentages, "codeowners", "services"],
  CoverageSummaryCodeownerStats: percentages,
  CoverageSummaryServiceStats: percentages,
};

const limits: readonly string[] = [
  "CIAppCIError.message maxLength 5000 (sdk)",
  "CIAppCIError.type maxLength 100 (sdk)",
  'CIAppGitInfo.sha pattern "^[0-9a-fA-F]{40}$" (sdk)',
  "CIAppCreatePipelineEventRequestDataArray minItems 1 (sdk)",
  "CIAppPipelineEventFinishedPipeline.queue_time minimum 0 (sdk)",
  "CIAppPipelineEventInProgressPipeline.queue_time minimum 0 (sdk)",
  "CIAppPipelineEventStage.queue_time minimum 0 (sdk)",
  "CIAppPipelineEventJob.queue_time minimum 0 (sdk)",
  "CIAppQueryPageOptions.limit minimum 1 (design)",
  "CIAppQueryPageOptions.limit maximum 1000 (sdk)",
  '/api/v2/ci/pipelines/events.get.page[limit] format "int32" (sdk)',
  "/api/v2/ci/pipelines/events.get.page[limit] minimum 1 (design)",
  "/api/v2/ci/pipelines/events.get.page[limit] maximum 1000 (sdk)",
];

/** Of other marks it matters that they are there, which the comparison with the pages asks for. */
const isOfValues = (line: string): boolean =>
  / (not nullable|nullable|minimum|maximum|minLength|maxLength|minItems|maxItems|pattern|format|enum|default)\b/.test(
    line,
  );

describe("what no page states of values", () => {
  it("is this, and nothing else", () => {
    const known = Object.entries(nullable).flatMap(([schema, fields]) =>
      fields.map((field) => `${schema}.${field} nullable (sdk)`),
    );
    expect(lines.filter(isOfValues).sort()).toEqual([...known, ...limits].sort());
  });

  it("is read with its value, wherever it stands", () => {
    const marked = {
      paths: {
        "/a": {
          get: {
            parameters: [
              { name: "size", schema: { maximum: 5, "x-clientwright-provenance": { maximum: "doc" } } },
            ],
          },
        },
      },
      components: {
        schemas: {
          A: {
            properties: {
              parameters: {
                oneOf: [{ type: "object" }, { type: "null" }],
                "x-clientwright-provenance": { nullable: "sdk" },
              },
              name: { type: "string", "x-clientwright-provenance": { nullable: "sdk", maxLength: "seen" } },
            },
          },
        },
      },
    };
    expect(beyondThePages(marked)).toEqual([
      "/a.get.size maximum 5 (doc)",
      "A.parameters nullable (sdk)",
      "A.name not nullable (sdk)",
      "A.name maxLength undefined (seen)",
    ]);
  });
});
