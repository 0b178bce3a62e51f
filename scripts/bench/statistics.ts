/** The middle of several measurements, and how far they lie apart. */
export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** @throws {RangeError} when there are no values */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: quantileOf(sorted, 0.5),
    min: quantileOf(sorted, 0),
    max: quantileOf(sorted, 1),
  };
}

/**
 * The quantile with linear interpolation (type 7 of Hyndman and Fan, 1996).
 * @param sorted ascending
 * @param share 0 to 1
 * @throws {RangeError} when there are no values
 */
export function quantileOf(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError("no values, so no quantile");
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
