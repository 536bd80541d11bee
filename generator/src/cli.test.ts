import { describe, expect, it } from "vitest";
import { run, start } from "./testing/cli.ts";
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
    [[], "clientwright: say what to do: one of the commands above, such as generate\n"],
    [["generate", "--only", " , "], "--only takes names of packages"],
    [["diff", "--package", ""], "--package takes names of packages"],
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
    expect(stdout).toBe("");
    expect(stderr).toContain(text);
    expect(stderr).toContain("Usage");
    expect(readTree(folder)).toEqual({});
  });
});

describe("a pipe that nobody reads", () => {
  /** The end of a run whose standard output was closed before it said a word. */
  function unread(folder: string, args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
    const child = start(folder, args);
    child.stdout.destroy();
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    return new Promise((resolve) => child.on("close", (code) => resolve({ code, stderr })));
  }

  it.each([
    [["init", "clients"], 0],
    [["generate", "--check"], 3],
    [["generate", "--watch"], 0],
    [["--help"], 0],
    [["generate"], 0],
  ])("lets %j end as it would, without a word", async (args, code) => {
    const folder = temporaryFolder(project());
    expect(await unread(folder, args)).toEqual({ code, stderr: "" });
    if (args[0] === "init") expect(Object.keys(readTree(folder))).toContain("clients/package.json");
  });
});

describe("names of packages", () => {
  it("may have spaces around them", async () => {
    const folder = temporaryFolder(project());
    const { code, stdout } = await run(folder, ["generate", "--dry-run", "--only", "one, @acme/two ,"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/@acme\/one: [\s\S]*@acme\/two: /);
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
