import type { AnswerDecoder } from "./decoder.js";

/** Gives the body as a stream of bytes while it arrives; an empty one where there is no body. */
export const streamAnswer: AnswerDecoder = {
  decode: (response) => response.body ?? new Blob([]).stream(),
  unread: true,
};
