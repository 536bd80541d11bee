import type { Api } from "../model/api.ts";
import type { Match } from "../model/union-surface.ts";
import { codeSpan, ident, lit, objectKey } from "./doors.ts";
import { globalType } from "./global-type.ts";
import { fence } from "./markdown.ts";

/** The part of a README on types that have variants; empty when there are none. */
export function variantsSection(api: Api): readonly string[] {
  const match = mostVariants(api);
  const [first] = match?.arms ?? [];
  if (match === undefined || first === undefined) return [];
  const built = api.unions.builders.find(({ union }) => union.id === match.union.id);
  const builder =
    built === undefined
      ? ""
      : ` Builders make a variant and fill in what tells it apart, as ${codeSpan(`${built.name}({ … })`)} does.`;
  return [
    "## Variants",
    `A type with variants narrows with plain \`if\` and \`switch\`. Guards such as ${codeSpan(`${first.guard}(value)`)} tell what a value is that may be anything, ${codeSpan(match.matchName)} asks for an arm for each variant.${builder} [api.md](./api.md#unions) lists them all.`,
    fence("ts", matchUsage(api, match)),
  ];
}

/** The union that gains most by a match. */
function mostVariants({ unions }: Api): Match | undefined {
  return unions.matches.toSorted((a, b) => b.arms.length - a.arms.length)[0];
}

function matchUsage(api: Api, { matchName, union: { typeName, nullable }, arms }: Match): string {
  const type = ident(typeName);
  return [
    `import { ${ident(matchName)}, type ${type} } from ${lit(api.package.name)};`,
    "",
    `export function nameOf(value: ${nullable ? `${globalType(api, "NonNullable")}<${type}>` : type}): string {`,
    `  return ${ident(matchName)}(value, {`,
    ...arms.map(({ title }) => `    ${objectKey(title)}: () => ${lit(title)},`),
    "  });",
    "}",
  ].join("\n");
}
