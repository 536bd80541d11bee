// What is easy to get wrong about this domain; README.md lists all of it by number.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { setting } from "../subject.ts";
import { openSandbox } from "./sandbox.ts";

const { subject, answer, call, broken } = await openSandbox();
const commit = (sha: string, repository = "github.com/acme/shop"): object => ({
  data: {
    type: "ci_app_coverage_commit_summary_request",
    attributes: { commit_sha: sha, repository_id: repository },
  },
});
const sha = "66adc9350f2cc9b250b69abddab733dd55e1a588";
const summaries = ["getCodeCoverageBranchSummary", "getCodeCoverageCommitSummary"];

beforeEach(() => answer());

it.each(summaries)("%s is marked as a preview, and can be called like any other", async (operation) => {
  expect(subject.rawOperation(operation)["x-clientwright-preview"]).toBe(true);
  const installed = createRequire(join(setting("PROJECT"), "package.json")).resolve(subject.name);
  const types = readFileSync(installed.replace(/\.js$/, ".d.ts"), "utf8");
  const comment = types
    .slice(0, types.indexOf(`declare function ${operation}`))
    .split("/**")
    .at(-1);
  expect(comment).toContain("@experimental");
  await expect(call(operation, commit(sha))).resolves.toEqual({});
});

it.each([
  ["40 hexadecimal digits", commit(sha), []],
  ["39 of them", commit(sha.slice(1)), ["body-value"]],
  ["a short one", commit("66adc93"), ["body-value"]],
  ["a repository as host, owner and name", commit(sha, "gitlab.com/group/project"), []],
])("a commit is given by %s", async (_, input, rules) => {
  await call("getCodeCoverageCommitSummary", input);
  expect(broken()).toEqual(rules);
});

it.each(summaries)("%s: the kind of the answer and its opaque id arrive as they are", async (operation) => {
  const body = { data: { id: "ZGQxMg==:x/y", type: "ci_app_coverage_summary", attributes: {} } };
  answer({ body });
  expect(await call(operation, commit(sha))).toEqual(body);
});

it.each([
  { total_coverage: 82.44999999999999, patch_coverage: 0 },
  { total_coverage: null, patch_coverage: null, services: null, codeowners: null },
  {
    services: { "web/shop": { total_coverage: 100 } },
    codeowners: { "@acme/team-a": { patch_coverage: null } },
  },
])("percentages are doubles or null, maps keep their keys or are null: %j", async (attributes) => {
  answer({ body: { data: { attributes } } });
  expect(await call("getCodeCoverageBranchSummary", commit(sha))).toEqual({ data: { attributes } });
});
