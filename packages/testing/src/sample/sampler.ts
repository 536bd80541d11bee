import { generateSync, type JsonSchema } from "json-schema-faker";
import { type Api, operationOf, readApi } from "../document/api.js";
import { DocumentError } from "../document/document-error.js";
import type { Content, Operation } from "../document/operation.js";
import type { Parameter } from "../document/parameter.js";
import { isObject, type JsonObject, type JsonValue } from "../json.js";
import { descriptionOf } from "../judge/judge-answer.js";
import { type Direction, seenFrom } from "../schema/direction.js";
import { createValidator, type Validator } from "../schema/validator.js";
import { tagged, type Tagged } from "../union/tagged.js";
import { isJson, isText } from "../wire/media-type.js";
import { sampleHeaders } from "./answer-headers.js";
import { copies, sampleable } from "./sampleable.js";
import { withTexts } from "./json-text.js";
import { sendable } from "./sendable.js";
import { sampleText } from "./text.js";

/** Settings of a sampler. */
export interface SamplerOptions {
  /** Changes each free text, for example into one that has to be escaped. A text that no longer fits is not used. */
  readonly text?: (plain: string) => string;
}

/** What a request of an operation may hold. */
export interface SampledRequest {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: JsonValue }[];
  readonly mediaType: string | undefined;
  readonly body: JsonValue | undefined;
}

/** What an answer to an operation may hold. */
export interface SampledAnswer {
  readonly status: number;
  /** With the content type, if there is a body. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as its value, text as text. */
  readonly body: JsonValue | undefined;
}

/** Makes values that a document allows. The same seed gives the same value. */
export interface Sampler {
  /**
   * A value of a schema.
   *
   * @param schema - JSON pointer of the schema in the document.
   * @throws DocumentError when none of many samples fits.
   */
  value(schema: string, direction: Direction, seed: number): JsonValue;
  /** Whether a value is one that its schema allows in a direction. */
  fits(schema: string, direction: Direction, value: unknown): boolean;
  /** A request: all required parameters, of the others some; a body if there can be one. */
  request(operationId: string, seed: number): SampledRequest;
  /**
   * An answer of a documented status; of one that only `default` or a range describes too.
   *
   * @param mediaType - Which one of the documented. Default: JSON, else the first.
   */
  answer(operationId: string, status: number, seed: number, mediaType?: string): SampledAnswer;
}

const mostTries = 60;
/** The most values that a sample is made of: of types that lead to each other in many ways, a few levels hold millions. */
const mostValues = 5000;
const tooLarge = Symbol("too large");
/** How many of the optional properties are there: all, most, some, all, few. */
const fillings = [1, 0.9, 0.6, 1, 0.3];

/**
 * Makes a sampler of an OpenAPI document whose references all stay inside it.
 *
 * @throws DocumentError when the document cannot be worked with.
 */
export function sampler(document: unknown, options: SamplerOptions = {}): Sampler {
  const api = readApi(document);
  return samplerOf(api, createValidator(api.document), options);
}

