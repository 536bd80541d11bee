import { createParser } from "eventsource-parser";
import type { AnswerDecoder, DecodeTools } from "./decoder.js";
import { itemStream } from "./item-stream.js";
import { readJson } from "./json.js";

/** One event of `text/event-stream` (HTML, section 9.2, Server-sent events). */
export interface ServerSentEvent<Data = string> {
  /** What kind of event it is: `message` unless the service says another. */
  readonly event: string;
  /** The text of the event; or what it says, where the document describes that as JSON. */
  readonly data: Data;
  /** What to send as `last-event-id` to go on after this event. */
  readonly id?: string;
  /** Milliseconds to wait before connecting again, where the service has said it since the last event. */
  readonly retry?: number;
}

/** Gives events whose data is text. */
export const textEvents: AnswerDecoder = /* @__PURE__ */ events((data) => data);

/**
 * Gives events whose data is JSON.
 *
 * @param end - The data of the event that says that no more follow. It is not given.
 */
export function jsonEvents(end?: string): AnswerDecoder {
  return events((data, tools) => readJson(data, tools, "has an event that is"), end);
}

function events(toData: (text: string, tools: DecodeTools) => unknown, end?: string): AnswerDecoder {
  return {
    decode(response, tools) {
      // A page or an error in JSON would look like a stream without events.
      if (/^[^;]*(html|json)/i.test(response.headers.get("content-type") ?? ""))
        throw tools.fail("is not an event stream", "");
      return itemStream(response, () => {
        let retry: number | undefined;
        let ended = false;
        let parser: ReturnType<typeof createParser>;
        return new TransformStream<string, ServerSentEvent<unknown>>({
          start(controller) {
            parser = createParser({
              onEvent({ event = "message", data, id }) {
                ended ||= data === end;
                if (ended) return controller.terminate();
                controller.enqueue({
                  event,
                  data: toData(data, tools),
                  ...(id === undefined ? {} : { id }),
                  ...(retry === undefined ? {} : { retry }),
                });
                retry = undefined;
              },
              onRetry: (delay) => (retry = delay),
            });
          },
          transform: (chunk) => parser.feed(chunk),
        });
      });
    },
    unread: true,
  };
}
