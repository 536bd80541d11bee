// Node, Deno and Bun: the base URL is the argument, the report is what is printed.
import { smoke } from "./smoke.js";

declare const process: {
  readonly argv: readonly string[];
  readonly stdout: { write(text: string): void };
};

process.stdout.write(JSON.stringify(await smoke(process.argv[2] ?? "")));
