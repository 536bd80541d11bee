import type { AnswerDecoder } from "./decoder.js";

/** Bytes while they arrive, as each version of TypeScript calls them: `pipeThrough(new TextDecoderStream())` takes them. */
export type ByteStream = NonNullable<Response["body"]>;

/** Gives the body as a stream of bytes while it arrives; an empty one where there is no body. */
export const streamAnswer: AnswerDecoder = {
  decode: (response) => response.body ?? new Blob([]).stream(),
  unread: true,
};
