import type { AnswerDecoder } from "./decoder.js";

/**
 * Reads JSON, whatever media type the answer claims: services label JSON wrongly, and what is not JSON fails here
 * with the right error. A byte order mark is skipped.
 */
export const jsonAnswer: AnswerDecoder = {
  async decode(response, { parseJson, fail }) {
    const text = await response.text();
    // Unlike trim(), it ends at the first character.
    if (!/\S/.test(text)) throw fail("is empty", text);
    try {
      return parseJson(text);
    } catch (error) {
      // The engine's own message quotes the body, which has no place in a log.
      throw fail("is not valid JSON", text, parseJson === JSON.parse ? undefined : error);
    }
  },
};
