import { expect, test } from "vitest";
import { readAnswer, valueAt, withValueAt } from "./place.js";

test("a value is read along own properties only", () => {
  const root = { page: { cursor: "a", list: [{ id: 7 }] }, none: null };
  expect(valueAt([], root)).toBe(root);
  expect(valueAt(["page", "cursor"], root)).toBe("a");
  expect(valueAt(["page", "list", "0", "id"], root)).toBe(7);
  expect(valueAt(["page", "cursor", "length"], root)).toBeUndefined();
  expect(valueAt(["none", "cursor"], root)).toBeUndefined();
  expect(valueAt(["constructor"], root)).toBeUndefined();
  expect(valueAt(["page"], undefined)).toBeUndefined();
});

test("a place in an answer is a path in its body or a header", () => {
  const headers = new Headers({ "X-Next": "9" });
  expect(readAnswer("x-next", {}, headers)).toBe("9");
  expect(readAnswer("x-other", {}, headers)).toBeNull();
  expect(readAnswer(["next"], { next: 4 }, headers)).toBe(4);
});

test("what is on the path is copied, what is beside it is shared, and the original stays", () => {
  const filter = { query: "red" };
  const input = Object.freeze({ filter, page: Object.freeze({ limit: 5, cursor: "a" }) });
  const changed = withValueAt(["page", "cursor"], input, "b");
  expect(changed).toEqual({ filter, page: { limit: 5, cursor: "b" } });
  expect(changed).toHaveProperty("filter", filter);
  expect(input.page.cursor).toBe("a");
  expect(withValueAt(["page", "cursor"], undefined, "b")).toEqual({ page: { cursor: "b" } });
});

test("a path through __proto__ makes an ordinary property", () => {
  const changed = withValueAt(["__proto__", "cursor"], {}, "b");
  expect(Object.keys(Object(changed))).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
});
