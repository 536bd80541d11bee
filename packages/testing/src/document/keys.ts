/** Below these keys the keys are names: `default` may be an answer there, and `example` a property or a schema. */
export const nameKeys: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "$defs",
  "definitions",
  "schemas",
  "responses",
  "parameters",
  "requestBodies",
  "headers",
  "callbacks",
  "pathItems",
]);

/** Below these keys is data: a field of it that is called like a keyword is none. */
export const dataKeys: ReadonlySet<string> = new Set(["example", "examples", "default", "enum", "const"]);
