import { z } from "zod";
import { defineRead } from "../actions/define-action.ts";
import { namedAlias } from "../models/aliases.ts";
import { modelName, versionNumber } from "../models/inputs.ts";
import type { PredictionResult } from "./predictor.ts";

/** Predicts from features. Changes nothing. */
export const predict = defineRead({
  name: "predict",
  title: "Predict",
  description:
    "Predicts from features: by the version that is named, or that an alias points to, else by the model's production version, else by the active model.",
  permission: "predictions:make",
  input: z.object({
    model: modelName.nullish(),
    version: versionNumber.nullish(),
    alias: namedAlias.nullish(),
    features: z.unknown(),
  }),
  read: ({ services }, { model, version, alias, features }): Promise<PredictionResult> =>
    services.predictor.predict({
      model: model ?? undefined,
      version: version ?? undefined,
      alias: alias ?? undefined,
      features,
    }),
});
