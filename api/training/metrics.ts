import type { Examples } from "../datasets/training-examples.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import type { Metric } from "../models/metric.ts";
import type { FittedModel } from "./algorithms/trainer.ts";
import { classificationMetrics, majorityBaseline } from "./classification-metrics.ts";
import { meanBaseline, regressionMetrics } from "./regression-metrics.ts";

/**
 * What a model is worth: its metrics on the holdout, there beside them (as `baseline_…`) those of who knows nothing but the training
 * part's target, and its metrics on the training part. Names and meanings: api/models/definitions/metric-kinds.ts.
 */
export function evaluate(
  fitted: Pick<FittedModel, "predict">,
  { target, task }: Pick<ModelDefinition, "target" | "task">,
  { train, test }: { train: Examples; test: Examples },
): Metric[] {
  if (task === "REGRESSION") {
    const metrics = (part: Examples, split: Metric["split"]) =>
      regressionMetrics({ target: part.target, predicted: fitted.predict(part.features, part.count) }, split);
    return [...metrics(test, "holdout"), ...meanBaseline(train.target, test.target), ...metrics(train, "train")];
  }
  const classes = target.classes?.length ?? 0;
  const metrics = (part: Examples, split: Metric["split"]) =>
    classificationMetrics(
      { target: part.target, probabilities: fitted.predict(part.features, part.count), classes },
      split,
    );
  return [
    ...metrics(test, "holdout"),
    ...majorityBaseline(train.target, test.target, classes),
    ...metrics(train, "train"),
  ];
}
