import { z } from "zod";

/** One learned number of a linear model, as a version's row holds it. */
export const coefficientSchema = z.object({
  /** Null: the intercept. */
  feature: z.string().nullable(),
  /** Of a categorical feature: the category that it counts for. Null for a number: then it is per standard deviation. */
  category: z.string().nullable(),
  /** Of a classification: the class whose score it adds to. Of two classes there is one set, the second's against the first. */
  class: z.string().nullable(),
  value: z.number(),
});
export type Coefficient = z.infer<typeof coefficientSchema>;
