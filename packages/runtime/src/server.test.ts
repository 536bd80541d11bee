import { afterEach, describe, expect, it, vi } from "vitest";
import { hintOf, readEnvironment } from "./environment.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { resolveServer } from "./server.js";
import { api } from "./testing/sample.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const { server } = api;

describe("resolveServer", () => {
  it("takes the option, else the environment, else the default", () => {
    expect(resolveServer(server, undefined, {})).toBe("https://api.parcels.test");
    vi.stubEnv("PARCELS_REGION", "eu.parcels.test");
    expect(resolveServer(server, undefined, {})).toBe("https://api.eu.parcels.test");
    expect(resolveServer(server, undefined, { region: "new.parcels.test" })).toBe(
      "https://api.new.parcels.test",
    );
  });

  for (const region of [
    "",
    "https://x.test",
    "x.test/path",
    "user@x.test",
    "a:b@x.test",
    "x.test:8080",
    "x.test?q",
    "x.test#f",
    "x test",
    "x.test\\y",
    "x..test",
    ".x",
    "x.",
    "-x.test",
    "x\n.test",
    "x%2ftest",
    "[::1]",
    7,
  ]) {
    it(`refuses ${JSON.stringify(region)} as a host`, () => {
      expect(() => resolveServer(server, undefined, { region })).toThrow(ConfigurationError);
      expect(() => resolveServer(server, undefined, { region })).toThrow(
        /region \(environment: PARCELS_REGION\) must be a bare host name.*eu\.parcels\.test/,
      );
    });
  }

  it("takes what the document names for a part of a host, and nothing like it", () => {
    const variables = { sep: { default: ".", values: [".", "-"] }, region: { default: "us" } };
    const own = { url: "https://s3{sep}{region}.a.test", variables };
    expect(resolveServer(own, undefined, {})).toBe("https://s3.us.a.test");
    expect(resolveServer(own, undefined, { sep: "-" })).toBe("https://s3-us.a.test");
    expect(() => resolveServer(own, undefined, { sep: ".." })).toThrow(ConfigurationError);
  });

  it("keeps a base URL with its path, and takes the place of everything else", () => {
    expect(resolveServer(server, "http://127.0.0.1:8080/proxy//", { region: "?" })).toBe(
      "http://127.0.0.1:8080/proxy",
    );
  });

  it("never gives one client the URL of another, also where a base URL is no text", () => {
    const baseUrl: unknown = new URL("https://b.test");
    for (let n = 0; n < 3; n += 1) {
      expect(resolveServer(server, "https://a.test", {})).toBe("https://a.test");
      expect(() => resolveServer(server, baseUrl as string, {})).toThrow(TypeError);
      expect(() => resolveServer(server, baseUrl as string, {})).toThrow(TypeError);
    }
  });

  for (const url of [
    "x.test",
    "ftp://x.test",
    "https://u:p@x.test",
    "https://x.test?q=1",
    "https://x.test#f",
    "https://",
    "javascript:1",
    "https:\\\\x.test",
  ]) {
    it(`refuses the base URL ${url}`, () => {
      expect(() => resolveServer(server, url, {})).toThrow(/baseUrl must be an http or https URL/);
    });
  }

  it("fills in ports, paths and whole URLs", () => {
    const variables = {
      scheme: { default: "http" },
      port: { default: "8443" },
      base: { default: "v2/x" },
      root: { default: "https://x.test/y" },
    };
    expect(resolveServer({ url: "{scheme}://a.test:{port}/{base}", variables }, undefined, {})).toBe(
      "http://a.test:8443/v2/x",
    );
    expect(resolveServer({ url: "{root}/api", variables }, undefined, {})).toBe("https://x.test/y/api");
    expect(() =>
      resolveServer({ url: "https://a.test/{base}", variables }, undefined, { base: "../admin" }),
    ).toThrow(ConfigurationError);
    expect(() =>
      resolveServer({ url: "{root}/api", variables }, undefined, { root: "https://u@x.test" }),
    ).toThrow(ConfigurationError);
    expect(() => resolveServer({ url: "https://{lost}", variables }, undefined, {})).toThrow(/lost/);
  });

  it("takes a relative server from the page it runs in, and nowhere else", () => {
    expect(() => resolveServer({ url: "/v1" }, undefined, {})).toThrow(ConfigurationError);
    vi.stubGlobal("location", { href: "https://x.test/page" });
    expect(resolveServer({ url: "/v1" }, undefined, {})).toBe("/v1");
  });
});

describe("hintOf", () => {
  it("names a variable where one is read", () => {
    expect(hintOf("PARCELS_KEY")).toBe(" (environment: PARCELS_KEY)");
    expect(hintOf(undefined)).toBe("");
    vi.stubGlobal("document", {});
    expect(hintOf("PARCELS_KEY")).toBe("");
    vi.unstubAllGlobals();
  });
});

describe("readEnvironment", () => {
  it("reads when asked, and never in a browser", () => {
    vi.stubEnv("PARCELS_KEY", "k");
    expect(readEnvironment("PARCELS_KEY")).toBe("k");
    vi.stubGlobal("document", {});
    expect(readEnvironment("PARCELS_KEY")).toBeUndefined();
    vi.unstubAllGlobals();
    vi.stubGlobal("importScripts", () => {});
    expect(readEnvironment("PARCELS_KEY")).toBeUndefined();
  });

  it("gives nothing where there is no environment or it may not be read", () => {
    vi.stubGlobal("process", undefined);
    expect(readEnvironment("PATH")).toBeUndefined();
    vi.stubGlobal("process", {
      get env() {
        throw new Error("Requires env access");
      },
    });
    expect(readEnvironment("PATH")).toBeUndefined();
    expect(readEnvironment(undefined)).toBeUndefined();
  });
});
