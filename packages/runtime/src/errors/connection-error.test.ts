import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { ConnectionError } from "./connection-error.js";

const facts = { operation: "listParcels", method: "GET", path: "/parcels", attempts: 1 };

it("finds the system's code however deep, also in errors of another realm, as tests that run in one have", () => {
  const foreign: unknown = runInNewContext(
    'Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }) })',
  );
  for (const cause of [foreign, new Error("outer", { cause: foreign })])
    expect(new ConnectionError(facts, cause)).toMatchObject({
      code: "ECONNREFUSED",
      message: "No connection (ECONNREFUSED): call from GET /parcels (listParcels) [1 attempt]",
      cause,
    });
});

it("says what the innermost cause says where there is no code, and ends where causes go round", () => {
  const inner = new Error("boom");
  const outer = new Error("outer", { cause: inner });
  inner.cause = outer;
  expect(new ConnectionError(facts, outer).message).toMatch(/^No connection \((boom|outer)\): call from/);
  expect(new ConnectionError(facts, new Error("outer", { cause: new Error("why") })).message).toMatch(
    /\(why\)/,
  );
  for (const odd of [undefined, null, 7, {}])
    expect(new ConnectionError(facts, odd).message).toMatch(/^No connection: call from/);
});
