import { recentLines } from "./recent-lines.mjs";

/** Lines kept to explain a death. */
const MAX_LINES = 30;
/** The same trouble, met by every request, is shown in the terminal once in so long; the log has each. */
const SHOWN_AGAIN_MS = 10_000;
/** Different troubles whose showing is remembered. */
const MAX_REMEMBERED = 100;
/** pino's number for warnings. */
const WARN = 40;

/**
 * Sorts what a service says: the terminal gets its warnings and errors in a line each, and what it said last is kept to explain a death.
 * @param {{ role: string, show: (line: string) => void, verbose: boolean, now?: () => number }} options verbose shows all that isn't a log line
 */
export function lastWords({ role, show, verbose, now = () => performance.now() }) {
  /** @type {ReturnType<typeof recentLines<{ text: string, seen: boolean }>>} */
  const said = recentLines({ most: MAX_LINES, now });
  /** @type {Map<string, number>} */
  const shownAt = new Map();

  /** @param {string} text */
  function showOnce(text) {
    if (now() - (shownAt.get(text) ?? Number.NEGATIVE_INFINITY) < SHOWN_AGAIN_MS) return;
    shownAt.delete(text);
    shownAt.set(text, now());
    for (const oldest of shownAt.keys()) if (shownAt.size > MAX_REMEMBERED) shownAt.delete(oldest);
    show(text);
  }

  return {
    /**
     * @param {string} line
     * @param {"stdout" | "stderr"} stream
     */
    take(line, stream) {
      const entry = logEntry(line);
      if (entry && entry.level < WARN) return;
      if (entry) showOnce(`[${role}] ${entry.summary}`);
      else if (verbose) show(line);
      // What is no log line and no error is a library telling how well it does.
      if (!entry && stream === "stdout") return;
      const text = entry ? `[${role}] ${entry.whole}` : line;
      said.add({ text, seen: entry !== undefined || verbose });
    },
    /** All of it, stack traces too. */
    tail: () => said.text(),
    /** Without what the terminal shows already. */
    unseen: () => said.text(({ seen }) => !seen),
  };
}

/**
 * @param {string} line
 * @returns {{ level: number, summary: string, whole: string } | undefined} undefined when it is no log line
 */
function logEntry(line) {
  if (!line.startsWith("{")) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level !== "number") return undefined;
    const word = level >= 60 ? "fatal" : level >= 50 ? "error" : "warning";
    const head = `${word}: ${msg ?? ""}`;
    const reason = err && reasonOf(err);
    const detail = err?.stack ?? err?.message;
    return {
      level,
      summary: reason && reason !== msg ? `${head} (${reason})` : head,
      whole: detail ? `${head}\n${detail}` : head,
    };
  } catch {
    return undefined;
  }
}

/**
 * An error in a line. Prisma tells first where in the source it was called, and last what happened. A mistake in the code is told with its
 * place: at the head of the stack for a file that can't be read as code, else where it was met.
 * @param {{ type?: string, message?: string, stack?: string }} error
 */
function reasonOf({ type = "", message = "", stack = "" }) {
  const told = message.split("\n").filter((line) => line.trim() !== "");
  const reason = (type.startsWith("Prisma") ? told.at(-1) : told[0])?.trim();
  const places = type === "ReferenceError" ? /file:\/\/(\/\S+:\d+):/ : /^(?:file:\/\/)?(\/.+:\d+)\n/;
  const [, place] = places.exec(stack) ?? [];
  return place ? `${place}: ${reason}` : reason;
}
