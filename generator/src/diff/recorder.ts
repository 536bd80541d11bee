import type { Api, Direction } from "../model/api.ts";
import type { Origin, Step } from "../model/locate.ts";
import { type Change, highest, type Level, levels } from "./change.ts";
import { type RuleId, rules } from "./rules.ts";
import type { Rule } from "./rules/rule.ts";

/** Where a comparison is: in which subject, how far inside, and how it came there. */
export interface Scope {
  /** The name in the package. */
  readonly subject: string;
  readonly steps: readonly Step[];
  readonly direction?: Direction;
  /** Where the subject stands in the old and the new document; absent on a side that does not have it. */
  readonly old?: Origin;
  readonly new?: Origin;
  /** The way from an operation to the subject, as text. */
  readonly reachedBy?: string;
  /** Whether only operations that were a preview lead here. */
  readonly preview: boolean;
}

export function inside(scope: Scope, step: Step): Scope {
  return { ...scope, steps: [...scope.steps, step] };
}

/** The steps as people write them: `body.data[].status`. */
export function placeText(steps: readonly Step[]): string {
  const texts = steps.map((step): string => {
    switch (step.kind) {
      case "parameter":
        return `.${step.name}`;
      case "body":
        return ".body";
      case "answer":
        return `.${step.status}`;
      case "property":
        return /^[\w$-]+$/.test(step.name) ? `.${step.name}` : `[${JSON.stringify(step.name)}]`;
      case "items":
        return "[]";
      case "element":
        return `[${step.index}]`;
      case "additional":
        return "[*]";
      case "variant":
        return `.${step.title}`;
    }
  });
  return texts.join("").replace(/^\./, "");
}

/** Takes down the changes of one package. */
export class Recorder {
  readonly #old: Api | undefined;
  readonly #new: Api | undefined;
  readonly #changes = new Map<string, Change>();

  constructor(before: Api | undefined, after: Api | undefined) {
    this.#old = before;
    this.#new = after;
  }

  get changes(): readonly Change[] {
    return [...this.#changes.values()];
  }

  /**
   * @param details - What was and what is, in a few words; `on` says whose document shows the place when the steps
   * lead somewhere on one side only.
   */
  add(
    id: RuleId,
    scope: Scope,
    { before, after, on }: { before?: string; after?: string; on?: "old" | "new" } = {},
  ): void {
    const rule = rules[id];
    const stated = levelOf(rule, scope.direction);
    const level: Level = scope.preview && stated === "major" ? "minor" : stated;
    const place = placeText(scope.steps);
    const key = JSON.stringify([id, scope.subject, place, before, after]);
    const known = this.#changes.get(key);
    if (known !== undefined) {
      this.#changes.set(key, { ...both(known, level, scope.direction), ...advice(rule, stated) });
      return;
    }
    const where = this.#where(scope, on);
    this.#changes.set(key, {
      rule: id,
      level,
      package: (this.#new ?? this.#old)?.package.name ?? "",
      subject: scope.subject,
      place,
      ...(scope.reachedBy === undefined ? {} : { reachedBy: scope.reachedBy }),
      ...(scope.direction === undefined ? {} : { direction: scope.direction }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      ...(where === undefined ? {} : { where }),
      ...(level === stated ? {} : { preview: true }),
      message: rule.title,
      ...advice(rule, stated),
    });
  }

  #where(scope: Scope, on: "old" | "new" | undefined): Change["where"] {
    const sides = on === "old" ? (["old", "new"] as const) : (["new", "old"] as const);
    for (const side of sides) {
      const origin = scope[side];
      const api = side === "old" ? this.#old : this.#new;
      if (origin !== undefined && api !== undefined) return { ...api.locate(origin, scope.steps), side };
    }
    return undefined;
  }
}

function levelOf(rule: Rule, direction: Direction | undefined): Level {
  const level = direction === "output" ? rule.output : rule.input;
  return level ?? rule.input ?? rule.output ?? "patch";
}

/** What there is to do, told on the side that the change hurts: who only sends has no new value to handle. */
function advice({ migration, input, output }: Rule, stated: Level): Pick<Change, "migration"> {
  const hurts = stated !== "patch" && stated === highest([input, output].flatMap((level) => level ?? []));
  return migration === undefined || !hurts ? {} : { migration };
}

/** One change that is seen from both directions. */
function both(known: Change, level: Level, direction: Direction | undefined): Change {
  const higher = levels.indexOf(level) > levels.indexOf(known.level) ? level : known.level;
  const mixed = known.direction !== direction && known.direction !== undefined && direction !== undefined;
  return { ...known, level: higher, ...(mixed ? { direction: "both" as const } : {}) };
}
