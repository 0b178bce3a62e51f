import type { Metric as MetricShape } from "../../../models/metric.ts";
import { builder } from "../builder.ts";

export const Metric = builder.objectRef<MetricShape>("Metric").implement({
  fields: (t) => ({
    name: t.exposeString("name", {
      description:
        "Of a classification: accuracy, log_loss, roc_auc (of more than two classes: each against the rest, the mean), and baseline_accuracy and baseline_log_loss of guessing by how often the classes occur. Of a regression: rmse and mae in the target's unit, r2, and baseline_rmse and baseline_mae of always guessing the mean.",
    }),
    value: t.exposeFloat("value"),
    split: t.exposeString("split", {
      description:
        "holdout: the rows that training never saw; train: those it did; logged: as the program told that trained the model elsewhere.",
    }),
  }),
});
