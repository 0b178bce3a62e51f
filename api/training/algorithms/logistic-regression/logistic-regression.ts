import { z } from "zod";
import { InvalidInputError } from "../../../platform/errors.ts";
import { namedCoefficients } from "../linear/coefficients.ts";
import { encode, fitEncoding } from "../linear/design-matrix.ts";
import { pacer } from "../pacer.ts";
import { type FittedModel, parseParamsWith, type Trainer } from "../trainer.ts";
import { fitNewton } from "./newton.ts";
import { logisticRegressionGraph } from "./to-onnx.ts";
import { softmaxRow, weightOf } from "./weights.ts";

const paramsSchema = z.strictObject({
  /** Inverse strength of the L2 penalty, as scikit-learn's C. */
  C: z.number("must be a number").gt(0, "must be above 0").max(1e6, "must be at most 1000000").default(1),
  maxIterations: z
    .int("must be a whole number")
    .min(1, "must be at least 1")
    .max(10_000, "must be at most 10000")
    .default(100),
});

/**
 * Logistic regression with an L2 penalty, for two classes or (multinomial) more. It finds the optimum of scikit-learn's
 * `make_pipeline(ColumnTransformer([OneHotEncoder(), StandardScaler()]), LogisticRegression(C=1))`: every category has a column, and
 * numbers are standardised by the training rows' means and population deviations, so that the penalty does not depend on their
 * units. Both are part of the ONNX graph, which takes the raw values.
 */
export const logisticRegression: Trainer = {
  title: "logistic regression",
  tasks: ["BINARY_CLASSIFICATION", "MULTICLASS_CLASSIFICATION"],
  parseParams: (raw) => parseParamsWith(paramsSchema, raw),
  async train({ examples, definition, params, signal, onProgress }): Promise<FittedModel> {
    const { C, maxIterations } = paramsSchema.parse(params);
    const classes = definition.target.classes?.map((item) => item.value) ?? [];
    if (classes.some((_, code) => !examples.target.includes(code))) {
      throw new InvalidInputError(`The data has no row of some class of ${definition.name} (${classes.join(", ")}).`);
    }
    const encoding = fitEncoding(examples.features);
    const x = encode(encoding, examples.features, examples.count);
    const weights = await fitNewton(x, examples.target, classes.length, {
      C,
      maxIterations,
      pace: pacer(signal),
      onIteration: ({ iteration, meanLoss, fraction }) =>
        onProgress({
          fraction,
          message: `Iteration ${iteration}: log loss ${meanLoss.toFixed(6)} on the training rows`,
          loss: { name: "log_loss", value: meanLoss },
        }),
    });
    return {
      predict(features, count) {
        const rows = encode(encoding, features, count);
        const probabilities = new Float64Array(classes.length * count);
        for (let row = 0; row < count; row += 1) {
          softmaxRow(rows, weights, row, probabilities.subarray(row * classes.length, (row + 1) * classes.length));
        }
        return probabilities;
      },
      toOnnx: () => logisticRegressionGraph(encoding, weights, classes),
      coefficients: () =>
        classes.flatMap((name, code) =>
          // Of two classes the first one's weights are all 0.
          classes.length === 2 && code === 0
            ? []
            : namedCoefficients(encoding, (column) => weightOf(weights, code, column), name),
        ),
    };
  },
};
