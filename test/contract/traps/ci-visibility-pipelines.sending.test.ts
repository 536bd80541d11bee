// What is easy to get wrong about sending events; README.md lists all of it by number.
import { sampler } from "@clientwright/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { type JsonObject, objectOf } from "../../docs/json.ts";
import { openSandbox } from "./sandbox.ts";

const { subject, answer, call, sentBody, broken, use } = await openSandbox();
const send = "createCIAppPipelineEvent";

const job = {
  level: "job",
  status: "success",
  id: "3296044030-1",
  name: "build",
  pipeline_name: "deploy",
  pipeline_unique_id: "3296044030",
  start: "2021-11-11T11:09:11.001Z",
  end: "2021-11-11T11:09:11.999Z",
  url: "https://ci.example/1",
};
const run = {
  level: "pipeline",
  status: "success",
  unique_id: "1",
  name: "deploy",
  partial_retry: false,
  start: job.start,
  end: job.end,
  url: job.url,
};
const event = (resource: object): object => ({ data: { attributes: { resource } } });

beforeEach(() => answer());

describe("sending", () => {
  it("an empty envelope is sent as it is", async () => {
    await call(send, {});
    expect([sentBody(), broken()]).toEqual([{}, []]);
  });

  it.each([
    ["a job that is still running", { ...job, status: "running", end: undefined }, true],
    ["a level that nobody knows", { ...job, level: "custom" }, false],
  ])("a combination that the page does not have is sent: %s", async (_, resource, isKnown) => {
    await call(send, event(resource));
    expect(sentBody()).toEqual(JSON.parse(JSON.stringify(event(resource))));
    // Its level tells what it is, whatever the rest says.
    expect(use("isKnownResource", resource)).toBe(isKnown);
  });

  it.each([
    [
      "a tag and a branch",
      {
        ...job,
        git: { author_email: "a@b.c", repository_url: "u", sha: "a".repeat(40), branch: "b", tag: "t" },
      },
    ],
    ["no commit at all", job],
    ["null for a commit", { ...job, git: null }],
    ["identifiers that are no UUIDs", { ...job, id: "1", pipeline_unique_id: "x/y" }],
    [
      "identifiers of pipelines that are no UUIDs",
      {
        ...run,
        unique_id: "3296044030-1",
        pipeline_id: "3296044030",
        parent_pipeline: { id: "7" },
        previous_attempt: { id: "3296044030-0" },
      },
    ],
    ["values of metrics with colons", { ...job, metrics: ["a:b:1", "c:2"], tags: ["k:v:w", "k:v"] }],
    ["parameters as a map, keys and all", { ...job, parameters: { "A B.c": "1", __proto: "2", "@x": "" } }],
    ["a wait in milliseconds", { ...job, queue_time: 1500 }],
    ["times of years ago", { ...job, start: "2001-01-01T00:00:00.000Z", end: "2001-01-01T00:00:00.001Z" }],
  ])("what the service takes is not refused here: %s", async (_, resource) => {
    await call(send, event(resource));
    expect([sentBody(), broken()]).toEqual([event(resource), []]);
  });

  it.each(["finishedPipeline", "runningPipeline", "stage", "job", "step"])(
    "the builder of a %s puts in what tells it apart",
    (variant) => {
      const built = use(variant, { id: "1", status: "success" });
      expect(built).toMatchObject({ id: "1", level: variant.endsWith("Pipeline") ? "pipeline" : variant });
    },
  );

  // As the reference states them: what the document says is what is on trial.
  const pipeline = ["level", "name", "partial_retry", "start", "status", "unique_id", "url"];
  const inside = ["end", "id", "level", "name", "pipeline_name", "pipeline_unique_id", "start", "status"];
  const done = ["success", "error", "canceled", "skipped"];
  const variants = [
    {
      guard: "isFinishedPipeline",
      schema: "FinishedPipeline",
      level: "pipeline",
      statuses: [...done, "blocked"],
      required: ["end", ...pipeline],
    },
    {
      guard: "isRunningPipeline",
      schema: "InProgressPipeline",
      level: "pipeline",
      statuses: ["running"],
      required: pipeline,
    },
    { guard: "isStage", schema: "Stage", level: "stage", statuses: done, required: inside },
    { guard: "isJob", schema: "Job", level: "job", statuses: done, required: [...inside, "url"] },
    { guard: "isStep", schema: "Step", level: "step", statuses: ["success", "error"], required: inside },
  ];
  const statuses = [...done, "blocked", "running"];
  const samples = sampler(subject.document);
  const sampleOf = (schema: string, seed: number): JsonObject =>
    objectOf(samples.value(`/components/schemas/CIAppPipelineEvent${schema}`, "request", seed));

  it.each(variants)("$guard alone holds for its variant", ({ guard, schema, level, statuses: own }) => {
    const holding = (value: object): string[] =>
      variants.map((variant) => variant.guard).filter((name) => use(name, value) === true);
    for (const status of own) expect(holding({ level, status })).toEqual([guard]);
    for (let seed = 0; seed < 20; seed++) expect(holding(sampleOf(schema, seed))).toEqual([guard]);
  });

  it.each(variants)(
    "a $schema has its own level, statuses and required fields",
    async ({ schema, level, statuses: own, required }) => {
      const whole = sampleOf(schema, 0);
      const isRight = async (resource: object): Promise<boolean> => {
        answer();
        await call(send, event(resource));
        const rules = broken();
        expect(rules.filter((rule) => rule !== "body-value")).toEqual([]);
        return rules.length === 0;
      };
      const right: string[] = [];
      for (const status of statuses) if (await isRight({ ...whole, level, status })) right.push(status);
      // Objects are open: a finished pipeline that is called running is a running one with a field too many.
      const wanted = schema === "FinishedPipeline" ? [...own, "running"] : own;
      expect(right.sort()).toEqual(wanted.toSorted());
      const needed: string[] = [];
      for (const name of Object.keys(whole)) {
        const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name));
        if (!(await isRight(rest))) needed.push(name);
      }
      expect(needed.sort()).toEqual(required.toSorted());
    },
  );
});
