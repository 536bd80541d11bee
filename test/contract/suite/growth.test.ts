// A service grows: new values of enums, new variants of unions, new fields, null where something was. Whatever stands in an
// answer, a caller gets it as it is, and nothing throws.
import { sampler } from "@clientwright/testing";
import { afterAll, describe, expect, it } from "vitest";
import { isObject, type JsonValue, listOf } from "../../docs/json.ts";
import { descriptionOf } from "../answers.ts";
import { asOptions, credentialsOf } from "../credentials.ts";
import { plainInput } from "../examples.ts";
import { pagesOf, valueAt } from "../places.ts";
import { callStyles, loadSubject } from "../subject.ts";
import { useMock } from "../use-mock.ts";

const subject = await loadSubject();
const samples = sampler(subject.document);
const mock = useMock(subject);
const client = subject.createClient({
  ...asOptions(credentialsOf(subject.document)),
  fetch: mock.fetch,
  retry: false,
});
let tried = 0;

afterAll(() => {
  process.stdout.write(`${subject.name}: ${tried} answers that no document describes\n`);
});

type Place = readonly (string | number)[];

/** Every place inside of a value. */
function placesIn(value: JsonValue, at: Place = []): Place[] {
  const inner: [string | number, JsonValue][] = Array.isArray(value)
    ? listOf(value).map((item, index) => [index, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return inner.flatMap(([key, one]) => [[...at, key], ...placesIn(one, [...at, key])]);
}

/** A copy with another value at a place. */
function replaced(value: JsonValue, [key, ...rest]: Place, by: (old: JsonValue) => JsonValue): JsonValue {
  if (key === undefined) return by(value);
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map((item, index) => (index === key ? replaced(item, rest, by) : item));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? replaced(one, rest, by) : one]),
  );
}

const changes: readonly { readonly name: string; readonly to: (old: JsonValue) => JsonValue | undefined }[] =
  [
    { name: "null where something was", to: () => null },
    { name: "a value that no enum has", to: (old) => (typeof old === "string" ? "brand-new" : undefined) },
    {
      name: "an extra field",
      to: (old) => (isObject(old) ? { ...old, "brand-new": [{ a: null }] } : undefined),
    },
    { name: "a variant that no union has", to: () => ({ level: "brand-new", kind: "brand-new" }) },
    { name: "a number in place of a text", to: (old) => (typeof old === "string" ? 7 : undefined) },
  ];

const operations = subject.operations.flatMap((operation) => {
  const raw = subject.rawOperation(operation.id);
  const input = plainInput(operation, subject.document);
  const statuses = operation.responses.map(({ status }) => Number(status)).filter((status) => status < 500);
  return statuses
    .filter((status) => (descriptionOf(operation, status)?.contents.length ?? 0) > 0)
    .flatMap((status) =>
      changes.map((change) => ({ id: operation.id, raw, input, status, change, name: change.name })),
    );
});

describe("an answer with what this version does not know passes through", () => {
  it.each(operations)("$id $status: $name", async ({ id, raw, input, status, change }) => {
    // A list of items is how pages are counted: it may be left out, but it stays a list.
    const pages = status < 300 ? pagesOf(raw) : undefined;
    const kept = new Set(["", ...(pages ? [pages.items, pages.next].flatMap(prefixes) : [])]);
    const seen = new Set<string>();
    for (let seed = 0; seed < 12; seed++) {
      const { body } = samples.answer(id, status, seed);
      if (body === undefined) continue;
      for (const place of [[], ...placesIn(body)]) {
        const kind = place.map((key) => (typeof key === "number" ? "*" : key)).join("/");
        const changed = change.to(valueOf(body, place));
        if (changed === undefined || seen.has(kind) || (kept.has(kind) && change.name !== "an extra field"))
          continue;
        seen.add(kind);
        tried += 1;
        const grown = replaced(body, place, () => changed);
        mock.on(id, { status, body: grown, check: false });
        for (const style of callStyles) {
          const outcome = await subject.call(style, client, id, input).result();
          const data: unknown = outcome.ok ? outcome.value : Reflect.get(Object(outcome.error), "body");
          expect(outcome.ok).toBe(status < 300);
          expect(pages ? Reflect.get(Object(data), "data") : data).toEqual(grown);
          if (pages && outcome.ok) {
            expect(Reflect.get(Object(data), "items")).toEqual(listOf(valueAt(pages.items, grown)));
          }
        }
      }
    }
    expect(seen.size).toBeGreaterThan(0);
  });
});

function valueOf(value: JsonValue, place: Place): JsonValue {
  return place.reduce((at: JsonValue, key) => Reflect.get(Object(at), key), value);
}

function prefixes(path: readonly string[]): string[] {
  return path.map((_, index) => path.slice(0, index + 1).join("/"));
}
