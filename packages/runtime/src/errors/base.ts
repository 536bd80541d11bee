import { present } from "../options.js";
import { masked } from "./masked.js";

/** What is known of the call that failed. It holds the path template, never the values in it. */
export interface CallFacts {
  /** `operationId` of the operation. */
  readonly operation: string;
  /** HTTP method in capitals. */
  readonly method: string;
  /** Path template as the document writes it. */
  readonly path: string;
  /** Attempts made until now; 0 when nothing was sent. */
  readonly attempts: number;
}

/** The parts of an error that may be shown and stored: no key, no token, no header, no body. */
export interface ErrorSummary {
  readonly name: string;
  readonly message: string;
  readonly [fact: string]: unknown;
}

/**
 * The base of every error this package throws for a call.
 *
 * `instanceof` works between two copies of the package, for this class and for each class below it.
 */
export class ClientwrightError extends Error {
  /** `operationId` of the operation, where the error belongs to one. */
  declare readonly operation: string | undefined;
  /** HTTP method in capitals. */
  declare readonly method: string | undefined;
  /** Path template, without the values of this call. */
  declare readonly path: string | undefined;
  /** Attempts made; 0 when the call failed before anything was sent. */
  declare readonly attempts: number;

  constructor(message: string, facts?: CallFacts, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, { operation: undefined, method: undefined, path: undefined, attempts: 0 }, facts);
  }

  /**
   * The names of the classes this error belongs to, from the base down. It marks the errors of this package, also those
   * made by another copy of it (a second version in the same program).
   *
   * @internal
   */
  get "~kind"(): string {
    return "ClientwrightError";
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    const { prototype } = this;
    // A class that a user derives has no mark of its own: there the ordinary rule holds.
    return Object.hasOwn(prototype, "~kind")
      ? isMarked(value, prototype["~kind"])
      : super[Symbol.hasInstance](value);
  }

  /** What may be shown or stored; what `JSON.stringify` and Node's `inspect` use. */
  toJSON(): ErrorSummary {
    const { name, message } = this;
    return { ...Object(this), name, message };
  }

  static {
    Object.defineProperties(this.prototype, {
      // From the mark, since bundlers shorten the names of classes.
      name: {
        get(this: ClientwrightError) {
          return this["~kind"].replace(/.*\//, "");
        },
      },
      // Node looks for this symbol when it prints a value. Nothing is imported from Node.
      [Symbol.for("nodejs.util.inspect.custom")]: {
        value(this: ClientwrightError, depth: number | null, options: object, inspect: Inspect) {
          // They belong to the error itself. No depth is no end where somebody has put it into itself.
          const shown = { ...options, depth: Math.min(depth ?? 4, 4) };
          return `${this.stack} ${inspect(present(this), shown)}`;
        },
      },
    });
  }
}

/** What Node, Deno and Bun hand to a value that prints itself: unlike JSON it has a text for cycles and bigints. */
type Inspect = (value: object, options: object) => string;

/** Gives an error properties that neither `toJSON`, `inspect` nor a spread sees. */
export function hide(error: Error, properties: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(properties)) Object.defineProperty(error, key, { value });
}

function isMarked(value: unknown, kind: string): boolean {
  return `${String(Object(value)["~kind"])}/`.startsWith(`${kind}/`);
}

/** `POST /path (operationId)`: how every message names the call. */
export function origin({ method, path, operation }: CallFacts): string {
  return `${method} ${path} (${operation})`;
}

/** `what from POST /path (operationId) why [request abc, 2 attempts]`: how the message of a call is put together. */
export function told(what: string, facts: CallFacts, requestId?: string, why = ""): string {
  const { attempts } = facts;
  const request = requestId === undefined ? "" : `request ${requestId}, `;
  const count = `${attempts} attempt${attempts === 1 ? "" : "s"}`;
  return `${masked(what, facts)} from ${origin(facts)}${masked(`${why} [${request}`, facts)}${count}]`;
}
