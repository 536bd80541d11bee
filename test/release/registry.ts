// A real registry on this machine: Verdaccio, which asks no other registry for anything.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { tool } from "../everywhere/tools.ts";

export interface Registry {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  /** Lines for an `.npmrc`: this registry for one scope, with a token that it does not look at. */
  npmrc(scope: string): string;
  /** The versions of a package, oldest first; none when it is not there. */
  versions(name: string): Promise<string[]>;
  /** What each tag of a package stands for. */
  tags(name: string): Promise<Readonly<Record<string, string>>>;
  /** Ends it, and waits until it has ended. What was published stays in its folder. */
  stop(): Promise<void>;
}

export interface RegistryOptions {
  /** Where it keeps packages: a registry started in the same folder has what the last one had. */
  readonly folder: string;
  /** The name of a package that nobody may publish. */
  readonly refused?: string;
}

interface Packument {
  readonly versions?: Readonly<Record<string, unknown>>;
  readonly "dist-tags"?: Readonly<Record<string, string>>;
}

/** Starts it. Rejects when it ends before it answers. */
export async function startRegistry({ folder, refused }: RegistryOptions): Promise<Registry> {
  // The one it asks for calls what newer versions of Node do not have.
  const modules = await tool("verdaccio", "6.10.4", { "node-fetch": "2.7.0" });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  mkdirSync(folder, { recursive: true });
  // JSON is YAML.
  const config = {
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd") } },
    packages: {
      ...(refused === undefined ? {} : { [refused]: { access: "$all", publish: "nobody" } }),
      "**": { access: "$all", publish: "$all" },
    },
    uplinks: {},
    web: { enable: false },
    log: { type: "stdout", format: "json", level: "warn" },
  };
  writeFileSync(join(folder, "config.yaml"), JSON.stringify(config));
  const program = join(modules, "verdaccio", "bin", "verdaccio");
  const input = [program, "--config", join(folder, "config.yaml"), "--listen", url];
  const child = spawn(process.execPath, input, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  await untilItAnswers(child, url);

  const packument = async (name: string): Promise<Packument> => {
    const answer = await fetch(`${url}${name.replace("/", "%2f")}`);
    if (answer.status === 404) return {};
    if (!answer.ok) throw new Error(`The registry answered ${answer.status} for ${name}`);
    return (await answer.json()) as Packument;
  };
  return {
    url,
    npmrc: (scope) => `${scope}:registry=${url}\n//127.0.0.1:${port}/:_authToken=any\n`,
    versions: async (name) => Object.keys((await packument(name)).versions ?? {}),
    tags: async (name) => (await packument(name))["dist-tags"] ?? {},
    stop: async () => {
      const ended = once(child, "exit");
      if (child.exitCode === null && child.signalCode === null && child.kill()) await ended;
    },
  };
}

async function untilItAnswers(child: ChildProcess, url: string): Promise<void> {
  let printed = "";
  child.stdout?.on("data", (data: Buffer) => (printed += data.toString()));
  child.stderr?.on("data", (data: Buffer) => (printed += data.toString()));
  while (child.exitCode === null) {
    const answered = await fetch(`${url}-/ping`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The registry ended with ${child.exitCode}:\n${printed}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}
