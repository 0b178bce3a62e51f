import type { RowPrediction as Shape } from "../../../predictions/score-examples.ts";
import { builder } from "../builder.ts";

export const RowPrediction = builder.objectRef<Shape>("RowPrediction").implement({
  description: "What a version says of a row of its data.",
  fields: (t) => ({
    value: t.field({
      type: "JSON",
      description: "The predicted class, or the number for a regression.",
      resolve: ({ value }) => value,
    }),
    probabilities: t.field({
      type: "JSON",
      nullable: true,
      description: "Class to probability; null for a regression.",
      resolve: ({ probabilities }) => probabilities,
    }),
  }),
});
