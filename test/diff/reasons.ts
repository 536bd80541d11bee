// Why the diff and a judge may say different things. Whoever adds a line has to give the reason: a test fails on a
// disagreement that no line explains, and on a line that explains none.
import type { RuleId } from "../../generator/src/diff/rules.ts";

/** One written reason for a disagreement. */
export interface Reason {
  /** What the diff says where the judge says the opposite. */
  readonly ours: "breaks" | "fine";
  /** The rule of ours that the disagreement is about; `none` where we see no change at all. */
  readonly rule: RuleId | "none";
  /** Only where the judge says this: a text that its message has. */
  readonly theirs?: RegExp;
  readonly direction?: "input" | "output";
  /** Only where the document was changed in this way: a text that the name of the case has. */
  readonly edit?: RegExp;
  readonly because: string;
}

const names = "Names are imported and called; assigning values to types does not see them.";
const literals =
  "A value may have more than its type names when it is assigned from another variable; written in place, as requests are, it does not compile.";

/** TypeScript: assignability of what is sent and of what comes. */
export const typeReasons: readonly Reason[] = [
  { ours: "breaks", rule: "operation-renamed", because: names },
  { ours: "breaks", rule: "type-removed", because: names },
  { ours: "breaks", rule: "export-removed", because: names },
  { ours: "breaks", rule: "property-removed", direction: "input", because: literals },
  { ours: "breaks", rule: "parameter-removed", because: literals },
  { ours: "breaks", rule: "body-removed", because: literals },
  {
    ours: "breaks",
    rule: "failure-removed",
    because:
      "A union that lost a member still fits; code that narrows to the lost status no longer compiles.",
  },
  {
    ours: "breaks",
    rule: "additional-removed",
    because:
      "An object type written in place passes for one with members of any name; reading such a member does not compile.",
  },
  {
    ours: "breaks",
    rule: "input-added",
    because: "The options moved to another argument of the function; only the type of the input is compared.",
  },
  {
    ours: "breaks",
    rule: "input-reshaped",
    because:
      "Two types with nothing but optional members pass for each other; what is given in the old form is not sent.",
  },
  {
    ours: "breaks",
    rule: "option-removed",
    because: "Only the operation's input and output are compared, not the options of the client.",
  },
  { ours: "breaks", rule: "batch-removed", because: names },
  {
    ours: "breaks",
    rule: "batch-items-changed",
    because: "Only the operation itself is compared, not the function that sends its items in batches.",
  },
  {
    ours: "fine",
    rule: "failure-added",
    because:
      "Undocumented statuses were part of the error's type before: code has a branch for them, and the new one is a better type of it.",
  },
  {
    ours: "fine",
    rule: "variant-added-open",
    because:
      "Answers may always hold variants that a version does not know; the package has functions that say so.",
  },
  {
    ours: "fine",
    rule: "answer-content-added",
    because: "A call that gave nothing gives something: nobody could use the nothing.",
  },
  {
    ours: "fine",
    rule: "partial-changed",
    because: "The error's type had errors without a status before; code has a branch for them.",
  },
];
