import { fullYear } from "./calendar-year.ts";
import type { NumericSense } from "./compiled-definition.ts";
import { type Measure, valueIn } from "./measures.ts";

/** The value in the feature's unit; a year in full; "3.400" with its point as a mark of thousands where only that is possible. */
export function inUnitOf(sense: NumericSense, measure: Measure): number | undefined {
  const value = valueIn(measure, sense.unit);
  if (value === undefined) return undefined;
  const { grouped } = measure;
  if (grouped !== undefined && !isPossible(sense, value)) {
    const other = valueIn({ ...measure, value: grouped }, sense.unit);
    if (other !== undefined && isPossible(sense, other)) return other;
  }
  return fullYear(sense.feature, value);
}

/** Whether the feature can have the value. */
export function isPossible(sense: NumericSense, value: number): boolean {
  const { min, max, integer } = sense.feature;
  return value >= (min ?? value) && value <= (max ?? value) && (!integer || Number.isInteger(value));
}
