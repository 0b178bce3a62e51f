/** A failure whose message tells a person what to do; shown without a stack trace. */
export class SetupError extends Error {
  /** @override */
  name = "SetupError";
}

/** The exit code of a program of ours whose last words are a sentence for a person, and say all there is to say: sysexits.h's EX_CONFIG. */
export const TOLD = 78;

/**
 * The exit code after an error, having shown it: a sentence for what was foreseen, everything for what was not.
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof SetupError) process.stderr.write(`\n${error.message}\n`);
  else process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}
