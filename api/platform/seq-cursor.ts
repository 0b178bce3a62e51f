import { InvalidInputError } from "./errors.ts";

/**
 * The seq that a subscription follows after, 0 when none is given.
 * @throws {InvalidInputError} a seq that no event can have
 */
export function seqCursor(after: number | null | undefined): number {
  if ((after ?? 0) >= 0) return after ?? 0;
  throw refusal(
    `after can't be ${after}. Follow after the seq of an event that you saw, or from 0.`,
    "must be at least 0",
  );
}

/**
 * Refuses to wait after an event that is still to come: those up to it would be lost.
 * @throws {InvalidInputError}
 */
export function checkSeqIsReached(after: number, lastSeq: number): void {
  if (after <= lastSeq) return;
  const why = `after is ${after}, but the newest event is ${lastSeq}. Follow after the seq of an event that you saw, or from 0.`;
  throw refusal(why, `must be at most ${lastSeq}`);
}

function refusal(message: string, why: string): InvalidInputError {
  return new InvalidInputError(message, [{ path: "after", message: why }]);
}
