import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { run, runOrThrow } from "../consumer/command.ts";
import { startLoopback } from "../contract/loopback.ts";
import { cloneWorkspace, type Clone } from "./clone.ts";
import { compileProgram, customer, managers, type Customer, type Manager } from "./customer.ts";
import { publishedPackages } from "./published.ts";
import { startRegistry, type Registry } from "./registry.ts";

// Each release builds, packs, checks and asks a registry: on a busy machine that is no matter of two minutes.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

/**
 * The whole train on a real registry: a document is edited, and users get what the version promised them. One domain is
 * edited three times, each edit a release; the other domain is left alone.
 */
const edited = "@clientwright/ci-visibility-pipelines";
const untouched = "@clientwright/code-coverage";
const events = "spec/ci-visibility-pipelines/schemas/events.yaml";
const query = "spec/ci-visibility-pipelines/schemas/query.yaml";

/** What a user wrote for the first version: it compiles until the property goes. */
const oldProgram = `import { createClient, searchCIAppPipelineEvents } from "${edited}";

declare const process: { readonly argv: readonly string[] };

const client = createClient({ apiKey: "a", appKey: "b", baseUrl: process.argv[2] ?? "" });
const page = await searchCIAppPipelineEvents(client, { filter: { query: "*" } });
console.log(page.items[0]?.attributes?.tags);
`;
const lineOfTags = oldProgram.split("\n").findIndex((line) => line.includes("tags")) + 1;
/** What a user writes who wants what the second edit brings. */
const newProgram = oldProgram.replace('query: "*"', 'query: "*", team: "shop"');

let registry: Registry;
let clone: Clone;
let storage: string;
const customers: Customer[] = [];

beforeAll(async () => {
  storage = mkdtempSync(join(tmpdir(), "clientwright-registry-"));
  registry = await startRegistry({ folder: storage, refused: untouched });
  clone = await cloneWorkspace(registry);
});

afterAll(async () => {
  await registry.stop();
  clone.remove();
  for (const { folder } of customers) rmSync(folder, { recursive: true });
  rmSync(storage, { recursive: true });
});

const install = async (manager: Manager, range: string): Promise<Customer> => {
  const installed = await customer(manager, edited, range, registry);
  customers.push(installed);
  return installed;
};

/** An edit of the document, to its published version, as the README tells it. Nobody says what kind of change it is. */
async function release(what: string, changesApi: boolean, edit: () => void): Promise<void> {
  edit();
  await clone.pnpm("generate");
  await clone.pnpm("exec", "clientwright", "changeset");
  if (changesApi) await clone.pnpm("release:check", edited, "--update");
  await clone.commit(what);
  await clone.pnpm("release:version");
  await clone.commit("Version");
  await clone.pnpm("release");
}

describe("a release", () => {
  const refusal = async (...input: readonly string[]): Promise<string> => {
    const { status, stderr } = await clone.tryPnpm("release", ...input);
    expect(status).toBe(1);
    return stderr;
  };

  it("is refused while something was not versioned, not committed, or not checked", async () => {
    const changeset = join(clone.folder, ".changeset", "wait.md");
    writeFileSync(changeset, "---\n---\n\nLater.\n");
    expect(await refusal()).toContain("(wait.md): run release:version first");
    rmSync(changeset);
    writeFileSync(join(clone.folder, "new.md"), "# New\n");
    expect(await refusal()).toContain("?? new.md");
    rmSync(join(clone.folder, "new.md"));
    expect(await refusal("--publish", "spec")).toContain("holds no checked tarballs");
  });

  it("takes no folder that holds other things", async () => {
    expect(await refusal("--pack", "spec")).toContain("name a folder that is not there yet");
    expect(clone.read(events)).toContain("CIAppPipelineEvent");
  });
});

describe("the first release", () => {
  it("stops half-way where the registry refuses a package, and says which", async () => {
    await clone.pnpm("release", "--pack", ".release");
    const { status, stdout, stderr } = await clone.tryPnpm("release", "--publish", ".release");
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(`${untouched}@`);
    expect(await registry.versions("@clientwright/runtime")).toHaveLength(1);
    expect(await registry.versions(untouched)).toEqual([]);
  });

  it("goes on where it stopped when it is run again, with the same tarballs", async () => {
    await registry.stop();
    registry = await startRegistry({ folder: storage });
    clone.use(registry);
    await clone.pnpm("release", "--publish", ".release");
    for (const { name } of publishedPackages(clone.folder)) {
      expect(await registry.versions(name)).toEqual(["0.1.0"]);
    }
  });

  it("has nothing to do when it is run once more", async () => {
    expect(await clone.pnpm("release")).toContain("nothing to publish");
    expect((await clone.tryPnpm("release:version")).status).toBe(1);
  });
});

