import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { Gate } from "../actions/define-action.ts";
import { compareWithBaseline, type Measured, metricKinds } from "./definitions/metric-kinds.ts";

/**
 * A version goes into production only when it is better, on the rows held out, than knowing nothing but the target: by log loss for a
 * classification, by RMSE for a regression. None for a version that was not measured so.
 */
export function baselineGate({ task, name }: Model, { version, metrics }: ModelVersion): Gate[] {
  const stored: readonly unknown[] = Array.isArray(metrics) ? metrics : [];
  const compared = compareWithBaseline(task, stored.filter(isMeasured));
  if (!compared) return [];
  const { title } = metricKinds[compared.metric];
  const nothing = task === "REGRESSION" ? "always saying the mean" : "guessing by how often each class occurs";
  const figures = `${title} ${short(compared.value)}, against ${short(compared.baseline)} of ${nothing}`;
  return [
    {
      name: "baseline",
      passed: compared.beaten,
      detail: compared.beaten
        ? `Version ${version} beats its baseline on the rows held out: ${figures}.`
        : `Version ${version} of ${name} does not beat its baseline on the rows held out: ${figures}. Train another one first.`,
    },
  ];
}

function short(value: number): number {
  return Number(value.toPrecision(3));
}

function isMeasured(metric: unknown): metric is Measured {
  return (
    typeof metric === "object" &&
    metric !== null &&
    "name" in metric &&
    typeof metric.name === "string" &&
    "value" in metric &&
    typeof metric.value === "number" &&
    "split" in metric &&
    typeof metric.split === "string"
  );
}
