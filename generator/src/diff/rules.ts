import { type AnswerRuleId, answerRules } from "./rules/answer-rules.ts";
import { type OperationRuleId, operationRules } from "./rules/operation-rules.ts";
import type { Rule } from "./rules/rule.ts";
import { type SchemaRuleId, schemaRules } from "./rules/schema-rules.ts";
import { type ServiceRuleId, serviceRules } from "./rules/service-rules.ts";
import { type ValueRuleId, valueRules } from "./rules/value-rules.ts";

/** The stable name of a rule: scripts may match on it. */
export type RuleId = ServiceRuleId | OperationRuleId | AnswerRuleId | SchemaRuleId | ValueRuleId;

/**
 * Every rule. The reference page `generator/RULES.md` is made of this table, and a test runs each example.
 *
 * A major level is for what can break compilation or run time of who upgrades, and for nothing else.
 */
export const rules: Readonly<Record<RuleId, Rule>> = {
  ...serviceRules,
  ...operationRules,
  ...answerRules,
  ...schemaRules,
  ...valueRules,
};

export const ruleIds: readonly RuleId[] = Object.keys(rules) as RuleId[];
