import { z } from "zod";

/** One measurement of a version or a run, as its row holds it. Names and meanings: definitions/metric-kinds.ts. */
export const metricSchema = z.object({
  name: z.string(),
  value: z.number(),
  /** `logged`: as a program told it that trained the model elsewhere; of which rows is not known here. */
  split: z.enum(["holdout", "train", "logged"]),
});
export type Metric = z.infer<typeof metricSchema>;
