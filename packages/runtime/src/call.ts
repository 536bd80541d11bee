import { ClientwrightError } from "./errors/base.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import { requestId } from "./request-id.js";
import { readRateLimit, type RateLimit } from "./retry/rate-limit.js";

/** The data of an answer with what is known of it. */
export interface CallAnswer<Data> {
  readonly data: Data;
  /** The answer, for its status and headers. Its body has been read. */
  readonly response: Response;
  /** The service's id of the request, from the headers `x-request-id`, `request-id` or `x-correlation-id`. */
  readonly requestId: string | undefined;
  /** Attempts made, from 1. */
  readonly attempts: number;
  /** State of the rate limit, if the headers tell it. */
  readonly rateLimit: RateLimit | undefined;
}

/** Success or failure as a value. */
export type Result<Data, Failure> =
  { readonly ok: true; readonly value: Data } | { readonly ok: false; readonly error: Failure };

/**
 * One call of an operation, in four grains: await it for the data, or ask for more.
 *
 * Nothing is sent before it is awaited or one of its methods is called; then it is sent once, however often it is asked.
 */
export interface Call<Data, Failure = ClientwrightError> extends Promise<Data> {
  /** The data with the answer, the service's id of the request, the attempts made, the state of the rate limit. */
  withResponse(): Promise<CallAnswer<Data>>;
  /**
   * The unread answer, whatever its status: after the retries a 404 or 503 resolves too, as with `fetch`. It rejects
   * when there is no answer. The signal and the total time limit hold until the body has been read.
   *
   * @throws TypeError when the call has already read its answer for another grain; and the other grains when this one
   * was first.
   */
  asResponse(): Promise<Response>;
  /**
   * The outcome as a value: the errors that the operation documents and those of the transport do not throw. Mistakes
   * in the set-up or the input still reject, with a ConfigurationError or a TypeError.
   */
  result(): Promise<Result<Data, Failure>>;
}

/** An answer as it came, of which most callers only want the data. */
export interface Arrived extends Pick<CallAnswer<unknown>, "data" | "response" | "attempts"> {
  /** Milliseconds since 1970. */
  readonly arrival: number;
}

/** Starts what a call stands for; `raw` asks for the unread answer of any status. */
export type StartCall = (raw: boolean) => Promise<Arrived>;

/** Adds what the headers tell. */
export function answerOf<Data>({ arrival, ...arrived }: Arrived): CallAnswer<Data> {
  const { headers } = arrived.response;
  return {
    // What the decoder of the operation gives is what its document calls Data.
    ...(arrived as Pick<CallAnswer<Data>, keyof typeof arrived>),
    requestId: requestId(headers),
    rateLimit: readRateLimit(headers, arrival),
  };
}

/** A call that starts once, when it is first asked. */
export class LazyCall<Data, Failure> implements Call<Data, Failure> {
  readonly #ask: StartCall;

  /** @param anew - Whether it starts again when it is asked after a failure. */
  constructor(start: StartCall, anew = false) {
    let isRaw: boolean;
    let answer: Promise<Arrived> | undefined;
    this.#ask = (raw) => {
      if (!answer) {
        isRaw = raw;
        answer = start(raw);
        if (anew) answer.catch(() => (answer = undefined));
      }
      return raw === isRaw
        ? answer
        : Promise.reject(new TypeError("asResponse() excludes the other ways to take a call's answer"));
    };
  }

  // oxlint-disable-next-line unicorn/no-thenable
  then<Kept = Data, Mended = never>(
    onData?: ((data: Data) => Kept | PromiseLike<Kept>) | null,
    onError?: ((error: unknown) => Mended | PromiseLike<Mended>) | null,
  ): Promise<Kept | Mended> {
    return this.#ask(false).then(
      // Without a function a promise goes on with what it has.
      ({ data }) => (typeof onData === "function" ? onData(data as Data) : (data as Kept)),
      onError,
    );
  }

  catch<Mended = never>(
    onError?: ((error: unknown) => Mended | PromiseLike<Mended>) | null,
  ): Promise<Data | Mended> {
    return this.then(null, onError);
  }

  finally(onEnd?: (() => void) | null): Promise<Data> {
    return this.then(null).finally(onEnd);
  }

  withResponse(): Promise<CallAnswer<Data>> {
    return this.#ask(false).then(answerOf<Data>);
  }

  asResponse(): Promise<Response> {
    return this.#ask(true).then((answer) => answer.response);
  }

  result(): Promise<Result<Data, Failure>> {
    return this.then(
      (value) => ({ ok: true, value }),
      (error: unknown) => {
        if (!(error instanceof ClientwrightError) || error instanceof ConfigurationError) throw error;
        return { ok: false, error: error as Failure };
      },
    );
  }

  get [Symbol.toStringTag](): string {
    return "Call";
  }
}
