import type { UnionModel } from "./union.ts";
import type { Decision, Test } from "./union-decision.ts";

/** A decision as an indented text: each question, and what each answer leads to. */
export function explainUnion(union: UnionModel): string {
  const titles = union.variants.map((variant) => variant.title);
  const intro =
    union.around === undefined
      ? `${titles.length} variants: ${titles.join(", ")}`
      : `${titles.length} variants of ${JSON.stringify(union.around)}: ${titles.join(", ")}`;
  return [intro, ...lines(union.decision, titles, "  ")].join("\n");
}

function lines(decision: Decision, titles: readonly string[], indent: string): readonly string[] {
  switch (decision.kind) {
    case "variant":
      return [`${indent}-> ${titles[decision.variant] ?? ""}`];
    case "unknown":
      return [
        `${indent}-> ${decision.variants.map((variant) => titles[variant]).join(" or ")}: cannot be told apart, because ${decision.why}`,
      ];
    case "ask":
      return decision.branches.flatMap(({ test, leadsTo }) =>
        leadsTo.kind === "ask"
          ? [`${indent}${question(test)}`, ...lines(leadsTo, titles, `${indent}  `)]
          : [`${indent}${question(test)} ${lines(leadsTo, titles, "").join("")}`],
      );
  }
}

function question(test: Test): string {
  switch (test.kind) {
    case "type":
      return `is ${test.types.join(" or ")}`;
    case "tag":
      return `${test.property} is ${test.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "value":
      return `is ${test.values.map((value) => JSON.stringify(value)).join(" or ")}`;
    case "key":
      return `has ${test.property}`;
  }
}
