import { describe, expect, it } from "vitest";
import { prose, wholeText } from "./prose.ts";

describe("the prose of a description", () => {
  it.each([
    ["one paragraph", "Follows\nparcels.", "Follows parcels."],
    ["several", "A.\n\nB.\r\n\r\nC.", "A.\n\nB.\n\nC."],
    ["up to a heading", "A.\n\n## Resources\n\nB.", "A."],
    ["up to a heading that is underlined", "A.\n\nTitle\n=====\n\nB.", "A."],
    ["up to a list", "A.\n\n* one\n* two", "A."],
    ["up to a list in the same paragraph", "A.\n\nB:\n- one\n- two", "A."],
    ["up to a table", "A.\n\n| a | b |\n| - | - |", "A."],
    ["up to code", "A.\n\n```sh\ncurl\n```", "A."],
    ["up to HTML", "A.\n\n<details>B</details>", "A."],
    ["nothing where it begins with a heading", "# Title\n\nA.", ""],
    [
      "links and emphasis as words",
      "**All** [planets](#tag/planets), `a_b`, __x__.",
      "All planets, `a_b`, x.",
    ],
    ["an image as its words", "A ![logo](https://a.example/x.png).", "A logo."],
    ["a hyphen in a text", "A - B\nC* d", "A - B C\\* d"],
    [
      "markup of the document's stays dead",
      "A <b>c</b> [x] https://a.example",
      "A \\<b\\>c\\</b\\> \\[x\\] https\\://a.example",
    ],
  ])("is %s", (_what, text, words) => {
    expect(prose(text)).toBe(words);
  });

  // An expression that went back for each of them would not end within the test's time.
  it.each(["[", "](", "**", "__", "[](", "**_", "\n", "!["])("ends for many of %j", (part) => {
    expect(prose(part.repeat(500_000)).length).toBeLessThan(3_000_000);
  });
});

it("a whole text keeps its paragraphs, and none of its markup", () => {
  expect(wholeText("A\nb.\r\n\r\n# C\n\n- d\n- e\n\n \n<b>f</b>")).toBe(
    "A b.\n\n\\# C\n\n\\- d - e\n\n\\<b\\>f\\</b\\>",
  );
});
