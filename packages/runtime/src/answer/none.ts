import { quietly } from "../quietly.js";
import type { AnswerDecoder } from "./decoder.js";

const ENOUGH = 65_536;

/**
 * Gives nothing and never looks at what arrives. A short body is read to its end, so that the connection can be used
 * again; a long one is cut off. That fails no call: its status has said all there is to say.
 */
export const none: AnswerDecoder = {
  async decode(response) {
    try {
      const reader = response.body?.getReader();
      if (!reader) return;
      for (let size = 0; size < ENOUGH;) {
        const { done, value } = await reader.read();
        if (done) return;
        size += value.length;
      }
      // Who else reads a copy of it, such as a log, may not be at its end for long.
      void quietly(() => reader.cancel());
    } catch {
      // Nothing of the body was wanted.
    }
  },
};
