import { describe, expect, it } from "vitest";
import type { Change } from "../diff/change.ts";
import { type ChangesetFile, hashOf } from "./changeset-files.ts";
import { planChangesets, type Released, releaseLevel } from "./changesets.ts";
import { changelogLines } from "./markdown.ts";

const change: Change = {
  rule: "property-removed",
  level: "major",
  package: "@acme/one",
  subject: "Thing",
  place: "id",
  message: "a property was removed",
  migration: "Remove what sets or reads the property.",
};
const released = (changes: readonly Change[], version = "1.2.3"): Released => ({
  name: "@acme/one",
  folder: "one",
  version,
  level: changes[0]?.level,
  changes,
});
const file = (name: string, text: string, level?: "major" | "minor" | "patch"): ChangesetFile => ({
  name,
  text,
  releases: new Map(level === undefined ? [] : [["@acme/one", level]]),
});

describe("the level of a release", () => {
  it.each([
    ["major", "0.4.0", "minor"],
    ["major", "1.0.0", "major"],
    ["minor", "0.4.0", "minor"],
    ["patch", "0.4.0", "patch"],
  ] as const)("of a %s change of %s is %s", (level, version, expected) => {
    expect(releaseLevel(level, version)).toBe(expected);
  });
});

describe("changesets", () => {
  const first = planChangesets([released([change])], [], {});
  const text = first.plans[0]?.text ?? "";

  it("are written under a stable name, with level and lines", () => {
    expect(first.plans).toMatchObject([{ file: "api-one.md", level: "major", action: "write" }]);
    expect(text).toBe(
      '---\n"@acme/one": major\n---\n\nBreaking:\n\n- `Thing` `id`: a property was removed. Remove what sets or reads the property.\n',
    );
    expect(first.problems).toEqual(["@acme/one has changes of level major and no changeset"]);
  });

  it("are written once, and again when the changes are others", () => {
    const files = [file("api-one.md", text, "major")];
    const memory = { "api-one.md": [hashOf(text)] };
    expect(planChangesets([released([change])], files, memory)).toMatchObject({
      plans: [{ action: "unchanged" }],
      problems: [],
    });
    const other = { ...change, subject: "Other" };
    expect(planChangesets([released([other])], files, memory)).toMatchObject({
      plans: [{ action: "write" }],
      problems: [".changeset/api-one.md is not what it would be now"],
    });
    expect(planChangesets([released([])], files, memory)).toMatchObject({
      plans: [],
      obsolete: ["api-one.md"],
      problems: [".changeset/api-one.md tells of changes that are no more"],
    });
  });

  it("that a person edited are kept, and have to state the level all the same", () => {
    const edited = text.replace("a property", "the property");
    const memory = { "api-one.md": [hashOf(text)] };
    const other = { ...change, subject: "Other" };
    expect(planChangesets([released([other])], [file("api-one.md", edited, "major")], memory)).toMatchObject({
      plans: [{ action: "keep" }],
      problems: [],
    });
    expect(
      planChangesets([released([other])], [file("api-one.md", edited, "minor")], memory).problems,
    ).toEqual(["@acme/one needs the level major, and .changeset/api-one.md says minor"]);
    // One that is nobody's by the memory is a person's, and is not deleted either.
    expect(planChangesets([released([])], [file("api-one.md", edited, "major")], memory).obsolete).toEqual(
      [],
    );
  });

  it("of a prerelease have a file each, so that none is written over before the release", () => {
    const files = [file("api-one.md", text, "major")];
    const plans = (version: string): readonly string[] =>
      planChangesets([released([change], version)], files, { "api-one.md": [hashOf(text)] }).plans.map(
        (plan) => plan.file,
      );
    expect(plans("2.0.0-next.0")).toEqual(["api-one-next.0.md"]);
    expect(plans("2.0.0-next.1")).toEqual(["api-one-next.1.md"]);
    expect(plans("2.0.0")).toEqual(["api-one.md"]);
  });

  it("that a person edited are told of when their changes are no more", () => {
    const edited = [file("api-one.md", `${text}More.\n`, "major")];
    const memory = { "api-one.md": [hashOf(text)] };
    expect(planChangesets([released([])], edited, memory)).toMatchObject({
      obsolete: [],
      left: ["api-one.md"],
    });
    expect(planChangesets([released([change])], edited, memory)).toMatchObject({ left: [] });
    // One that was never ours may be called as it likes.
    expect(planChangesets([released([])], edited, {})).toMatchObject({ left: [] });
  });

  it("count whatever they are called, and the highest of several", () => {
    const own = [file("brave-lion.md", "", "minor"), file("odd-cat.md", "", "major")];
    expect(planChangesets([released([change])], own, {}).problems).toEqual([]);
    expect(planChangesets([released([change])], own.slice(0, 1), {}).problems).toEqual([
      "@acme/one needs the level major, and .changeset/brave-lion.md says minor",
    ]);
    expect(planChangesets([released([change], "0.1.0")], own.slice(0, 1), {}).problems).toEqual([]);
  });
});

describe("the lines of a changelog", () => {
  it("show hostile names as what they are", () => {
    const hostile: Change = {
      ...change,
      subject: "a`b",
      place: "<script>alert(1)</script>[x](javascript:y)",
      before: "![i](https://evil.example/p.png)",
    };
    const lines = changelogLines({ changes: [hostile] });
    const outside = lines.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
    expect(outside).not.toMatch(/<|\]\(|evil|script/);
    expect(lines).toContain("<script>");
  });

  it("say from what to what, also where the subject has the new name", () => {
    const renamed: Change = {
      ...change,
      rule: "operation-renamed",
      subject: "fetchA",
      place: "",
      before: "getA",
      after: "fetchA",
    };
    expect(changelogLines({ changes: [renamed] })).toContain("from `getA` to `fetchA`");
  });

  it("count texts, and put first what can break", () => {
    const texts = ["a", "b"].map((place): Change => ({
      ...change,
      rule: "text-changed",
      level: "patch",
      place,
    }));
    expect(changelogLines({ changes: [...texts, change] })).toBe(
      "Breaking:\n\n- `Thing` `id`: a property was removed. Remove what sets or reads the property.\n\nDocumentation and limits:\n\n- 2 texts of the documentation changed.",
    );
  });
});
