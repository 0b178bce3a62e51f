import { z } from "zod";
import { metricSchema } from "../../models/metric.ts";

const prediction = z.object({
  value: z.union([z.string(), z.number()]),
  probabilities: z.record(z.string(), z.number()).nullable(),
});

/** What was compared when a version was trained again, and where it differs; as a reproduction's row holds it. */
export const reproductionReportSchema = z.object({
  /** Of the file that came of it. */
  artifactSha256: z.string(),
  /** Rows held out, all of which were compared. */
  rows: z.number(),
  /** Of any number that is predicted for a held-out row; of numbers above 1 the largest part. 0 when the files are equal. */
  largestDifference: z.number(),
  /** Metrics that came out another, beyond the tolerance or at all missing on a side. */
  metrics: z.array(
    metricSchema
      .pick({ name: true, split: true })
      .extend({ recorded: z.number().nullable(), reproduced: z.number().nullable() }),
  ),
  /** Rows that are predicted otherwise, beyond the tolerance. */
  differingRows: z.number(),
  /** The first of them. */
  shown: z.array(z.object({ row: z.number(), recorded: prediction, reproduced: prediction })),
});
export type ReproductionReport = z.infer<typeof reproductionReportSchema>;

/** Of the differing rows, as many are kept. */
export const mostRowsShown = 200;
