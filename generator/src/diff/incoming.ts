import type { IncomingRequest } from "../model/incoming.ts";
import type { Comparison } from "./operations.ts";
import { inside, type Scope } from "./recorder.ts";
import { compareTexts } from "./texts.ts";

/**
 * Compares the requests that a service sends: webhooks, or the callbacks of one operation. What arrives is read like an
 * answer, and what they are answered with is sent like a request.
 */
export function compareIncoming(
  comparison: Comparison,
  old: readonly IncomingRequest[],
  now: readonly IncomingRequest[],
  whole: Pick<Scope, "subject" | "preview">,
): void {
  const { recorder } = comparison;
  const at = (request: IncomingRequest, side: "old" | "new"): Scope => ({
    ...whole,
    steps: [{ kind: "variant", title: request.name }],
    [side]: request,
  });
  const left = new Set(now);
  for (const request of old) {
    const found = [...left].find((other) => keyOf(other) === keyOf(request));
    if (found === undefined) {
      recorder.add("incoming-removed", at(request, "old"), { before: keyOf(request) });
      continue;
    }
    left.delete(found);
    compareOne(comparison, request, found, { ...at(found, "new"), old: request });
  }
  for (const request of left) recorder.add("incoming-added", at(request, "new"), { after: keyOf(request) });
}

/** What a receiver knows a request by. */
function keyOf({ name, method, url }: IncomingRequest): string {
  return [method, name, ...(url === undefined ? [] : [url])].join(" ");
}

function compareOne(comparison: Comparison, old: IncomingRequest, now: IncomingRequest, scope: Scope): void {
  const { recorder, schemas } = comparison;
  const text = ({ summary, description, deprecated, body }: IncomingRequest): string =>
    JSON.stringify([summary, description, deprecated, body?.description, body?.examples]);
  if (text(old) !== text(now)) recorder.add("incoming-text-changed", scope);
  const here = inside(scope, { kind: "body" });
  const say = ({ body }: IncomingRequest): string =>
    body === undefined ? "no body" : `${body.required ? "a body" : "a body or none"}, ${body.kind}`;
  if (say(old) !== say(now)) {
    recorder.add("incoming-body-changed", here, { before: say(old), after: say(now) });
  } else if (old.body !== undefined && now.body !== undefined) {
    compareTexts(recorder, { ...here, direction: "output" }, old.body.schema.docs, now.body.schema.docs);
    schemas.compare(old.body.schema, now.body.schema, "output", here);
  }
  for (const answer of old.answers) {
    const at = inside(scope, { kind: "answer", status: answer.status });
    const found = now.answers.find(({ status }) => status === answer.status);
    if (found === undefined || found.kind !== answer.kind) {
      recorder.add("incoming-answer-changed", at, { before: answer.kind, after: found?.kind ?? "none" });
    } else if (answer.schema !== undefined && found.schema !== undefined) {
      compareTexts(recorder, { ...at, direction: "input" }, answer.schema.docs, found.schema.docs);
      schemas.compare(answer.schema, found.schema, "input", at);
    }
  }
  for (const { status, kind } of now.answers) {
    if (old.answers.some((answer) => answer.status === status)) continue;
    recorder.add("incoming-answer-added", inside(scope, { kind: "answer", status }), { after: kind });
  }
}
