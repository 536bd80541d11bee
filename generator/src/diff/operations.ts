import type { Api, Operation, Parameter } from "../model/api.ts";
import { compareAnswers } from "./answers.ts";
import { compareIncoming } from "./incoming.ts";
import { compareBatches, comparePages } from "./lists.ts";
import { inside, type Recorder, type Scope } from "./recorder.ts";
import type { SchemaComparison } from "./schemas.ts";
import { compareSecurity, compareServers } from "./service.ts";
import { compareTexts } from "./texts.ts";

/** What the comparison of two packages works with. */
export interface Comparison {
  readonly old: Api;
  readonly new: Api;
  readonly recorder: Recorder;
  readonly schemas: SchemaComparison;
}

/** Compares two versions of one operation. */
export function compareOperations(comparison: Comparison, old: Operation, now: Operation): void {
  const { recorder } = comparison;
  const scope: Scope = { subject: now.name, steps: [], old, new: now, preview: old.preview };
  if (old.name !== now.name) {
    recorder.add("operation-renamed", scope, { before: old.name, after: now.name });
  }
  const line = ({ method, path }: Operation): string => `${method} ${path}`;
  if (line(old) !== line(now)) {
    recorder.add("request-line-changed", scope, { before: line(old), after: line(now) });
  }
  if (old.deprecated !== now.deprecated) {
    recorder.add(now.deprecated ? "operation-deprecated" : "operation-undeprecated", scope);
  }
  if (old.preview !== now.preview) {
    const say = (preview: boolean): string => (preview ? "preview" : "no preview");
    recorder.add("preview-changed", scope, { before: say(old.preview), after: say(now.preview) });
  }
  const text = ({ summary, description, documentation }: Operation): string =>
    JSON.stringify([summary, description, documentation]);
  if (text(old) !== text(now)) recorder.add("operation-text-changed", scope);
  if (old.idempotency !== now.idempotency) {
    recorder.add("idempotency-changed", scope, { before: old.idempotency, after: now.idempotency });
  }
  compareInputs(comparison, old, now, scope);
  compareAnswers(comparison, old, now, scope);
  comparePages(comparison, old, now, scope);
  compareBatches(comparison, old, now, scope);
  compareIncoming(comparison, old.callbacks, now.callbacks, { subject: now.name, preview: old.preview });
  compareSecurity(comparison, old, now, scope);
  compareServers(recorder, old.server, now.server, scope);
}

/** An operation without parameters takes its body itself, one with parameters one object of both. */
function compareInputs(comparison: Comparison, old: Operation, now: Operation, scope: Scope): void {
  const { recorder } = comparison;
  const has = ({ parameters, body }: Operation): boolean => parameters.length > 0 || body !== undefined;
  if (!has(old) && !has(now)) return;
  if (!has(old)) {
    recorder.add("input-added", scope);
    return;
  }
  if (!has(now)) {
    recorder.add("input-removed", scope);
    return;
  }
  const [one, other] = [old.parameters.length > 0, now.parameters.length > 0];
  if (one !== other) {
    // Where there is no body on a side, the parameters or the body itself are what came or went.
    recorder.add("input-reshaped", scope, {
      before: one ? "parameters" : "the body",
      after: other ? "parameters" : "the body",
    });
  } else {
    compareParameters(comparison, old, now, scope);
  }
  compareBodies(comparison, old, now, scope, one === other);
}

function compareParameters(comparison: Comparison, old: Operation, now: Operation, scope: Scope): void {
  const { recorder, schemas } = comparison;
  const left = new Set(now.parameters);
  const at = (parameter: Parameter): Scope =>
    inside(scope, { kind: "parameter", in: parameter.in, name: parameter.name });
  for (const parameter of old.parameters) {
    const found = counterpart(parameter, now.parameters);
    if (found === undefined) {
      recorder.add("parameter-removed", at(parameter), { on: "old" });
      continue;
    }
    left.delete(found);
    const here = at(found);
    const [before, after] = [parameter.key.join("."), found.key.join(".")];
    if (before !== after) recorder.add("parameter-moved", here, { before, after });
    if (!parameter.required && found.required) recorder.add("parameter-required", here);
    if (parameter.required && !found.required) recorder.add("parameter-optional", here);
    if (serialization(parameter) !== serialization(found)) {
      recorder.add("parameter-serialization-changed", here, {
        before: serialization(parameter),
        after: serialization(found),
      });
    }
    const sent = { ...here, direction: "input" as const };
    compareTexts(recorder, sent, parameter.docs, found.docs);
    schemas.compare(parameter.schema, found.schema, "input", here);
  }
  for (const parameter of left) {
    recorder.add(parameter.required ? "parameter-added-required" : "parameter-added", at(parameter));
  }
}

/** The same parameter in the other version: by its name and location, else by its place in the input. */
function counterpart(
  { name, in: where, key }: Parameter,
  others: readonly Parameter[],
): Parameter | undefined {
  return (
    others.find((other) => other.name === name && other.in === where) ??
    others.find((other) => other.key.join("\n") === key.join("\n"))
  );
}

function serialization({ in: where, style, explode, allowReserved, content }: Parameter): string {
  const more = [
    explode ? "exploded" : "",
    allowReserved ? "reserved characters as they are" : "",
    content ?? "",
  ];
  return [`${where} ${style}`, ...more.filter((text) => text !== "")].join(", ");
}

function compareBodies(
  comparison: Comparison,
  old: Operation,
  now: Operation,
  scope: Scope,
  sameShape: boolean,
): void {
  const { recorder, schemas } = comparison;
  const here = inside(scope, { kind: "body" });
  const [before, after] = [old.body, now.body];
  if (before === undefined || after === undefined) {
    if (!sameShape) return;
    if (after !== undefined) recorder.add(after.required ? "body-added-required" : "body-added", here);
    if (before !== undefined) recorder.add("body-removed", here, { on: "old" });
    return;
  }
  if (!before.required && after.required) recorder.add("body-required", here);
  if (before.required && !after.required) recorder.add("body-optional", here);
  const sent = { ...here, direction: "input" as const };
  if (
    JSON.stringify([before.description, before.examples]) !==
    JSON.stringify([after.description, after.examples])
  ) {
    recorder.add("text-changed", sent);
  }
  if (before.kind !== after.kind) {
    recorder.add("body-kind-changed", here, { before: before.mediaType, after: after.mediaType });
    return;
  }
  const encoding = (body: typeof before): string => JSON.stringify([body.mediaType, ...body.encoding]);
  if (encoding(before) !== encoding(after)) {
    recorder.add("body-media-type-changed", here, { before: before.mediaType, after: after.mediaType });
  }
  compareTexts(recorder, sent, before.schema.docs, after.schema.docs);
  schemas.compare(before.schema, after.schema, "input", here);
}
