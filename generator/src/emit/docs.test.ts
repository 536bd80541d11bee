import { describe, expect, it } from "vitest";
import { noDocs } from "../model/schema.ts";
import { comment, docsText, limitsText } from "./docs.ts";

describe("bounds in words", () => {
  it.each([
    [{}, ""],
    [{ minimum: 1, maximum: 1000 }, "1 to 1000."],
    [{ minimum: 0 }, "At least 0."],
    [{ maximum: -1.5 }, "At most -1.5."],
    [{ exclusiveMinimum: 0, exclusiveMaximum: 1 }, "More than 0. Less than 1."],
    [{ multipleOf: 0.5 }, "A multiple of 0.5."],
    [{ minLength: 1, maxLength: 5 }, "1 to 5 characters."],
    [{ minLength: 40, maxLength: 40 }, "Exactly 40 characters."],
    [{ maxLength: 1 }, "At most 1 character."],
    [{ minItems: 1 }, "At least 1 item."],
    [{ maxProperties: 2, uniqueItems: true }, "At most 2 members. No item twice."],
    [{ pattern: "^a`b$" }, "Matches `^a'b$`."],
    [{ format: "uri" }, "Format: `uri`."],
    [{ format: "int64" }, ""],
    [{ pattern: "*/" }, "Matches `*\\/`."],
  ])("%j: %s", (limits, words) => {
    expect(limitsText(limits)).toBe(words);
  });
});

describe("the text of a comment", () => {
  it("is the description, the bounds and the tags, each a paragraph", () => {
    expect(
      docsText({ ...noDocs, description: "D.", limits: { minimum: 1 }, default: "a`b", deprecated: true }),
    ).toBe('D.\n\nAt least 1.\n\n@defaultValue `"a\'b"`\n@deprecated');
  });

  it("is the title where there is no description, and nothing where there is neither", () => {
    expect(docsText({ ...noDocs, title: "T" })).toBe("T");
    expect(docsText(noDocs)).toBe("");
  });

  it.each([null, false, 0, ""])("shows a default of %j", (value) => {
    expect(docsText({ ...noDocs, default: value })).toBe(`@defaultValue \`${JSON.stringify(value)}\``);
  });
});

describe("a comment", () => {
  it.each([
    ["", ""],
    ["One.", "/** One. */\n"],
    ["One.\n\nTwo.", "/**\n * One.\n *\n * Two.\n */\n"],
  ])("of %j", (text, expected) => {
    expect(comment(text)).toBe(expected);
  });
});
