import type { Coefficient } from "../../../models/coefficient.ts";
import type { Encoding } from "./design-matrix.ts";

/**
 * The learned numbers with the names of what they count for: the intercept first, then category by category, then the numbers.
 * @param weightOf the weight of a column; `encoding.width` is the intercept's
 */
export function namedCoefficients(
  { categorical, numeric, width }: Encoding,
  weightOf: (column: number) => number,
  ofClass: string | null,
): Coefficient[] {
  const named = (feature: string | null, category: string | null, column: number): Coefficient => ({
    feature,
    category,
    class: ofClass,
    value: weightOf(column),
  });
  return [
    named(null, null, width),
    ...categorical.flatMap(({ name, categories, offset }) =>
      categories.map((category, index) => named(name, category, offset + index)),
    ),
    ...numeric.map(({ name, offset }) => named(name, null, offset)),
  ];
}
