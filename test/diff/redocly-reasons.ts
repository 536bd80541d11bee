import type { Reason } from "./reasons.ts";

const wire =
  "On the wire nothing breaks, and redocly judges the HTTP API; code that was written against the types does.";
const alone = "The extension is this generator's; redocly does not know it.";
const names = "A name of the package that the HTTP API does not have.";
const open = "The enumeration is open as the types are: any value was allowed before and still is.";
const enforced =
  "No type holds it, and the service enforces it on every version of the package alike: nothing breaks by upgrading.";
const written = "The package writes and reads it as the service wants it; code gives and gets what it did.";

/** `redocly diff`: what it calls a major change of the HTTP API. */
export const redoclyReasons: readonly Reason[] = [
  { ours: "breaks", rule: "answer-added", because: wire },
  { ours: "breaks", rule: "property-removed", direction: "input", because: wire },
  { ours: "breaks", rule: "additional-removed", because: wire },
  { ours: "breaks", rule: "additional-added", direction: "input", because: wire },
  { ours: "breaks", rule: "failure-specified", because: wire },
  { ours: "breaks", rule: "input-reshaped", because: wire },
  { ours: "breaks", rule: "input-added", because: wire },
  { ours: "breaks", rule: "parameter-moved", because: wire },
  {
    ours: "breaks",
    rule: "body-added-required",
    because: "redocly does not look at a body that was not there before.",
  },
  {
    ours: "breaks",
    rule: "type-narrowed",
    direction: "input",
    because: "A `Date` was taken and is no more; on the wire both are text.",
  },
  {
    ours: "breaks",
    rule: "property-required",
    direction: "input",
    edit: /^add a variant\b/,
    because:
      "Variants that all say only what is required have no type; beside one that says more they have, and code that gave none of it no longer compiles.",
  },
  {
    ours: "breaks",
    rule: "property-optional",
    direction: "output",
    because: "A default made the type always have the property; redocly looks at `required` alone.",
  },
  { ours: "breaks", rule: "option-removed", because: "Security is left out of what redocly is asked." },
  { ours: "breaks", rule: "type-removed", because: names },
  { ours: "breaks", rule: "export-removed", because: names },
  { ours: "breaks", rule: "pagination-removed", because: alone },
  { ours: "breaks", rule: "pagination-items-changed", because: alone },
  { ours: "breaks", rule: "batch-removed", because: alone },
  { ours: "breaks", rule: "batch-items-changed", because: alone },
  { ours: "breaks", rule: "enum-opened", because: alone },
  { ours: "breaks", rule: "enum-closed", because: alone },
  {
    ours: "fine",
    rule: "status-changed",
    theirs: /^response-removed/,
    because: "A call gives the same data, whatever the status of success is.",
  },
  {
    ours: "fine",
    rule: "answer-removed",
    theirs: /^response-removed/,
    because: "A call gives one of fewer types: what handled all of them handles these.",
  },
  { ours: "fine", rule: "format-changed", theirs: /^schema-constraint-changed/, because: enforced },
  { ours: "fine", rule: "limit-tightened", theirs: /^schema-constraint-changed/, because: enforced },
  { ours: "fine", rule: "limit-loosened", theirs: /^schema-constraint-changed/, because: enforced },
  { ours: "fine", rule: "enum-value-added-open", theirs: /^enum-/, because: open },
  { ours: "fine", rule: "enum-value-removed-open", theirs: /^enum-/, because: open },
  { ours: "fine", rule: "enum-introduced-open", theirs: /^enum-/, because: open },
  { ours: "fine", rule: "enum-dropped-open", theirs: /^enum-/, because: open },
  {
    ours: "fine",
    rule: "variant-added-open",
    theirs: /^schema-combinator-changed/,
    because:
      "Answers may always hold variants that a version does not know; the package has functions that say so.",
  },
  {
    ours: "fine",
    rule: "parameter-serialization-changed",
    theirs: /^parameter-serialization-changed/,
    because: written,
  },
  { ours: "fine", rule: "body-media-type-changed", theirs: /^media-type-removed/, because: written },
  { ours: "fine", rule: "answer-media-type-changed", theirs: /^media-type-removed/, because: written },
  {
    ours: "fine",
    rule: "none",
    theirs: /^schema-combinator-changed/,
    because: "Alternatives that only name required properties make no types: code is written as before.",
  },
];
