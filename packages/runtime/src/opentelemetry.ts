/**
 * Entry point `@clientwright/runtime/opentelemetry`: tracing as a middleware. It needs the peer `@opentelemetry/api`.
 */
import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type Tracer,
} from "@opentelemetry/api";
import type { Middleware, MiddlewareContext } from "./middleware.js";

/** What `openTelemetry` takes. */
export interface OpenTelemetryOptions {
  /**
   * Starts the spans.
   * @default the tracer of the registered provider
   */
  tracer?: Tracer | undefined;
  /**
   * Sends the context of the trace with each request, in the headers of the registered propagator.
   * @default true
   */
  propagate?: boolean | undefined;
}

/**
 * Records one client span for each call and one event for each attempt, by OpenTelemetry's conventions for HTTP client
 * spans. Give it as the first middleware, so that it sees what the others do.
 *
 * Names and attributes hold the path template; `url.full` has no query, where keys can be.
 */
export function openTelemetry({ tracer, propagate = true }: OpenTelemetryOptions = {}): Middleware {
  const calls = new WeakMap<object, TracedCall>();
  return async (request, next, call) => {
    let traced = calls.get(call.call);
    if (!traced) {
      traced = start(tracer ?? trace.getTracer(call.api.name, call.api.version), request, call);
      calls.set(call.call, traced);
    }
    const { span, open } = traced;
    const { attempt } = call;
    open.add(attempt);
    const inside = trace.setSpan(context.active(), span);
    if (propagate) {
      propagation.inject(inside, request.headers, {
        set: (headers, name, value) => headers.set(name, value),
      });
    }
    try {
      const response = await context.with(inside, () => next(request));
      recordAttempt(traced, attempt, { "http.response.status_code": response.status });
      return response;
    } catch (error) {
      recordAttempt(traced, attempt, { "error.type": typeOf(error) });
      throw error;
    }
  };
}

/** The span of a call, and the attempts that have no event yet. */
interface TracedCall {
  readonly span: Span;
  readonly open: Set<number>;
}

function start(tracer: Tracer, request: Request, { method, path, onSettled }: MiddlewareContext): TracedCall {
  const { origin, pathname, hostname, port, protocol } = new URL(request.url);
  const span = tracer.startSpan(`${method} ${path}`, {
    kind: SpanKind.CLIENT,
    attributes: {
      "http.request.method": method,
      "url.template": path,
      "url.full": origin + pathname,
      "server.address": hostname,
      "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
    },
  });
  const traced: TracedCall = { span, open: new Set() };
  onSettled(({ attempts, status, error }) => {
    // A time limit or the caller's signal ends a call before its request has noticed; an ended span takes no events.
    for (const attempt of traced.open) recordAttempt(traced, attempt, { "error.type": typeOf(error) });
    if (attempts > 1) span.setAttribute("http.request.resend_count", attempts - 1);
    if (status !== undefined) span.setAttribute("http.response.status_code", status);
    // With asResponse() a failing status is an outcome of the call, not an error; the span is one of HTTP all the same.
    if (error !== undefined || (status !== undefined && status >= 400)) {
      span.setAttribute("error.type", status === undefined ? typeOf(error) : String(status));
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
  });
  return traced;
}

function recordAttempt({ span, open }: TracedCall, attempt: number, attributes: Attributes): void {
  if (open.delete(attempt)) span.addEvent("http.attempt", { attempt, ...attributes });
}

function typeOf(error: unknown): string {
  return error instanceof Error ? error.name : "_OTHER";
}
