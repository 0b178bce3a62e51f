import type { Examples } from "../../datasets/training-examples.ts";

/** What training saw of a feature. */
export type SeenFeature =
  | { kind: "NUMERIC"; name: string; least: number; most: number }
  | { kind: "CATEGORICAL"; name: string; rows: { category: string; rows: number }[] };

/** @param train the rows that were trained on */
export function seenFeatures({ features }: Examples): SeenFeature[] {
  return features.map((feature): SeenFeature => {
    const { name } = feature;
    if (feature.kind === "CATEGORICAL") {
      const counts = new Map<number, number>();
      for (const code of feature.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
      return {
        kind: feature.kind,
        name,
        rows: feature.categories.map((category, code) => ({ category, rows: counts.get(code) ?? 0 })),
      };
    }
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of feature.values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return { kind: feature.kind, name, least, most };
  });
}
