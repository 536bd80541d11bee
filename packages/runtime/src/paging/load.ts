import type { CallAnswer } from "../call.js";
import type { Client } from "../client.js";
import { stateOf } from "../client.js";
import type { CallFacts } from "../errors/base.js";
import { DecodeError } from "../errors/decode-error.js";
import { execute } from "../execute.js";
import type { RunnableOperation } from "../operation.js";
import { mergeOptions, type CallOptions } from "../options.js";
import type { Page } from "./page.js";
import type { PartialCheck } from "./partial.js";
import { valueAt } from "./place.js";
import type { PageStyle, Position } from "./style.js";

/** An operation whose answers are pages. */
export interface PagedBodyOperationDefinition extends RunnableOperation {
  readonly page: PageStyle;
  /** How a partial answer shows, for operations whose document says so. */
  readonly partial?: PartialCheck;
}

/** One walk through the pages of a call: what all its requests share. */
export interface Walk {
  readonly definition: PagedBodyOperationDefinition;
  readonly client: Client;
  readonly input: unknown;
  readonly options: CallOptions;
}

/** The positions that led to a page, the last one first. It holds no answers: they would pile up. */
interface Trail {
  readonly position: Position;
  readonly before: Trail | undefined;
}

/** A page to ask for. */
export interface Step {
  /** `undefined` for the page that the input itself asks for. */
  readonly position: Position | undefined;
  readonly before?: Trail | undefined;
  /** The answer that led here; none at the beginning. */
  readonly from?: CallAnswer<unknown>;
}

/** A page with its answer and with what comes next. */
export interface Loaded<Item, Data> {
  readonly answer: CallAnswer<Page<Item, Data>>;
  readonly next: Step | undefined;
}

/**
 * Asks for one page.
 *
 * @param signal - Takes the place of the signal of the walk's options.
 */
export async function load<Item, Data>(
  walk: Walk,
  step: Step,
  signal?: AbortSignal,
): Promise<Loaded<Item, Data>> {
  const { definition, client, options } = walk;
  const { page: style, partial } = definition;
  refuseLoop(definition, step);
  const { operation, input } =
    step.position === undefined
      ? { operation: definition, input: walk.input }
      : style.ask({ operation: definition, input: walk.input }, step.position);
  const answer = await execute(operation, client, input, signal ? { ...options, signal } : options, false);
  const items = itemsOf(definition, answer);
  const { data, response } = answer;
  const position = positionOf(definition, answer, style.next({ items, data, response, input }));
  const next = position === undefined ? undefined : { position, before: trailOf(walk, step), from: answer };
  const { onPartial } = mergeOptions(stateOf(client).options, options);
  const reasons = partial?.(answer, factsOf(definition, answer), onPartial) ?? [];
  let loading: Promise<Page<Item, Data>> | undefined;
  const page: Page<Item, Data> = Object.freeze({
    // A copy: the body stays the caller's to change. What it holds is what the document calls Item and Data.
    items: Object.freeze([...items]) as readonly Item[],
    cursor: position === undefined ? undefined : String(position),
    data: data as Data,
    partial: reasons,
    hasNextPage: () => next !== undefined,
    nextPage: () => {
      if (!next) return Promise.reject(new TypeError("There is no page after the last"));
      loading ??= load<Item, Data>(walk, next)
        .then((loaded) => loaded.answer.data)
        .finally(() => (loading = undefined));
      return loading;
    },
  });
  return { answer: { ...answer, data: page }, next };
}

/** The first step knows no position: the input may hold one all the same. */
function trailOf({ definition, input }: Walk, { position, before }: Step): Trail | undefined {
  const here = position ?? definition.page.start(input);
  return isPosition(here) ? { position: here, before } : before;
}

/** Following a position a second time would lead around for ever. */
function refuseLoop(definition: PagedBodyOperationDefinition, { position, before, from }: Step): void {
  for (let trail = before; trail && from; trail = trail.before) {
    if (String(trail.position) === String(position)) {
      throw unreadable(definition, from, "leads back to an earlier page");
    }
  }
}

function itemsOf(definition: PagedBodyOperationDefinition, answer: CallAnswer<unknown>): readonly unknown[] {
  const items = valueAt(definition.page.items, answer.data) ?? [];
  if (Array.isArray(items)) return items;
  throw unreadable(definition, answer, "has no list where the items belong");
}

function positionOf(
  definition: PagedBodyOperationDefinition,
  answer: CallAnswer<unknown>,
  next: unknown,
): Position | undefined {
  if (next === undefined || next === null || next === false || next === "") return undefined;
  if (isPosition(next)) return next;
  throw unreadable(definition, answer, "has no cursor where the next one belongs");
}

function isPosition(value: unknown): value is Position {
  return ["string", "number", "bigint"].includes(typeof value);
}

function factsOf({ id, method, path }: RunnableOperation, { attempts }: CallAnswer<unknown>): CallFacts {
  return { operation: id, method, path, attempts };
}

function unreadable(definition: RunnableOperation, answer: CallAnswer<unknown>, reason: string): DecodeError {
  const { response, requestId } = answer;
  return new DecodeError(factsOf(definition, answer), { response, reason, text: "", requestId });
}
