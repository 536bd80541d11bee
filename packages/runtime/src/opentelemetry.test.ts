import { context, diag, propagation, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { W3CTraceContextPropagator } from "@opentelemetry/core";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  type ReadableSpan,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openTelemetry } from "./opentelemetry.js";
import type { CallOptions } from "./options.js";
import { closedPort, loopback, sendJson } from "./testing/loopback.js";
import { sampleClient, sampleOperation } from "./testing/sample.js";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });

beforeAll(() => {
  trace.setGlobalTracerProvider(provider);
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterEach(() => exporter.reset());
afterAll(() => {
  trace.disable();
  propagation.disable();
  context.disable();
});

const operation = sampleOperation({
  path: "/parcels/{id}",
  params: [{ in: "path", name: "id" }],
  security: [["inQuery"]],
});
const options = { queryKey: "secret-key", middleware: [openTelemetry()] };

function onlySpan(): ReadableSpan {
  const [span, ...others] = exporter.getFinishedSpans().filter(({ kind }) => kind === SpanKind.CLIENT);
  if (!span || others.length)
    throw new Error(`One client span is wanted, not ${span ? others.length + 1 : 0}`);
  return span;
}

describe("openTelemetry", () => {
  it("records one span for the call and one event for each attempt", async () => {
    const server = await loopback((response, _, n) => sendJson(response, n ? 200 : 503, {}));
    await operation(sampleClient(server.url, options), { id: "7" });
    const { name, attributes, events, status, instrumentationScope } = onlySpan();
    const port = Number(new URL(server.url).port);
    expect(name).toBe("GET /parcels/{id}");
    expect(attributes).toEqual({
      "http.request.method": "GET",
      "http.request.resend_count": 1,
      "http.response.status_code": 200,
      "server.address": "127.0.0.1",
      "server.port": port,
      "url.full": `${server.url}/parcels/7`,
      "url.template": "/parcels/{id}",
    });
    expect(events.map((event) => [event.name, event.attributes])).toEqual([
      ["http.attempt", { attempt: 1, "http.response.status_code": 503 }],
      ["http.attempt", { attempt: 2, "http.response.status_code": 200 }],
    ]);
    expect(status.code).toBe(SpanStatusCode.UNSET);
    expect(instrumentationScope).toMatchObject({ name: "@sample/parcels", version: "1.2.3" });
    expect(JSON.stringify([attributes, events])).not.toContain("secret-key");
  });

  it("marks a failing status and a failing connection", async () => {
    const server = await loopback((response) => sendJson(response, 404, {}));
    await operation(sampleClient(server.url, options), { id: "7" }).result();
    expect(onlySpan()).toMatchObject({
      attributes: { "http.response.status_code": 404, "error.type": "404" },
      status: { code: SpanStatusCode.ERROR },
    });
    exporter.reset();
    await operation(sampleClient(await closedPort(), { ...options, retry: 0 }), { id: "7" }).result();
    expect(onlySpan()).toMatchObject({
      attributes: { "error.type": "ConnectionError" },
      events: [{ attributes: { attempt: 1, "error.type": "ConnectionError" } }],
      status: { code: SpanStatusCode.ERROR },
    });
  });

  it("marks a failing status also where it is not an error of the call", async () => {
    const server = await loopback((response) => sendJson(response, 404, {}));
    await operation(sampleClient(server.url, options), { id: "7" }).asResponse();
    expect(onlySpan()).toMatchObject({
      attributes: { "error.type": "404" },
      status: { code: SpanStatusCode.ERROR },
    });
  });

  it("has an event of each attempt that a time limit or a signal ended", async () => {
    const warnings: unknown[] = [];
    const nothing = (): void => {};
    const warn = (...words: unknown[]): void => void warnings.push(words);
    diag.setLogger({ error: warn, warn, info: nothing, debug: nothing, verbose: nothing });
    onTestFinished(() => diag.disable());
    const server = await loopback(() => {});
    const limits: [() => CallOptions, string][] = [
      [() => ({ timeout: 20 }), "TimeoutError"],
      [() => ({ timeout: { total: 20 } }), "TimeoutError"],
      [() => ({ signal: AbortSignal.timeout(20) }), "AbortError"],
    ];
    for (const [limit, type] of limits) {
      exporter.reset();
      await operation(sampleClient(server.url, options), { id: "7" }, { retry: 0, ...limit() }).result();
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(onlySpan()).toMatchObject({
        attributes: { "error.type": type },
        events: [{ attributes: { attempt: 1, "error.type": type } }],
      });
    }
    // An event that comes after the end of its span is told there.
    expect(warnings).toEqual([]);
  });

  it("says of an attempt that was too slow that it was, also where the next one succeeds", async () => {
    const server = await loopback((response, _, n) => n > 0 && sendJson(response, 200, {}));
    await operation(sampleClient(server.url, options), { id: "7" }, { timeout: 300 });
    const [slow, ...others] = onlySpan().events.map((event) => event.attributes);
    expect(slow).toEqual({ attempt: 1, "error.type": "TimeoutError" });
    expect(others.at(-1)).toHaveProperty(["http.response.status_code"], 200);
  });

  it("takes its place in the trace and hands it on", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const tracer = provider.getTracer("test");
    await tracer.startActiveSpan("parent", async (parent) => {
      const inner = async (
        request: Request,
        next: (request: Request) => Promise<Response>,
      ): Promise<Response> => {
        tracer.startSpan("inside").end();
        return next(request);
      };
      await operation(sampleClient(server.url, { ...options, middleware: [...options.middleware, inner] }), {
        id: "7",
      });
      parent.end();
    });
    const span = onlySpan();
    const [inside, parent] = ["inside", "parent"].map((name) =>
      exporter.getFinishedSpans().find((one) => one.name === name),
    );
    expect(span.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId);
    expect(inside?.parentSpanContext?.spanId).toBe(span.spanContext().spanId);
    const { traceId, spanId } = span.spanContext();
    expect(server.received[0]?.headers["traceparent"]).toBe(`00-${traceId}-${spanId}-01`);
  });

  it("keeps the trace to itself when told to, and uses the tracer it is given", async () => {
    const server = await loopback((response) => sendJson(response, 200, {}));
    const middleware = [openTelemetry({ propagate: false, tracer: provider.getTracer("mine") })];
    await operation(sampleClient(server.url, { ...options, middleware }), { id: "7" });
    expect(server.received[0]?.headers).not.toHaveProperty("traceparent");
    expect(onlySpan().instrumentationScope.name).toBe("mine");
  });
});
