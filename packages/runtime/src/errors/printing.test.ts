import { format, inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { AbortError } from "./abort-error.js";

describe("an error", () => {
  it("prints its facts once", () => {
    const error = new AbortError({ operation: "o", method: "GET", path: "/p", attempts: 2 }, "why");
    // What is not known is no fact.
    Object.assign(error, { requestId: undefined });
    expect(inspect(error)).toMatch(
      /^AbortError: Aborted[^]*at [^]*\{ operation: 'o', method: 'GET', path: '\/p', attempts: 2 \}$/,
    );
  });

  it.each([
    ["alone", (error: Error) => inspect(error)],
    ["without a limit", (error: Error) => inspect(error, { depth: null })],
    ["to any depth", (error: Error) => inspect(error, { depth: Infinity })],
    ["as text", (error: Error) => format("%s", error)],
    ["in others", (error: Error) => inspect({ a: { error } })],
    ["among others", (error: Error) => inspect(new AggregateError([error]))],
  ])("prints what somebody has put into it, whatever it is: %s", (_how, print) => {
    const error = new AbortError({ operation: "o", method: "GET", path: "/p", attempts: 2 }, "why");
    Object.assign(error, { pipeline: 2n ** 60n, whole: error });
    expect(print(error)).toMatch(/attempts: 2,\s+pipeline: 1152921504606846976n,\s+whole: /);
  });
});
