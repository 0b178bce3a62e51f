import type { MetricCurve } from "../../../tracking/metric-curve.ts";
import type { Measurement } from "../../../tracking/metrics.ts";
import { builder } from "../builder.ts";

/** The furthest that a time of JavaScript can be from 1970. */
const latestTime = 8.64e15;

export const LoggedMetric = builder.objectRef<Measurement>("LoggedMetric").implement({
  description: "A measurement of a run, as its program told it.",
  fields: (t) => ({
    key: t.exposeString("key"),
    value: t.float({
      nullable: true,
      description: "Null where it is no number that JSON has: see text.",
      resolve: ({ value }) => (Number.isFinite(value) ? value : null),
    }),
    text: t.string({
      description: 'The value as text: also "NaN", "Infinity" and "-Infinity".',
      resolve: ({ value }) => String(value),
    }),
    step: t.float({ description: "A whole number.", resolve: ({ step }) => Number(step) }),
    at: t.field({
      type: "DateTime",
      nullable: true,
      description: "By the program's clock; null where that told no time that can be.",
      resolve: ({ at }) => (Math.abs(Number(at)) <= latestTime ? new Date(Number(at)) : null),
    }),
    dataset: t.string({
      nullable: true,
      description: "The name of the data set that it was measured on, where the program told.",
      resolve: ({ datasetName }) => datasetName ?? null,
    }),
  }),
});

export const MetricHistory = builder.objectRef<MetricCurve>("MetricHistory").implement({
  description: "How a metric of a run went.",
  fields: (t) => ({
    count: t.exposeInt("count", { description: "How many measurements were told." }),
    points: t.field({
      type: [LoggedMetric],
      description: "Some of them, evenly spread, with the first and the last; by step and time.",
      resolve: ({ points }) => points,
    }),
  }),
});
