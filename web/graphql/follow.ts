import { connectionStore } from "./connection.ts";
import type { StreamRequest, StreamSink } from "./resuming-stream.ts";
import { waitToRetry } from "./wait-to-retry.ts";

/** Follows a subscription until aborted. What it takes comes after the first paint: no page begins with a stream. */
export async function follow(request: StreamRequest, sink: StreamSink, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    const streams = await import("./streams.ts").catch(() => undefined);
    if (streams) return streams.followStream(request, sink, streams.browserSurroundings, signal);
    // The network is away, and the code with it.
    connectionStore.lost();
    await waitToRetry(attempt, signal);
  }
}
