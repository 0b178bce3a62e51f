/**
 * Traces and metrics, as the rooms and doors see them. OpenTelemetry itself stands behind this in `open-telemetry.ts`, and is loaded only
 * when there is an endpoint to tell: without one nothing here costs more than a call.
 */
export type Attributes = Record<string, string | number | boolean>;

export interface Span {
  /** Does the work inside of the span: spans that begin in it are its children. */
  run<T>(work: () => T): T;
  set(attributes: Attributes): void;
  fail(error: unknown): void;
  end(): void;
}

export interface Telemetry {
  /** @param caller headers of who asked, when its trace goes on here */
  start(name: string, attributes: Attributes, caller?: Readonly<Record<string, string | string[] | undefined>>): Span;
  /** One more duration, in seconds. */
  record(name: string, seconds: number, attributes: Attributes): void;
  /** Reads a number now and then, until the returned function is called. */
  observe(name: string, read: () => Promise<number>): () => void;
  traceIds(): { trace_id: string; span_id: string } | undefined;
  /** Sends what is not sent yet. */
  close(): Promise<void>;
}

const noSpan: Span = { run: (work) => work(), set() {}, fail() {}, end() {} };
const silent: Telemetry = {
  start: () => noSpan,
  record() {},
  observe: () => () => {},
  traceIds: () => undefined,
  async close() {},
};

/** One a process, as the log's destination is: whatever happens anywhere in it goes to the same endpoint. */
let current = silent;

/** Tells what happens from now on; what is told before is lost. */
export function setTelemetry(telemetry: Telemetry): void {
  current = telemetry;
}

export const startSpan: Telemetry["start"] = (name, attributes, caller) => current.start(name, attributes, caller);
export const recordSeconds: Telemetry["record"] = (name, seconds, attributes) =>
  current.record(name, seconds, attributes);
export const observeNumber: Telemetry["observe"] = (name, read) => current.observe(name, read);
export const traceIds: Telemetry["traceIds"] = () => current.traceIds();

/** Does the work in a span, and records how long it took and how it came out. What it throws is thrown. */
export async function measured<T>(
  { span, metric, attributes }: { span: string; metric: string; attributes: Attributes },
  work: () => Promise<T>,
  outcomeOf: (error: unknown) => string = () => "FAILED",
): Promise<T> {
  if (current === silent) return work();
  const begun = performance.now();
  const opened = current.start(span, attributes);
  let outcome = "DONE";
  try {
    return await opened.run(work);
  } catch (error) {
    outcome = outcomeOf(error);
    opened.fail(error);
    throw error;
  } finally {
    opened.set({ outcome });
    opened.end();
    current.record(metric, (performance.now() - begun) / 1_000, { ...attributes, outcome });
  }
}
