import { describe, expect, it } from "vitest";
import { run } from "./testing/cli.ts";
import { readTree, temporaryFolder } from "./testing/folder.ts";
import { project } from "./testing/project.ts";

describe("clientwright", () => {
  it.each([
    [["--help"], 0, "Usage"],
    [["help"], 0, "Usage"],
    [["generate", "--help"], 0, "Usage"],
    [["-v"], 0, /^\d+\.\d+\.\d+\n$/],
    [["--version"], 0, /^\d+\.\d+\.\d+\n$/],
  ])("%j says so and exits %d", async (args, code, text) => {
    const result = await run(temporaryFolder(), args);
    expect(result).toMatchObject({ code, stderr: "" });
    expect(result.stdout).toMatch(text);
  });

  it.each([
    [[], ""],
    [["make"], 'there is no command "make"\n'],
    [["gen"], 'there is no command "gen"; did you mean generate?\n'],
    [["generate", "--chek"], "--chek"],
    [["generate", "one"], "one"],
    [["generate", "--config"], "--config"],
    [["generate", "--check=yes"], "--check"],
    [["generate", "--watch", "--check"], "--watch"],
    [["generate", "--watch", "--json"], "--watch"],
    [["init", "a", "b"], "init takes one folder"],
  ])("%j is a wrong command line: exit 2, with the help", async (args, text) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await run(folder, args);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(text);
    expect(stdout + stderr).toContain("Usage");
    expect(readTree(folder)).toEqual({});
  });
});

describe("colours", () => {
  const esc = "\u001b[";

  it("are not printed where the output is no terminal, nor with NO_COLOR", async () => {
    const folder = temporaryFolder({ ...project(), "spec/one.yaml": "openapi: 9.0.0\n" });
    for (const env of [{}, { FORCE_COLOR: "1" }, { NO_COLOR: "1" }, { TERM: "xterm-256color" }]) {
      const { stdout, stderr } = await run(folder, ["generate"], env);
      expect(stdout + stderr).not.toContain(esc);
    }
  });
});
