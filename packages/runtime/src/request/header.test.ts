import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../errors/configuration-error.js";
import { sendable } from "./header-map.js";
import { writeHeaders } from "./header.js";

describe("writeHeaders", () => {
  it("writes header parameters as simple style, not percent-encoded", () => {
    const headers = writeHeaders(
      [
        { in: "header", name: "X-List" },
        { in: "header", name: "X-Map", explode: true },
        { in: "header", name: "X-Json", content: "application/json" },
        { in: "header", name: "X-None" },
      ],
      { "X-List": ["a b", "c"], "X-Map": { a: 1, b: 2 }, "X-Json": { q: "ü" } },
    );
    expect(headers).toEqual({ "x-list": "a b,c", "x-map": "a=1,b=2", "x-json": '{"q":"ü"}' });
  });

  it("joins cookie parameters into one header", () => {
    const headers = writeHeaders(
      [
        { in: "cookie", name: "a" },
        { in: "cookie", name: "b", explode: false },
        { in: "cookie", name: "c", content: "application/json" },
      ],
      { a: ["1;", 2], b: [3, 4], c: [5] },
    );
    expect(headers).toEqual({ cookie: "a=1%3B; a=2; b=3,4; c=%5B5%5D" });
  });
});

describe("a header parameter called Cookie", () => {
  it("is sent with the cookie parameters", () => {
    const parameters = [
      { in: "header", name: "Cookie" },
      { in: "cookie", name: "b" },
    ] as const;
    expect(writeHeaders(parameters, { Cookie: "a=1", b: 2 })).toEqual({ cookie: "a=1; b=2" });
    expect(writeHeaders(parameters, { Cookie: "a=1" })).toEqual({ cookie: "a=1" });
  });
});

describe("sendable", () => {
  it("refuses what would split a request, and does not show it", () => {
    for (const headers of [
      { "x-a": "hidden\r\nx-b: 1" },
      { "x-a": "hidden\u0000" },
      { "x-a": "hidden…" },
      { "x a": "hidden" },
    ]) {
      expect(() => sendable(headers)).toThrow(ConfigurationError);
      expect(() => sendable(headers)).not.toThrow(/hidden/);
    }
    expect(sendable({ "x-a": "é\t~", "x-b": null, "x-c": "c" })).toEqual({ "x-a": "é\t~", "x-c": "c" });
  });
});
