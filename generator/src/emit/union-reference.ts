import type { Api } from "../model/api.ts";
import type { Test } from "../model/union-decision.ts";
import { codeSpan, lit } from "./doors.ts";
import { table } from "./markdown.ts";

/** The part of `api.md` on unions: how their variants are told apart, and the functions for it. */
export function unionSections(api: Api): readonly string[] {
  const { matches, builders } = api.unions;
  if (matches.length === 0) return [];
  return [
    "## Unions",
    "A guard looks only at what tells the variants apart. A value that no guard knows is passed through as it came.",
    ...matches.flatMap(({ union, matchName, isKnownName, arms }) => [
      `### ${codeSpan(union.typeName)}`,
      `${codeSpan(`${matchName}(value, { ${arms.map((arm) => arm.title).join(", ")} })`)}, ${codeSpan(`${isKnownName}(value)`)}`,
      table(
        ["variant", "guard", "builder", "told by"],
        arms.map((arm, index) => [
          codeSpan(arm.title),
          codeSpan(arm.guard),
          builders
            .filter((builder) => builder.union.id === union.id && builder.variant.title === arm.title)
            .map((builder) => codeSpan(builder.name))
            .join(", "),
          (union.variants[index]?.tests ?? []).map((row) => row.map(testText).join(" and ")).join(", or "),
        ]),
      ),
    ]),
  ];
}

function testText(test: Test): string {
  switch (test.kind) {
    case "type":
      return `type ${test.types.join(" or ")}`;
    case "key":
      return `having ${codeSpan(test.property)}`;
    case "tag":
      return `${codeSpan(test.property)} ${test.values.map((value) => codeSpan(lit(value))).join(" or ")}`;
    case "value":
      return test.values.map((value) => codeSpan(lit(value))).join(" or ");
  }
}
