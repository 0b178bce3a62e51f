import { z } from "zod";

/** One measurement of a version or a run, as its row holds it. Names and meanings: definitions/metric-kinds.ts. */
export const metricSchema = z.object({ name: z.string(), value: z.number(), split: z.enum(["holdout", "train"]) });
export type Metric = z.infer<typeof metricSchema>;
