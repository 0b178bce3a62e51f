import type { Metric as MetricShape } from "../../../chat/reply.ts";
import { builder } from "../builder.ts";

export const Metric = builder.objectRef<MetricShape>("Metric").implement({
  fields: (t) => ({
    name: t.exposeString("name", {
      description:
        "accuracy, log_loss, roc_auc; baseline_accuracy and baseline_log_loss of always guessing the majority class.",
    }),
    value: t.exposeFloat("value"),
    split: t.exposeString("split", { description: "holdout: the rows that training never saw; train: those it did." }),
  }),
});
