/** A terminal's Ctrl-C may arrive twice, from the terminal and from npm; only a later one means "at once". */
const SECOND_AFTER_MS = 1000;
/** How soon it is noticed that npm has gone. */
const LOOK_EVERY_MS = 500;

/**
 * Listens for all that asks this process to stop: signals, and the end of the npm that started it, whose shell passes no signal on.
 * @param {{ stop: () => void, hurry: () => void }} calls hurry for a later signal, when stopping takes too long for somebody
 * @returns {() => void} ends the listening
 */
export function onStopRequest({ stop, hurry }) {
  let firstAt = 0;
  const request = () => {
    if (firstAt === 0) {
      firstAt = Date.now();
      stop();
    } else if (Date.now() - firstAt > SECOND_AFTER_MS) {
      hurry();
    }
  };
  const signals = /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  for (const signal of signals) process.on(signal, request);

  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    if (firstAt === 0) request();
  }, LOOK_EVERY_MS).unref();
  if (!process.env.npm_lifecycle_event) clearInterval(look);

  // Whoever read our output may have gone; that is no reason to leave the services alone.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  return () => {
    clearInterval(look);
    for (const signal of signals) process.off(signal, request);
  };
}
