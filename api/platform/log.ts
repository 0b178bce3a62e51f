import pino from "pino";
import { logIds } from "./log-ids.ts";
import { traceIds } from "./telemetry.ts";

export type Logger = pino.Logger;

/**
 * Structured JSON lines on stderr; stdout is for what a person waits for. Each has the ids of the work in which it was logged, and of its
 * trace when there is one.
 */
export function openLog(level: string, role: string, destination: pino.DestinationStream = standardError()): Logger {
  return pino({ level, base: { role }, mixin }, destination);
}

function standardError(): pino.DestinationStream {
  return pino.destination({ fd: 2, sync: true });
}

/** A child logger's own ids go first: a name that stands twice in a line would leave it to the reader which one counts. */
function mixin(_line: object, _level: number, log: Logger): object {
  const bound = log.bindings();
  const ids = { ...logIds(), ...traceIds() };
  return Object.fromEntries(Object.entries(ids).filter(([name]) => !(name in bound)));
}
