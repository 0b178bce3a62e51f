import { readEventStream } from "./event-stream.ts";
import { mayPass } from "./passing.ts";
import type { Slots } from "./stream-slots.ts";

/** A GraphQL subscription over server-sent events. */
export interface StreamRequest {
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

export interface StreamResult {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** What a stream needs of its surroundings; tests give their own. */
export interface StreamSurroundings {
  fetch: (body: string, signal: AbortSignal) => Promise<Response>;
  /** Waits until it is worthwhile to try again. `attempt` counts failures since the last success, from 1. */
  backOff: (attempt: number, signal: AbortSignal) => Promise<void>;
  /** Resolves when the page is looked at; aborts `hidden` when it no longer is. */
  shown: (signal: AbortSignal) => Promise<AbortSignal>;
  slots: Slots;
  onOpen: () => void;
  onLost: () => void;
}

export interface StreamSink {
  next: (result: StreamResult) => void;
  /** The server will not serve this request, now or later. */
  refused: (message: string) => void;
}

/** A stream that was silent for this long is taken for dead: the server sends a heartbeat every 12 s. */
const longestSilenceMs = 40_000;

/** A connection that lasted this long was a good one: the next wait is the shortest again. */
const settledMs = 5_000;

/** The server answered that it will not serve this: no use in trying again. */
class Refused extends Error {}

/**
 * Follows a subscription until aborted, over lost connections and hidden tabs. Each new connection asks for what came `after` the
 * last `seq` that was delivered, and what was delivered is not delivered again.
 */
export async function followStream(
  request: StreamRequest,
  sink: StreamSink,
  surroundings: StreamSurroundings,
  signal: AbortSignal,
): Promise<void> {
  const resumes = typeof request.variables.after === "number";
  let lastSeq = resumes ? Number(request.variables.after) : 0;
  let failures = 0;
  const deliver = (result: StreamResult): void => {
    const seq = seqOf(result);
    if (resumes && seq !== undefined) {
      if (seq <= lastSeq) return;
      lastSeq = seq;
    }
    sink.next(result);
  };

  while (!signal.aborted) {
    const attempt = new AbortController();
    const hidden = await surroundings.shown(AbortSignal.any([signal, attempt.signal]));
    const release = await surroundings.slots.take(signal);
    if (!release) return attempt.abort();
    const variables = resumes ? { ...request.variables, after: lastSeq } : request.variables;
    const begun = performance.now();
    try {
      // The server says so when nothing more can come: a run that has ended.
      if (await readOnce({ ...request, variables }, deliver, surroundings, AbortSignal.any([signal, hidden]))) return;
    } catch (error) {
      if (error instanceof Refused) return sink.refused(error.message);
    } finally {
      release();
      attempt.abort();
    }
    if (signal.aborted) return;
    if (hidden.aborted) continue;
    failures = performance.now() - begun > settledMs ? 1 : failures + 1;
    surroundings.onLost();
    await surroundings.backOff(failures, signal);
  }
}

/** @returns whether the server completed the stream; false when it merely ended */
async function readOnce(
  request: StreamRequest,
  deliver: (result: StreamResult) => void,
  surroundings: StreamSurroundings,
  signal: AbortSignal,
): Promise<boolean> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), longestSilenceMs);
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), longestSilenceMs);
  };
  try {
    const response = await surroundings.fetch(JSON.stringify(request), AbortSignal.any([signal, silence.signal]));
    if (response.status >= 400 && response.status < 500) throw new Refused(await refusalOf(response));
    if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
    surroundings.onOpen();
    for await (const message of readEventStream(response.body, heard)) {
      if (message.event === "complete") return true;
      if (message.event !== "next") continue;
      const result: StreamResult = JSON.parse(message.data);
      if (result.errors && !result.data && mayPass(result.errors)) throw new Error("The server can't serve it now.");
      if (result.errors && !result.data) throw new Refused(result.errors[0]?.message ?? "The server refused.");
      deliver(result);
    }
    return false;
  } finally {
    clearTimeout(timer);
  }
}

async function refusalOf(response: Response): Promise<string> {
  const fallback = `The server answered ${response.status}.`;
  try {
    const body: StreamResult = JSON.parse(await response.text());
    return body.errors?.[0]?.message ?? fallback;
  } catch {
    return fallback;
  }
}

/** The seq of the one event in a subscription's result. */
function seqOf(result: StreamResult): number | undefined {
  const [event] = Object.values(result.data ?? {});
  if (typeof event !== "object" || event === null || !("seq" in event)) return undefined;
  return typeof event.seq === "number" ? event.seq : undefined;
}
