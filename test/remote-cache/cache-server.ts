// A remote cache for turbo on loopback, as somebody would host it: https://turborepo.com/docs/core-concepts/remote-caching
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { tool } from "../everywhere/tools.ts";

/** A cache that is running. */
export interface CacheServer {
  /** What turbo needs to know of it, as environment variables. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts the server with an empty store in a folder. */
export async function startCacheServer(folder: string): Promise<CacheServer> {
  const modules = await tool("turborepo-remote-cache", "2.12.0");
  const token = "a-token-for-loopback";
  const port = await freePort();
  const child = spawn(process.execPath, [join(modules, "turborepo-remote-cache", "dist", "cli.js")], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      NODE_ENV: "production",
      PORT: String(port),
      TURBO_TOKEN: token,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: join(folder, "store"),
      LOG_LEVEL: "error",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const ended = once(child, "close");
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/v8/artifacts/status`, token))) {
    if (child.exitCode !== null) throw new Error(`The cache server ended (${child.exitCode}):\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    env: { TURBO_API: url, TURBO_TOKEN: token, TURBO_TEAM: "team_clientwright" },
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function answers(url: string, token: string): Promise<boolean> {
  try {
    const { ok } = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    return ok;
  } catch {
    return false;
  }
}

/** A port that was free a moment ago: the server cannot be asked which one it took. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
