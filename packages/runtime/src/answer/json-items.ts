import type { AnswerDecoder } from "./decoder.js";
import { itemStream } from "./item-stream.js";
import { readJson } from "./json.js";

/** Gives the values of `application/jsonl`, `application/x-ndjson` and the like: one a line; empty lines are passed over. */
export const jsonLines: AnswerDecoder = /* @__PURE__ */ jsonItems("\n");

/** Gives the values of `application/json-seq` (RFC 7464), each of which follows a record separator. */
export const jsonSequence: AnswerDecoder = /* @__PURE__ */ jsonItems("\u001e");

function jsonItems(separator: string): AnswerDecoder {
  return {
    decode: (response, tools) =>
      itemStream(response, () => {
        let pieces: string[] = [];
        const enqueue = (controller: TransformStreamDefaultController<unknown>): void => {
          const text = pieces.join("");
          if (/\S/.test(text)) controller.enqueue(readJson(text, tools, "has an item that is"));
        };
        return new TransformStream<string, unknown>({
          transform(chunk, controller) {
            for (const [index, piece] of chunk.split(separator).entries()) {
              if (index > 0) {
                enqueue(controller);
                pieces = [];
              }
              pieces.push(piece);
            }
          },
          flush: enqueue,
        });
      }),
    unread: true,
  };
}
