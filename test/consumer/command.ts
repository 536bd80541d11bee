// Runs another program and keeps what it prints.
import { spawn } from "node:child_process";

export interface Printed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a program to its end, whatever its exit code. Rejects when it cannot be started. */
export function run(command: string, input: readonly string[], options: CommandOptions): Promise<Printed> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...options.env };
    const child = spawn(command, input, { cwd: options.cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const printed = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...printed }));
  });
}

/** Runs a program and gives what it printed. Throws Error, with all it printed, when it fails. */
export async function runOrThrow(
  command: string,
  input: readonly string[],
  options: CommandOptions,
): Promise<string> {
  const { status, stdout, stderr } = await run(command, input, options);
  if (status !== 0) throw new Error(`${command} ${input.join(" ")} failed (${status}):\n${stdout}${stderr}`);
  return stdout;
}
