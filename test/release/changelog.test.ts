import { describe, expect, it } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "./changelog.ts";

describe("a changelog", () => {
  it("makes one item of a text, however many lines it has", () => {
    expect(getReleaseLine({ summary: "First release.\n\nIt sends.\n" })).toBe(
      "- First release.\n\n  It sends.",
    );
  });

  it.each([
    "- `send`: new\n- `read`: gone\n  - use `find`",
    "Breaking:\n\n- `read`: gone\n\nAdded:\n\n- `send`",
  ])("keeps lists: %j", (summary) => {
    expect(getReleaseLine({ summary })).toBe(summary);
  });

  it("names the release that made this one necessary", () => {
    const updated = [{ name: "@acme/runtime", newVersion: "2.0.0" }];
    expect(getDependencyReleaseLine([], updated)).toBe("- Needs `@acme/runtime` 2.0.0.");
    expect(getDependencyReleaseLine([], [])).toBe("");
  });
});
