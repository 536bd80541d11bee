import type { AnswerDecoder } from "./decoder.js";

/** Reads text in UTF-8. */
export const textAnswer: AnswerDecoder = { decode: (response) => response.text() };
