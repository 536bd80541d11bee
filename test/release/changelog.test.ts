import { describe, expect, it } from "vitest";
import { getDependencyReleaseLine, getReleaseLine } from "./changelog.ts";

describe("a changelog", () => {
  it("makes one item of a text, however many lines it has", () => {
    expect(getReleaseLine({ summary: "First release.\n\nIt sends.\n" })).toBe(
      "- First release.\n\n  It sends.",
    );
  });

  it("keeps a list a list", () => {
    const summary = "- `send`: new\n- `read`: gone\n  - use `find`";
    expect(getReleaseLine({ summary })).toBe(summary);
  });

  it("names the release that made this one necessary", () => {
    const updated = [{ name: "@acme/runtime", newVersion: "2.0.0" }];
    expect(getDependencyReleaseLine([], updated)).toBe("- Needs `@acme/runtime` 2.0.0.");
    expect(getDependencyReleaseLine([], [])).toBe("");
  });
});
