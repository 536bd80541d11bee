import { isDeepStrictEqual } from "node:util";
import type { Answer, Operation } from "../model/api.ts";
import type { Comparison } from "./operations.ts";
import { inside, type Scope } from "./recorder.ts";
import { compareTexts } from "./texts.ts";

/** Compares what an operation can give, in success and in failure. */
export function compareAnswers(comparison: Comparison, old: Operation, now: Operation, scope: Scope): void {
  compareSuccesses(comparison, old.answers, now.answers, scope);
  const { recorder } = comparison;
  // Without a documented success the default answer is also one: it was compared there.
  const failures = ({ answers, failures: all }: Operation): readonly Answer[] =>
    all.filter((answer) => !answers.includes(answer));
  const after = new Map(failures(now).map((answer) => [answer.status, answer]));
  for (const failure of failures(old)) {
    const at = answerScope(scope, failure);
    const found = after.get(failure.status);
    if (found !== undefined) compareOne(comparison, failure, found, at);
    else recorder.add("failure-removed", at, { before: failure.status, on: "old" });
    after.delete(failure.status);
  }
  for (const failure of after.values()) {
    // Its body had a type before, where a wider status is documented.
    const wide = (status: string): Answer | undefined => failures(old).find((each) => each.status === status);
    const wider = wide(`${failure.status.slice(0, 1)}XX`) ?? wide("default");
    const isNews = wider !== undefined && isTyped(wider) && !isSameData(wider, failure);
    const rule = isNews ? "failure-specified" : "failure-added";
    recorder.add(rule, answerScope(scope, failure), { after: failure.status });
  }
}

/** Whether the body of a failure has a type: what is not JSON has none. */
function isTyped({ kind, schema }: Answer): boolean {
  return kind === "json" && schema !== undefined && schema.kind !== "unknown";
}

/** What a call gives is one of the data of all successes: their statuses are second to that. */
function compareSuccesses(
  comparison: Comparison,
  old: readonly Answer[],
  now: readonly Answer[],
  scope: Scope,
): void {
  const { recorder } = comparison;
  let added = [...now];
  const removed: Answer[] = [];
  for (const answer of old) {
    const found = added.find(({ status }) => status === answer.status);
    if (found === undefined) {
      removed.push(answer);
      continue;
    }
    added = added.filter((each) => each !== found);
    compareOne(comparison, answer, found, answerScope(scope, found));
  }
  const [only] = removed;
  const [instead] = added;
  if (removed.length === 1 && added.length === 1 && only !== undefined && instead !== undefined) {
    const at = answerScope(scope, instead);
    recorder.add("status-changed", at, { before: only.status, after: instead.status });
    compareOne(comparison, only, instead, at);
    return;
  }
  for (const answer of added) {
    const known = old.some((each) => isSameData(each, answer));
    const rule = known || old.length === 0 ? "status-changed" : "answer-added";
    recorder.add(rule, answerScope(scope, answer), { after: answer.status });
  }
  for (const answer of removed) {
    const known = now.some((each) => isSameData(each, answer));
    const rule = known ? "status-changed" : now.length === 0 ? "answer-content-removed" : "answer-removed";
    recorder.add(rule, answerScope(scope, answer), { before: answer.status, on: "old" });
  }
}

function answerScope(scope: Scope, { status }: Answer): Scope {
  return { ...inside(scope, { kind: "answer", status }), direction: "output" };
}

/** Whether two answers of one document, or of two that call their schemas the same, hold one type. */
function isSameData(one: Answer, other: Answer): boolean {
  if (one.kind !== other.kind) return false;
  const text = ({ schema }: Answer): string =>
    JSON.stringify(bare(schema), (key, value: unknown) => (key === "docs" ? Object(value).default : value));
  return text(one) === text(other);
}

function bare(schema: Answer["schema"]): unknown {
  if (schema === undefined) return null;
  // The file that a reference leads to may have moved; its name is what users see.
  return schema.kind === "reference" ? schema.id.slice(schema.id.lastIndexOf("/")) : schema;
}

function compareOne({ recorder, schemas }: Comparison, old: Answer, now: Answer, scope: Scope): void {
  const words = ({ description, examples }: Answer): readonly unknown[] => [description, examples];
  if (!isDeepStrictEqual(words(old), words(now))) recorder.add("answer-text-changed", scope);
  const details = { before: old.mediaType ?? "nothing", after: now.mediaType ?? "nothing" };
  if (old.kind !== now.kind) {
    const rule =
      old.kind === "none"
        ? "answer-content-added"
        : now.kind === "none"
          ? "answer-content-removed"
          : "answer-kind-changed";
    recorder.add(rule, scope, details);
    return;
  }
  if (old.mediaType !== now.mediaType) recorder.add("answer-media-type-changed", scope, details);
  if (old.end !== now.end) {
    recorder.add("stream-end-changed", scope, { before: old.end ?? "none", after: now.end ?? "none" });
  }
  if (old.schema === undefined || now.schema === undefined) return;
  compareTexts(recorder, scope, old.schema.docs, now.schema.docs);
  schemas.compare(old.schema, now.schema, "output", scope);
}
