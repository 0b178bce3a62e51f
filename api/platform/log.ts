import pino from "pino";

export type Logger = pino.Logger;

/** Structured JSON lines on stderr; stdout is for what a person waits for. */
export function openLog(level: string, role: string): Logger {
  return pino({ level, base: { role } }, pino.destination({ fd: 2, sync: true }));
}
