import { monitorEventLoopDelay } from "node:perf_hooks";
import { context, defaultTextMapGetter, type Histogram, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-proto";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Logger } from "./log.ts";
import type { Telemetry } from "./telemetry.ts";

export interface OpenTelemetryOptions {
  /** OTLP over HTTP, without a slash at its end. */
  endpoint: string;
  headers: Record<string, string>;
  serviceName: string;
  attributes: Record<string, string>;
  /** The share of traces that are sent, 0 to 1, of those that no caller decided about. */
  sampled: number;
  metricsEveryMs: number;
  log: Logger;
}

/** From what a prediction takes to what a language model may. */
const boundaries = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** An endpoint that does not answer must not hold up the end of the process. */
const closeWithinMs = 2_000;

/** Tells an OTLP endpoint what happens. An endpoint that is away costs a warning in the log now and then, and nothing else. */
export function openTelemetry(options: OpenTelemetryOptions): Telemetry {
  const { endpoint, headers, serviceName, attributes, sampled, metricsEveryMs, log } = options;
  setGlobalErrorHandler((error) => log.warn({ err: error }, "traces or metrics could not be sent"));
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const resource = resourceFromAttributes({ "service.name": serviceName, ...attributes });
  const traceExporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers });
  const tracers = new TracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampled) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: traceExporter })],
  });
  const meters = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics`, headers }),
        exportIntervalMillis: metricsEveryMs,
        exportTimeoutMillis: Math.min(metricsEveryMs, 10_000),
      }),
    ],
  });
  const tracer = tracers.getTracer("modelwright");
  const meter = meters.getMeter("modelwright");
  const propagator = new W3CTraceContextPropagator();
  const histograms = new Map<string, Histogram>();

  const loop = monitorEventLoopDelay();
  loop.enable();
  meter.createObservableGauge("nodejs.eventloop.delay.p99", { unit: "s" }).addCallback((result) => {
    result.observe(loop.percentile(99) / 1e9);
    loop.reset();
  });
  meter
    .createObservableGauge("process.memory.usage", { unit: "By" })
    .addCallback((result) => result.observe(process.memoryUsage.rss()));

  return {
    start(name, given, caller) {
      const parent = caller ? propagator.extract(context.active(), caller, defaultTextMapGetter) : context.active();
      const kind = caller ? SpanKind.SERVER : SpanKind.INTERNAL;
      const span = tracer.startSpan(name, { kind, attributes: given }, parent);
      const inside = trace.setSpan(parent, span);
      return {
        run: (work) => context.with(inside, work),
        set: (more) => void span.setAttributes(more),
        fail(error) {
          span.recordException(error instanceof Error ? error : String(error));
          span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "" });
        },
        end: () => span.end(),
      };
    },
    record(name, seconds, given) {
      let histogram = histograms.get(name);
      if (!histogram) {
        histogram = meter.createHistogram(name, { unit: "s", advice: { explicitBucketBoundaries: boundaries } });
        histograms.set(name, histogram);
      }
      histogram.record(seconds, given);
    },
    observe(name, read) {
      const gauge = meter.createObservableGauge(name);
      const callback: Parameters<typeof gauge.addCallback>[0] = async (result) => {
        const value = await read().catch(() => undefined);
        if (value !== undefined) result.observe(value);
      };
      gauge.addCallback(callback);
      return () => gauge.removeCallback(callback);
    },
    traceIds() {
      const span = trace.getActiveSpan()?.spanContext();
      return span && { trace_id: span.traceId, span_id: span.spanId };
    },
    async close() {
      loop.disable();
      const sent = Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        sent,
        new Promise((resolve) => {
          timer = setTimeout(resolve, closeWithinMs);
        }),
      ]);
      clearTimeout(timer);
    },
  };
}
