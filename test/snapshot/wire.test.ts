import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, makeProject, type Project } from "./project.ts";
import { readScenarios } from "./scenario.ts";

/** What the types of a scenario promise, at run time: the packages are compiled, and called with a `fetch` that answers. */
const names = new Set([
  "bracketed-parameters",
  "cookies",
  "enums-of-anything",
  "maps-of-unions",
  "media-ranges",
  "names",
  "names-in-use",
  "parameter-styles",
  "servers",
  "streams",
]);

type Functions = Readonly<Record<string, (...input: readonly unknown[]) => unknown>>;

let project: Project;
let built: string;

beforeAll(async () => {
  project = await makeProject(readScenarios().filter(({ name }) => names.has(name)));
  built = build(project, "cookies");
});
afterAll(() => rmSync(project.folder, { recursive: true, force: true }));

async function load(name: string): Promise<Functions> {
  const module: unknown = await import(pathToFileURL(join(built, name, "src/index.js")).href);
  return module as Functions;
}

/** Calls an operation, and gives the requests that were sent and what the call gave. */
async function call(
  scenario: string,
  operation: string,
  input: readonly unknown[] = [],
  options: object = {},
  answer: () => Response = () => new Response(null, { status: 204 }),
): Promise<{ readonly url: string; readonly request: Request; readonly data: unknown }> {
  const { createClient, [operation]: run } = await load(scenario);
  const sent: Request[] = [];
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    sent.push(new Request(url, init));
    return Promise.resolve(answer());
  };
  const client = createClient?.({ fetch, baseUrl: "https://a.test", ...options });
  const data = await run?.(client, ...input);
  const [request = new Request("https://none.test")] = sent;
  return { url: request.url, request, data };
}

describe("what is sent", () => {
  it("has cookies of parameters and credentials in one header", async () => {
    const input = { Cookie: "own=1", theme: "dark", seen: [1, 2], choice: { a: "b;" } };
    const { request } = await call("cookies", "listThings", [input], { session: () => "s c" });
    expect(request.headers.get("cookie")).toBe("own=1; theme=dark; seen=1; seen=2; choice=a,b%3B; sid=s%20c");
  });

  it("has each parameter in its style", async () => {
    const input = {
      id: ["a", "b"],
      plain: ["1", "2"],
      joined: ["1", "2"],
      deep: { a: "x y" },
      json: { a: 1 },
    };
    const { url } = await call("parameter-styles", "listThings", [input]);
    expect(url).toBe(
      "https://a.test/things/;id=a;id=b?plain=1&plain=2&joined=1,2&deep%5Ba%5D=x%20y&json=%7B%22a%22%3A1%7D",
    );
  });

  it("has nested names as the service writes them", async () => {
    const input = { filter: { name: "a" }, page: { size: 5 }, "ids[]": ["1", "2"] };
    const { url } = await call("bracketed-parameters", "listThings", [input]);
    expect(decodeURIComponent(url)).toBe("https://a.test/things?filter[name]=a&page[size]=5&ids[]=1&ids[]=2");
  });

  it.each([
    ["listThings", {}, "https://api.example.com/v1/things"],
    ["listThings", { site: "example.eu", version: "v2" }, "https://api.example.eu/v2/things"],
    ["listFiles", { site: "example.eu" }, "https://files.example.com/files"],
    ["sendFile", { region: "us" }, "https://us.upload.example.com/v2/files"],
    ["sendFile", { baseUrl: "https://upload.example.org" }, "https://upload.example.org/files"],
    ["deleteFiles", {}, "https://api.example.com/v1/files"],
  ])("%s of a client with %j goes to %s", async (operation, options, expected) => {
    const { url } = await call("servers", operation, [], { baseUrl: undefined, ...options });
    expect(url).toBe(expected);
  });

  it.each([
    ["addThing", { name: "a" }, "application/json", '{"name":"a"}'],
    ["putFile", new Blob(["a"], { type: "text/css" }), "text/css", "a"],
    ["putFile", new Blob(["a"]), "application/octet-stream", "a"],
  ])("%s has no range as its media type", async (operation, body, type, text) => {
    const { request } = await call("media-ranges", operation, [body]);
    expect([request.headers.get("content-type"), await request.text()]).toEqual([type, text]);
  });

  it("has names that JavaScript has other uses for", async () => {
    const input = { ["__proto__"]: "p", "it's": "i", query_body: "b" };
    const body = '{"__proto__":"x","constructor":"y"}';
    const { url, data } = await call("names", "constructor_", [input], {}, () => new Response(body));
    expect(url).toBe("https://a.test/a/p?it%27s=i&body=b");
    expect(Object.entries(data as object)).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
    expect((await call("names-in-use", "options_", [{ client: "a" }])).url).toBe(
      "https://a.test/options?client=a",
    );
    expect((await call("names-in-use", "then_", ["a"])).request.method).toBe("POST");
  });

  it("is a body in parts, and asks for the answer that the function gives where there are two", async () => {
    const { request } = await call("streams", "writeLines", [new Blob(["1\n", "2\n"])]);
    expect(request.headers.get("content-type")).toBe("application/x-ndjson");
    expect(await request.text()).toBe("1\n2\n");
    const answer = (): Response => Response.json({ id: "a" });
    const asked = await call("streams", "ask", [{ stream: false }], {}, answer);
    expect([asked.request.headers.get("accept"), asked.data]).toEqual(["application/json", { id: "a" }]);
    const { request: inParts } = await call("streams", "streamAsk", [{ stream: true }]);
    expect(inParts.headers.get("accept")).toBe("text/event-stream");
    expect(await inParts.json()).toEqual({ stream: true });
  });
});

describe("an answer to HEAD", () => {
  it("has no content that could be missing", async () => {
    const answer = (): Response => new Response(null, { headers: { "content-type": "application/json" } });
    const { request, data } = await call("media-ranges", "checkThings", [], {}, answer);
    expect([request.method, data]).toEqual(["HEAD", undefined]);
  });
});

describe("a stream", () => {
  it("gives each part when it arrives", async () => {
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>>();
    const writer = writable.getWriter();
    const type = { headers: { "content-type": "text/event-stream" } };
    const { data } = await call("streams", "readEvents", [], {}, () => new Response(readable, type));
    const events = (data as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    for (const id of ["a", "é"]) {
      void writer.write(new TextEncoder().encode(`data: {"id":"${id}"}\n\n`));
      expect(await events.next()).toEqual({ done: false, value: { event: "message", data: { id } } });
    }
    void writer.write(new TextEncoder().encode("data: [DONE]\n\n"));
    expect(await events.next()).toEqual({ done: true, value: undefined });
  });

  it("may be nothing", async () => {
    expect((await call("streams", "readEvents")).data).toBeUndefined();
  });
});

describe("guards", () => {
  it("know the values of an enumeration of several types", async () => {
    const { isKnownColor } = await load("enums-of-anything");
    const values = ["red", "", 1, null, "blue", 2, "null", undefined, true];
    expect(values.filter((value) => isKnownColor?.(value))).toEqual(["red", "", 1, null]);
  });

  it("tell the members of a map apart", async () => {
    const { isCat, isDog, isBagNotesString } = await load("maps-of-unions");
    const pets = [{ kind: "cat" }, { kind: "dog" }, { kind: "fish" }, 7];
    expect(pets.map((pet) => [isCat?.(pet), isDog?.(pet)])).toEqual([
      [true, false],
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect([isBagNotesString?.("a"), isBagNotesString?.(["a"])]).toEqual([true, false]);
  });
});
