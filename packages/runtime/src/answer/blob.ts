import type { AnswerDecoder } from "./decoder.js";

/** Reads bytes into a `Blob` that has the answer's media type. */
export const blobAnswer: AnswerDecoder = { decode: (response) => response.blob() };
