import type { Facts, JsonType, Tag } from "./union-facts.ts";
import type { Scalar } from "./schema.ts";

/** One question about a value whose answer narrows down what it is. */
export type Test =
  | { readonly kind: "type"; readonly types: readonly JsonType[] }
  | { readonly kind: "tag"; readonly property: string; readonly values: readonly Scalar[] }
  | { readonly kind: "value"; readonly values: readonly Scalar[] }
  | { readonly kind: "key"; readonly property: string };

/** How the variants of a union are told apart: a variant, or a question with what each answer leads to. */
export type Decision =
  | { readonly kind: "variant"; readonly variant: number }
  | { readonly kind: "ask"; readonly branches: readonly Branch[] }
  | { readonly kind: "unknown"; readonly variants: readonly number[]; readonly why: string };

export interface Branch {
  readonly test: Test;
  readonly leadsTo: Decision;
}

interface Candidate {
  readonly variant: number;
  readonly facts: Facts;
}

/**
 * Finds the questions that tell variants apart, the most certain first: the JSON type; tag properties that all
 * variants require, then tag properties that all variants have; listed values; keys that only one variant requires.
 */
export function decide(all: readonly Facts[]): Decision {
  return among(all.map((facts, variant) => ({ variant, facts })));
}

function among(candidates: readonly Candidate[]): Decision {
  const [first] = candidates;
  if (first !== undefined && candidates.length === 1) return { kind: "variant", variant: first.variant };
  const branches =
    byType(candidates) ??
    byTag(candidates, true) ??
    byTag(candidates, false) ??
    byValue(candidates) ??
    byKey(candidates);
  if (branches !== undefined) return { kind: "ask", branches };
  return {
    kind: "unknown",
    variants: candidates.map((candidate) => candidate.variant),
    why: whyNot(candidates),
  };
}

/** Whether the decision leads to one variant wherever it leads. */
export function isDecided(decision: Decision): boolean {
  if (decision.kind === "ask") return decision.branches.every((branch) => isDecided(branch.leadsTo));
  return decision.kind === "variant";
}

/** Every row of tests that leads to a variant. */
export function pathsTo(decision: Decision, variant: number): readonly (readonly Test[])[] {
  if (decision.kind === "variant") return decision.variant === variant ? [[]] : [];
  if (decision.kind === "unknown") return [];
  return decision.branches.flatMap(({ test, leadsTo }) =>
    pathsTo(leadsTo, variant).map((path) => [test, ...path]),
  );
}

/** Groups answers that leave the same candidates; undefined when some answer leaves them all, which asks for nothing. */
function split<Answer>(
  candidates: readonly Candidate[],
  answersOf: (facts: Facts) => readonly Answer[],
  test: (answers: readonly Answer[]) => Test,
): readonly Branch[] | undefined {
  const remaining = new Map<Answer, number[]>();
  candidates.forEach(({ facts }, index) => {
    for (const answer of answersOf(facts)) remaining.set(answer, [...(remaining.get(answer) ?? []), index]);
  });
  const groups = new Map<string, { answers: Answer[]; left: Candidate[] }>();
  for (const [answer, indexes] of remaining) {
    const left = indexes.flatMap((index) => candidates[index] ?? []);
    if (left.length === candidates.length) return undefined;
    const key = indexes.join(",");
    const group = groups.get(key) ?? { answers: [], left };
    group.answers.push(answer);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ answers, left }) => ({ test: test(answers), leadsTo: among(left) }));
}

function byType(candidates: readonly Candidate[]): readonly Branch[] | undefined {
  if (candidates.some(({ facts }) => facts.types === undefined)) return undefined;
  return split(
    candidates,
    (facts) => [...(facts.types ?? [])].filter((type) => type !== "null"),
    (types) => ({ kind: "type", types }),
  );
}

/** The tag that leaves least to ask; of equal ones the one that the first variant names first. */
function byTag(candidates: readonly Candidate[], required: boolean): readonly Branch[] | undefined {
  const [first] = candidates;
  const usable = [...(first?.facts.tags.keys() ?? [])].filter((name) =>
    candidates.every(({ facts }) => fits(facts.tags.get(name), required)),
  );
  const found = usable.flatMap((property) => {
    const branches = split(
      candidates,
      (facts) => facts.tags.get(property)?.values ?? [],
      (values) => ({ kind: "tag", property, values }),
    );
    if (branches === undefined) return [];
    const single = candidates.every(({ facts }) => facts.tags.get(property)?.values.length === 1);
    return [
      {
        branches,
        cost:
          Number(!branches.every((branch) => isDecided(branch.leadsTo))) * 1000 +
          depth(branches) * 10 +
          Number(!single),
      },
    ];
  });
  return found.toSorted((a, b) => a.cost - b.cost)[0]?.branches;
}

function fits(tag: Tag | undefined, required: boolean): boolean {
  return tag !== undefined && tag.values.length > 0 && (tag.required || !required);
}

function depth(branches: readonly Branch[]): number {
  return (
    1 + Math.max(0, ...branches.map(({ leadsTo }) => (leadsTo.kind === "ask" ? depth(leadsTo.branches) : 0)))
  );
}

function byValue(candidates: readonly Candidate[]): readonly Branch[] | undefined {
  if (candidates.some(({ facts }) => facts.values === undefined)) return undefined;
  return split(
    candidates,
    (facts) => facts.values ?? [],
    (values) => ({ kind: "value", values }),
  );
}

/** A key proves a variant when that variant requires it and no other has it. */
function byKey(candidates: readonly Candidate[]): readonly Branch[] | undefined {
  const branches = candidates.map((candidate): Branch | undefined => {
    const others = candidates.filter((other) => other !== candidate);
    const property = [...candidate.facts.required].find(
      (name) => !others.some(({ facts }) => facts.properties.has(name)),
    );
    if (property === undefined) return undefined;
    return { test: { kind: "key", property }, leadsTo: { kind: "variant", variant: candidate.variant } };
  });
  return branches.every((branch) => branch !== undefined) ? branches : undefined;
}

function whyNot(candidates: readonly Candidate[]): string {
  if (candidates.some(({ facts }) => facts.types === undefined)) return "one of them allows any value";
  const types = new Set(candidates.flatMap(({ facts }) => [...(facts.types ?? [])]));
  if (!types.has("object"))
    return `they have the same JSON type, ${[...types].join(" or ")}, and no listed values that differ`;
  return "no property with listed values differs between them, and not each requires a key that the others lack";
}
