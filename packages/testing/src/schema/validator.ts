import { type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { DocumentError } from "../document/document-error.js";
import type { JsonObject } from "../json.js";
import { tagged, type Tagged } from "../union/tagged.js";
import { type Direction, seenFrom } from "./direction.js";
import { withoutExamples } from "./examples.js";

/** One way in which a value is not what its schema asks for. */
export interface SchemaProblem {
  /** JSON pointer into the value. */
  readonly at: string;
  readonly message: string;
}

/** Says what is wrong with a value; empty when nothing is. */
export type Check = (value: unknown) => readonly SchemaProblem[];

/** Compiles the schemas of a document when they are first asked for. */
export interface Validator {
  /**
   * @param schema - JSON pointer of the schema in the document.
   * @throws DocumentError when the schema is not valid JSON Schema 2020-12.
   */
  check(schema: string, direction: Direction): Check;
}

interface Engine extends Pick<Tagged, "placeOf"> {
  readonly engine: Ajv2020;
}

// More would hide the first one.
const mostProblems = 8;

/** Judges values by the schemas of a document, with Ajv (JSON Schema 2020-12, formats asserted). */
export function createValidator(document: JsonObject): Validator {
  const engines = new Map<Direction, Engine>();
  const checks = new Map<string, Check>();
  const engineOf = (direction: Direction): Engine => {
    const known = engines.get(direction);
    if (known) return known;
    // The document is no schema, it holds some; and OpenAPI's own keywords are no mistakes.
    const engine = new Ajv2020({
      strict: false,
      validateSchema: false,
      allErrors: true,
      logger: false,
      code: { regExp: lenient },
    });
    addFormats.default(engine);
    const copy = tagged(seenFrom(direction, document), "judge");
    engine.addSchema(withoutExamples(copy.document), "openapi");
    const made: Engine = { engine, placeOf: copy.placeOf };
    engines.set(direction, made);
    return made;
  };
  return {
    check(schema, direction) {
      const key = `${direction} ${schema}`;
      const known = checks.get(key);
      if (known) return known;
      const check = asCheck(compile(engineOf(direction), schema));
      checks.set(key, check);
      return check;
    },
  };
}

/** Patterns are meant for Unicode, where `\\-` is a mistake; without, it is a hyphen, as whoever writes it means. */
const lenient = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return new RegExp(pattern);
    }
  },
  { code: "new RegExp" },
);

function compile({ engine, placeOf }: Engine, schema: string): ValidateFunction {
  const fragment = placeOf(schema).split("/").map(encodeURIComponent).join("/");
  try {
    return engine.compile({ $ref: `openapi#${fragment}` });
  } catch (error) {
    throw new DocumentError(`The schema cannot be used: ${String(error)}`, schema);
  }
}

function asCheck(validate: ValidateFunction): Check {
  return (value) => {
    if (validate(value)) return [];
    const all = validate.errors ?? [];
    const errors = all.some(isTelling) ? all.filter(isTelling) : all;
    // What stands deepest is nearest to the mistake; the failure of a union says least.
    const sorted = [...errors].sort((a, b) => rank(b) - rank(a));
    const found = new Map(sorted.map((error) => [`${error.instancePath} ${messageOf(error)}`, error]));
    return [...found.values()]
      .slice(0, mostProblems)
      .map((error) => ({ at: error.instancePath, message: messageOf(error) }));
  };
}

/** What a condition leads to tells what is wrong; that it was not met, or that nothing is left to choose, does not. */
function isTelling({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== "if" && !schemaPath.endsWith("/else/false schema");
}

function rank({ instancePath, keyword }: ErrorObject): number {
  const isUnion = keyword === "oneOf" || keyword === "anyOf";
  return instancePath.split("/").length * 2 - (isUnion ? 1 : 0);
}

function messageOf({ keyword, message = "is not valid", params }: ErrorObject): string {
  if (keyword === "enum") return `must be one of ${JSON.stringify(params["allowedValues"])}`;
  if (keyword === "const") return `must be ${JSON.stringify(params["allowedValue"])}`;
  if (keyword === "additionalProperties")
    return `must not have the property ${String(params["additionalProperty"])}`;
  if (keyword === "false schema") return "must not be here in this direction";
  return message;
}
