import type { AnswerDecoder, DecodeTools } from "./decoder.js";

/**
 * Reads JSON, whatever media type the answer claims: services label JSON wrongly, and what is not JSON fails here
 * with the right error. A byte order mark is skipped.
 */
export const jsonAnswer: AnswerDecoder = {
  async decode(response, tools) {
    const text = await response.text();
    // Unlike trim(), it ends at the first character.
    if (!/\S/.test(text)) throw tools.fail("is empty", text);
    return readJson(text, tools, "is");
  },
};

/** @param subject - The beginning of the reason when it fails: what is not JSON. */
export function readJson(text: string, { parseJson, fail }: DecodeTools, subject: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    // The engine's own message quotes the body, which has no place in a log.
    throw fail(`${subject} not valid JSON`, text, parseJson === JSON.parse ? undefined : error);
  }
}