describe("an edit of one domain", () => {
  it("of the text alone is a patch", async () => {
    await release("Better words", false, () => {
      clone.edit(events, (text) =>
        text.replace("Identifier of the stored event.", "Names the stored event."),
      );
    });
    expect(await registry.versions(edited)).toEqual(["0.1.0", "0.1.1"]);
  });

  it("that adds is a minor", async () => {
    await release("Teams", true, () => {
      const property =
        "        team:\n          type: string\n          description: Events of one team only.\n";
      clone.edit(query, (text) => text.replace(/(?=^ {8}to:$)/m, property));
    });
    expect(await registry.versions(edited)).toEqual(["0.1.0", "0.1.1", "0.2.0"]);
  });

  it("that breaks is a minor too, before 1.0.0", async () => {
    await release("Labels", true, () => {
      clone.edit(events, (text) => text.replace(/^ {8}tags:$/m, "        labels:"));
    });
    expect(await registry.versions(edited)).toEqual(["0.1.0", "0.1.1", "0.2.0", "0.3.0"]);
  });

  it("releases no other package", async () => {
    const others = publishedPackages(clone.folder).filter(({ name }) => name !== edited);
    for (const { name } of others) expect(await registry.versions(name)).toEqual(["0.1.0"]);
    expect(await registry.tags(untouched)).toEqual({ latest: "0.1.0" });
  });

  it("is told in the changelog", async () => {
    await expect(clone.read("packages/ci-visibility-pipelines/CHANGELOG.md")).toMatchFileSnapshot(
      "train.changelog.md",
    );
  });
});

describe.each(managers)("a user of %s", (manager) => {
  const gone = [{ file: "src/main.ts", line: lineOfTags, code: expect.stringMatching(/^TS2339|^TS2551/) }];

  it("gets from ^0.1.0 what cannot break, and it does not", async () => {
    const user = await install(manager, "^0.1.0");
    expect(user.version).toBe("0.1.1");
    expect(await compileProgram(user, oldProgram)).toEqual([]);
    // What a later version adds is not there.
    expect(await compileProgram(user, newProgram)).toHaveLength(1);
  });

  it("gets what was added when asking for it, and what was there before", async () => {
    const user = await install(manager, "0.2.0");
    expect(await compileProgram(user, newProgram)).toEqual([]);
    expect(await compileProgram(user, oldProgram)).toEqual([]);
  });

  it("is stopped by the compiler where the changelog says that it breaks", async () => {
    const user = await install(manager, "latest");
    expect(user.version).toBe("0.3.0");
    const found = await compileProgram(user, oldProgram);
    expect(found.map(({ file, line, text }) => ({ file, line, code: text }))).toEqual(gone);
    expect(await compileProgram(user, oldProgram.replace("tags", "labels"))).toEqual([]);
  });

  it("sends the version that was published", async () => {
    const service = await startLoopback();
    try {
      service.answerWith(() => ({
        status: 200,
        headers: { "content-type": "application/json" },
        body: "{}",
      }));
      for (const user of customers) {
        const { stderr, status } = await run(process.execPath, ["built/main.js", service.url], {
          cwd: user.folder,
        });
        expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
        const headers = new Map(service.received.at(-1)?.headers);
        expect(headers.get("user-agent")).toBe(`clientwright/0.1.0 ci-visibility-pipelines/${user.version}`);
      }
    } finally {
      await service.close();
    }
  });
});

describe("a version that should not be used", () => {
  it("warns whoever installs it, and is latest no more", async () => {
    const here = { cwd: clone.folder };
    await runOrThrow("npm", ["deprecate", `${edited}@0.3.0`, "Loses milliseconds. Use 0.2.0."], here);
    await runOrThrow("npm", ["dist-tag", "add", `${edited}@0.2.0`, "latest"], here);
    expect((await install("npm", "latest")).version).toBe("0.2.0");
    const told = await run("npm", ["install", `${edited}@0.3.0`, "--no-audit"], {
      cwd: customers.at(-1)?.folder ?? "",
    });
    expect(told.stderr).toContain("Loses milliseconds.");
  });
});
