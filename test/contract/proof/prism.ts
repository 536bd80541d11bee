// Prism, a mock server that is not ours, serving the document that the package ships.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { tool } from "../../everywhere/tools.ts";

const release = "5.16.0";

export interface PrismServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a document. Requests that break it are answered with errors.
 *
 * @throws Error with what Prism printed, when it ends before it listens.
 */
export async function startPrism(document: string): Promise<PrismServer> {
  const modules = await tool("@stoplight/prism-cli", release);
  const port = await freePort();
  const program = join(modules, "@stoplight/prism-cli/dist/index.js");
  const child = spawn(
    process.execPath,
    [program, "mock", document, "--port", String(port), "--host", "127.0.0.1", "--errors"],
    {
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let printed = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        printed += text;
        if (printed.includes("is listening on")) resolve();
      });
    }
    child.once("error", reject);
    void ended.then(() => reject(new Error(`Prism ended:\n${printed}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

/** A port that nobody has now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}
