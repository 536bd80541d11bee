import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const ownProgram: string = join(import.meta.dirname, "../../bin/clientwright.js");

/** How a run of the program ended. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the program as a user would, in a process of its own that a test cannot leave behind. */
export function start(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: string = ownProgram,
): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", ...env },
  });
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  });
  return child;
}

/** Runs the program to its end. */
export function run(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: string = ownProgram,
): Promise<Run> {
  const child = start(cwd, args, env, program);
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Waits for a text in a stream's output, from where the last wait ended. */
export function reader(child: ChildProcessWithoutNullStreams): (text: string) => Promise<string> {
  let unread = "";
  let notify = (): void => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      unread += text;
      notify();
    });
  }
  let ended = false;
  child.on("close", () => {
    ended = true;
    notify();
  });
  return async (text) => {
    while (!unread.includes(text)) {
      if (ended) throw new Error(`the program ended without saying ${JSON.stringify(text)}:\n${unread}`);
      await new Promise<void>((resolve) => (notify = resolve));
    }
    const end = unread.indexOf(text) + text.length;
    const read = unread.slice(0, end);
    unread = unread.slice(end);
    return read;
  };
}
