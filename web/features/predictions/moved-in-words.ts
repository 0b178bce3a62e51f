import { percent, plainNumber } from "../../ui/format.ts";
import { probabilityOf } from "./probabilities.ts";

export interface Predicted {
  value: unknown;
  probabilities?: unknown;
}

/**
 * How a prediction moved, in a sentence: the probability of what was predicted at first, or the number of a regression; and whether
 * something else is predicted now.
 */
export function movedInWords(before: Predicted, after: Predicted, labelOf: (value: unknown) => string): string {
  const was = probabilityOf(before.probabilities, before.value);
  const is = probabilityOf(after.probabilities, before.value);
  if (was === undefined || is === undefined) return movedNumber(Number(before.value), Number(after.value));
  const points = (is - was) * 100;
  const moved =
    Math.abs(points) < 0.05
      ? `The probability of “${labelOf(before.value)}” stays at ${percent(is)}`
      : `The probability of “${labelOf(before.value)}” goes from ${percent(was)} to ${percent(is)}, ${direction(points)} ${Math.abs(points).toFixed(1)} points`;
  return after.value === before.value ? `${moved}.` : `${moved}; “${labelOf(after.value)}” is predicted then.`;
}

function movedNumber(was: number, is: number): string {
  if (plainNumber(was) === plainNumber(is)) return `It stays at ${plainNumber(is)}.`;
  return `It goes from ${plainNumber(was)} to ${plainNumber(is)}, ${direction(is - was)} ${plainNumber(Math.abs(is - was))}.`;
}

const direction = (difference: number) => (difference > 0 ? "up" : "down");
