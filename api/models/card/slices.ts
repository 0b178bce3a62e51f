import type { Examples } from "../../datasets/training-examples.ts";
import type { ScoredExamples } from "../../predictions/score-examples.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";

/** Fewer rows say too little of a category for a measure to be told. */
export const fewestRows = 20;

/** How a version does on the held-out rows of one category. */
export interface Slice {
  category: string;
  rows: number;
  /** Accuracy of a classification, mean absolute error of a regression; null when there are too few rows. */
  measure: number | null;
  /** Of an accuracy: between what it lies with 95% confidence (Wilson's interval). */
  interval: [number, number] | null;
}

export interface FeatureSlices {
  feature: string;
  slices: Slice[];
}

/** A version's worth by category, of each categorical feature: the held-out rows and what the version says of them. */
export function slicesOf(
  { features, target, count }: Examples,
  scored: ScoredExamples,
  definition: ModelDefinition,
): FeatureSlices[] {
  const classes = definition.target.classes?.map(({ value }) => value) ?? [];
  const off = Array.from({ length: count }, (_, row) =>
    definition.task === "REGRESSION"
      ? Math.abs(Number(scored.values[row]) - (target[row] as number))
      : scored.values[row] === classes[target[row] as number]
        ? 0
        : 1,
  );
  return features.flatMap((feature) => {
    if (feature.kind !== "CATEGORICAL") return [];
    const slices = feature.categories.map((category, code): Slice => {
      const of = off.filter((_, row) => feature.codes[row] === code);
      if (of.length < fewestRows) return { category, rows: of.length, measure: null, interval: null };
      const mean = of.reduce((sum, value) => sum + value, 0) / of.length;
      return definition.task === "REGRESSION"
        ? { category, rows: of.length, measure: mean, interval: null }
        : { category, rows: of.length, measure: 1 - mean, interval: wilson(1 - mean, of.length) };
    });
    return [{ feature: feature.name, slices }];
  });
}

/** The 95% interval of a share by Wilson's score, which stays between 0 and 1 for few rows too. */
export function wilson(share: number, count: number): [number, number] {
  const z = 1.959964;
  const middle = share + z ** 2 / (2 * count);
  const half = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const scale = 1 + z ** 2 / count;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}
