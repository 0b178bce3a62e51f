import { z } from "zod";
import { InvalidInputError } from "../../../platform/errors.ts";
import { pacer } from "../pacer.ts";
import { type FittedModel, parseParamsWith, type Trainer } from "../trainer.ts";
import { encode, fitEncoding } from "./design-matrix.ts";
import { fitNewton, linear, sigmoid } from "./newton.ts";
import { logisticRegressionGraph } from "./to-onnx.ts";

const paramsSchema = z.strictObject({
  /** Inverse strength of the L2 penalty, as scikit-learn's C. */
  C: z.number("must be a number").gt(0, "must be above 0").max(1e6, "must be at most 1000000").default(1),
  maxIterations: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(10_000, "must be at most 10000")
    .default(100),
});

/** Logistic regression for two classes, with an L2 penalty; the same optimum as scikit-learn's. */
export const logisticRegression: Trainer = {
  title: "logistic regression",
  tasks: ["BINARY_CLASSIFICATION"],
  parseParams: (raw) => parseParamsWith(paramsSchema, raw),
  async train({ examples, definition, params, signal, onProgress }): Promise<FittedModel> {
    const { C, maxIterations } = paramsSchema.parse(params);
    const classes = definition.target.classes?.map((item) => item.value) ?? [];
    if (classes.some((_, code) => !examples.target.includes(code))) {
      throw new InvalidInputError(`The data has no row of some class of ${definition.name} (${classes.join(", ")}).`);
    }
    const encoding = fitEncoding(examples.features);
    const weights = await fitNewton(encode(encoding, examples.features, examples.count), examples.target, {
      C,
      maxIterations,
      pace: pacer(signal),
      onIteration: ({ iteration, meanLoss, fraction }) =>
        onProgress({
          fraction,
          message: `Iteration ${iteration}: log loss ${meanLoss.toFixed(6)} on the training rows`,
        }),
    });
    return {
      predict(features, count) {
        const x = encode(encoding, features, count);
        const probabilities = new Float64Array(2 * count);
        for (let row = 0; row < count; row += 1) {
          const p = sigmoid(linear(x, weights, row));
          probabilities[2 * row] = 1 - p;
          probabilities[2 * row + 1] = p;
        }
        return probabilities;
      },
      toOnnx: () => logisticRegressionGraph(encoding, weights, classes),
    };
  },
};
