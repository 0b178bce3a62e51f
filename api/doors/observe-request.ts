import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "../platform/log.ts";
import { type LogIds, logIds, withLogIds } from "../platform/log-ids.ts";
import { recordSeconds, startSpan } from "../platform/telemetry.ts";

/** A request that takes longer is told in the log at `info`. */
const slowMs = 1_000;

/**
 * Serves a request with its id in every line that is logged meanwhile, in a span of its caller's trace; tells how it came out when it is
 * over.
 * @param route the path without ids of its own, for metrics
 */
export function observeRequest(
  { request, response, route, log }: { request: IncomingMessage; response: ServerResponse; route: string; log: Logger },
  serve: (requestId: string) => void,
): void {
  const requestId = requestIdOf(request);
  const method = request.method ?? "";
  const begun = performance.now();
  const span = startSpan(
    `${method} ${route}`,
    { "http.request.method": method, "http.route": route, "modelwright.request_id": requestId },
    request.headers,
  );
  withLogIds({ requestId }, () => {
    const ids: LogIds = logIds();
    response.once("close", () => {
      const ms = performance.now() - begun;
      const status = response.statusCode;
      const stream = String(response.getHeader("content-type") ?? "").startsWith("text/event-stream");
      const brokenOff = !response.writableFinished;
      const fault = status >= 500;
      if (fault || (ms > slowMs && !stream) || log.isLevelEnabled("debug")) {
        const line = { ...ids, method, route, status, ms: Math.round(ms), ...(brokenOff ? { brokenOff } : {}) };
        log[fault || ms > slowMs ? "info" : "debug"](line, "request");
      }
      span.set({
        "http.response.status_code": status,
        ...(ids.threadId ? { "modelwright.thread_id": ids.threadId } : {}),
      });
      if (fault) span.fail(new Error(`answered ${status}`));
      span.end();
      // How long somebody followed a stream says nothing of how fast we are.
      if (!stream) {
        const about = { "http.request.method": method, "http.route": route, "http.response.status_code": status };
        recordSeconds("http.server.request.duration", ms / 1_000, about);
      }
    });
    span.run(() => serve(requestId));
  });
}

/** The caller's own id when it is a plain one, so that its log and ours can be read together. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}