/** A sampler of a document that has been read. */
export function samplerOf(api: Api, validator: Validator, options: SamplerOptions): Sampler {
  const tags = new Map<Direction, Tagged>();
  const sources = new Map<string, JsonObject>();
  const taggedOf = (direction: Direction): Tagged => {
    const known = tags.get(direction) ?? tagged(seenFrom(direction, api.document), "sample");
    tags.set(direction, known);
    return known;
  };
  const sourceOf = (direction: Direction, seed: number): JsonObject => {
    const copy = seed % copies;
    const key = `${direction} ${copy}`;
    const known = sources.get(key) ?? sampleable(taggedOf(direction).document, direction, copy);
    sources.set(key, known);
    return known;
  };
  const value: Sampler["value"] = (schema, direction, seed) => {
    const check = validator.check(schema, direction);
    const place = taggedOf(direction).placeOf(schema);
    const fitsAt = (inner: string, held: JsonValue): boolean =>
      validator.check(inner, direction)(held).length === 0;
    let share = 1;
    for (let attempt = 0; attempt < mostTries; attempt++) {
      const drawn = seed + attempt * 7919;
      const found = draw(sourceOf(direction, drawn), place, { ...options, seed: drawn, share });
      if (found === tooLarge) share /= 2;
      const sample = found === tooLarge || found === undefined ? undefined : withTexts(found, fitsAt);
      if (sample !== undefined && check(sample).length === 0) return sample;
    }
    throw new DocumentError(`No sample out of ${mostTries} fits the schema`, schema);
  };
  return {
    value,
    fits: (schema, direction, given) => validator.check(schema, direction)(given).length === 0,
    request(operationId, seed) {
      const operation = operationOf(api, operationId);
      const content = preferred(operation.body?.contents ?? []);
      const hasBody = content !== undefined && (operation.body?.required === true || seed % 8 !== 3);
      return {
        parameters: sampleParameters(operation, seed, value),
        mediaType: hasBody ? content.mediaType : undefined,
        body: hasBody ? bodyOf(content, "request", seed, value) : undefined,
      };
    },
    answer(operationId, status, seed, mediaType) {
      const operation = operationOf(api, operationId);
      const described = descriptionOf(operation, status);
      if (!described) throw new DocumentError(`${status} is not documented`, operation.pointer);
      const { contents } = described;
      const content = contents.find((one) => one.mediaType === mediaType) ?? preferred(contents);
      const headers = sampleHeaders(described.headers, (header, schema) =>
        sendable(value, header, schema, "answer", seed),
      );
      return {
        status,
        headers: {
          ...headers,
          ...(content === undefined ? {} : { "content-type": content.mediaType }),
        },
        body: content === undefined ? undefined : bodyOf(content, "answer", seed, value),
      };
    },
  };
}

/** The JSON one of several media types. */
function preferred(contents: readonly Content[]): Content | undefined {
  return contents.find(({ mediaType }) => isJson(mediaType)) ?? contents[0];
}

function bodyOf(content: Content, direction: Direction, seed: number, value: Sampler["value"]): JsonValue {
  const { schema, mediaType } = content;
  if (isText(mediaType)) return sampleText(content, () => schema && value(schema, direction, seed));
  if (schema !== undefined) return value(schema, direction, seed);
  return isJson(mediaType) ? {} : "text";
}

function sampleParameters(
  { parameters }: Operation,
  seed: number,
  value: Sampler["value"],
): SampledRequest["parameters"] {
  return parameters.flatMap((parameter, index) => {
    const { schema, required } = parameter;
    if (schema === undefined || !(required || isChosen(seed, index))) return [];
    const sample = sendable(value, parameter, schema, "request", seed + index);
    return sample === undefined ? [] : [{ parameter, value: sample }];
  });
}

/** Half of the optional parameters, others for each seed. */
function isChosen(seed: number, index: number): boolean {
  // Fibonacci hashing: seeds that follow each other differ in the high bits too.
  return (Math.imul(seed + 1, 0x9e3779b1) >>> (31 - (index % 24))) % 2 === 1;
}

function isFreeText(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return true;
  const bounds = [schema.enum, schema.const, schema.format, schema.pattern];
  return bounds.every((bound) => bound === undefined);
}

function draw(
  document: JsonObject,
  schema: string,
  { text, seed, share }: SamplerOptions & { readonly seed: number; readonly share: number },
): JsonValue | undefined | typeof tooLarge {
  // The schema stands in a property: at the root, the library takes what is beside a reference for a part of it.
  const root: JsonSchema = {
    ...document,
    type: "object",
    required: ["value"],
    properties: { value: { $ref: `#${schema}` } },
    additionalProperties: false,
  };
  let left = mostValues;
  try {
    const drawn = generateSync(root, {
      seed,
      optionalsProbability: share * (fillings[seed % fillings.length] ?? 1),
      maxDepth: 40,
      maxItems: 3,
      maxDefaultItems: 3,
      outputTransform: (value, of) => {
        if (--left < 0) throw new RangeError("The sample is too large");
        return text && typeof value === "string" && isFreeText(of) ? text(value) : value;
      },
    });
    return isObject(drawn) ? drawn["value"] : undefined;
  } catch {
    // It gives up on what it cannot draw, such as the schema `false`; another seed may take another way.
    return left < 0 ? tooLarge : undefined;
  }
}
