import { z } from "zod";
import type { Database, Transaction } from "../../platform/database.ts";
import { type MetricName, metricKinds } from "../definitions/metric-kinds.ts";

const metricNames = Object.keys(metricKinds) as [MetricName, ...MetricName[]];
const bound = z.number().min(-1e12).max(1e12);

/** A bound on a metric of the rows held out. */
const metricBound = z
  .object({
    name: z.string().min(1).max(250),
    atLeast: bound.nullish().transform((value) => value ?? undefined),
    atMost: bound.nullish().transform((value) => value ?? undefined),
  })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, "must have atLeast, atMost or both")
  .refine(
    ({ atLeast, atMost }) => atLeast === undefined || atMost === undefined || atLeast <= atMost,
    "has an atLeast above its atMost",
  );

/** What a version must hold to be promoted, besides that its file can answer and that it beats its baseline. */
export const policyGates = z.object({
  /** Not worse than the version in production, both measured on the rows that both held out. */
  notWorse: z
    .object({
      /** Omitted: the one by which the model's task is decided. */
      metric: z
        .enum(metricNames)
        .nullish()
        .transform((metric) => metric ?? undefined),
      /** By how much it may be worse all the same. */
      tolerance: z.number().min(0).max(1e12).default(0),
    })
    .nullish()
    .transform((notWorse) => notWorse ?? undefined),
  metrics: z
    .array(metricBound)
    .max(20)
    .default([])
    .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, "has a metric twice"),
  /** The ONNX file, run anew on the rows held out, gives the metrics that were registered. */
  parity: z.boolean().default(false),
  /** The version has a description. */
  description: z.boolean().default(false),
});
export type PolicyGates = z.output<typeof policyGates>;

export interface Policy {
  /** 0: never set. */
  revision: number;
  gates: PolicyGates;
  approvals: number;
}

/** The policy of a model; that of one that was never given any asks for nothing more. */
export async function readPolicy(on: Database | Transaction, modelId: string): Promise<Policy> {
  const row = await on.modelPolicy.findUnique({ where: { modelId } });
  if (!row) return { revision: 0, gates: policyGates.parse({}), approvals: 0 };
  return { revision: row.revision, gates: policyGates.parse(row.gates), approvals: row.approvals };
}
