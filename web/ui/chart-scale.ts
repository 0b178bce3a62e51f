/** A number line from `low` to `high`, with round numbers to mark on it. */
export interface Scale {
  low: number;
  high: number;
  ticks: number[];
}

/** The steps between ticks that read well, times a power of ten. */
const roundSteps = [1, 2, 5, 10];

/** A scale that holds all of the values, with about `wanted` ticks. Of values that are all the same it has one step around them. */
export function scaleOf(values: readonly number[], wanted = 4): Scale {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const span = most - least || Math.abs(most) * 0.1 || 1;
  const power = 10 ** Math.floor(Math.log10(span / wanted));
  const step = power * (roundSteps.find((round) => span / wanted <= round * power) ?? 10);
  // Counted in steps, so that rounding does not add up from tick to tick.
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(most / step), first + 1);
  const tick = (index: number) => Number((index * step).toPrecision(12));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tick(first + index));
  return { low: tick(first), high: tick(last), ticks };
}
