import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";

/** The requests that a server is answering, so that it can be stopped without cutting one off. */
export interface OpenRequests {
  /**
   * Takes no new connection; waits for what `until` resolves with, then ends the streams, waits for the other requests as long as there
   * is time, and closes.
   */
  drain(until: Promise<unknown>, withinMs: number): Promise<void>;
}

export function trackRequests(server: Server): OpenRequests {
  const open = new Set<ServerResponse>();
  let draining = false;
  let done = () => {};
  server.on("request", (_request, response: ServerResponse) => {
    open.add(response);
    // A connection that is kept alive could bring another request for as long as its client likes.
    if (draining) response.setHeader("connection", "close");
    response.once("close", () => {
      open.delete(response);
      if (draining) server.closeIdleConnections();
      if (open.size === 0) done();
    });
  });

  const allEnded = () =>
    new Promise<void>((resolve) => {
      done = resolve;
    });

  return {
    async drain(until, withinMs) {
      draining = true;
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      for (const response of open) if (!response.headersSent) response.setHeader("connection", "close");
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, withinMs);
      });
      await until;
      for (const response of open) if (isStream(response)) endStream(response);
      if (open.size > 0) await Promise.race([late, allEnded()]);
      clearTimeout(timer);
      server.closeAllConnections();
      await closed;
    },
  };
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
}

/** The client sees that the stream ended, not that it is complete: it comes back with the last seq it saw, to another process. */
export function endStream(response: ServerResponse): void {
  // What writes into it may not have noticed yet.
  response.on("error", () => {});
  response.end();
}
