import { runRead } from "../../../actions/run-action.ts";
import { MissingFeaturesError, UnavailableError } from "../../../platform/errors.ts";
import { predict } from "../../../predictions/predict.ts";
import type { PredictionResult } from "../../../predictions/predictor.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { commonErrors } from "./errors.ts";

const Prediction = builder.objectRef<PredictionResult>("Prediction").implement({
  fields: (t) => ({
    model: t.exposeString("model"),
    version: t.exposeInt("version"),
    value: t.field({
      type: "JSON",
      description: "The predicted class, or the number for a regression.",
      resolve: (prediction) => prediction.value,
    }),
    probabilities: t.field({
      type: "JSON",
      nullable: true,
      description: "Class to probability; null for a regression.",
      resolve: (prediction) => prediction.probabilities,
    }),
    features: t.field({ type: "JSON", resolve: (prediction) => prediction.features }),
  }),
});

const PredictInput = builder.inputType("PredictInput", {
  fields: (t) => ({
    model: t.string({ description: "Omitted: the active model." }),
    version: t.int({ description: "Omitted: the version in production." }),
    alias: t.string({ description: "In place of a number: the version that it points to." }),
    features: t.field({ type: "JSON", required: true, description: "Feature to value." }),
  }),
});

builder.mutationField("predict", (t) =>
  t.field({
    type: Prediction,
    description: predict.description,
    errors: { types: [MissingFeaturesError, ...commonErrors, UnavailableError], union: { name: "PredictResult" } },
    args: { input: t.arg({ type: PredictInput, required: true }) },
    resolve: (_parent, { input: { model, version, alias, features } }, context) =>
      runRead(
        predict,
        { model: model ?? undefined, version: version ?? undefined, alias: alias ?? undefined, features },
        scopeOf(context),
      ),
  }),
);
