import { z } from "zod";
import { namedCoefficients } from "../linear/coefficients.ts";
import { encode, fitEncoding } from "../linear/design-matrix.ts";
import { pacer } from "../pacer.ts";
import { type FittedModel, parseParamsWith, type Trainer, type TrainerInput } from "../trainer.ts";
import { fitLeastSquares, predictRow } from "./least-squares.ts";
import { linearGraph } from "./to-onnx.ts";

const ridgeParams = z.strictObject({
  /** Strength of the L2 penalty, as scikit-learn's alpha. */
  alpha: z.number("must be a number").gt(0, "must be above 0").max(1e9, "must be at most 1000000000").default(1),
});
const noParams = z.strictObject({});

/**
 * Least squares with an L2 penalty. It finds the optimum of scikit-learn's
 * `make_pipeline(ColumnTransformer([OneHotEncoder(), StandardScaler()]), Ridge(alpha=1))`: every category has a column, and numbers
 * are standardised by the training rows' means and population deviations. Both are part of the ONNX graph, which takes the raw
 * values.
 */
export const ridgeRegression: Trainer = {
  title: "ridge regression",
  tasks: ["REGRESSION"],
  parseParams: (raw) => parseParamsWith(ridgeParams, raw),
  train: (input) => trainLinear(input, ridgeParams.parse(input.params).alpha),
};

/** Ordinary least squares: the same without a penalty, as scikit-learn's LinearRegression predicts. */
export const linearRegression: Trainer = {
  title: "linear regression",
  tasks: ["REGRESSION"],
  parseParams: (raw) => parseParamsWith(noParams, raw),
  train: (input) => trainLinear(input, 0),
};

async function trainLinear({ examples, signal, onProgress }: TrainerInput, alpha: number): Promise<FittedModel> {
  const encoding = fitEncoding(examples.features);
  const x = encode(encoding, examples.features, examples.count);
  const fit = await fitLeastSquares(x, examples.target, alpha, pacer(signal));
  let squares = 0;
  for (let row = 0; row < x.rows; row += 1)
    squares += (predictRow(x, fit, row) - (examples.target[row] as number)) ** 2;
  const error = Number(Math.sqrt(squares / x.rows).toPrecision(6));
  const message = `Solved for ${x.width} columns: RMSE ${error} on the training rows`;
  await onProgress({ fraction: 1, message, loss: { name: "rmse", value: error } });
  return {
    predict(features, count) {
      const rows = encode(encoding, features, count);
      return Float64Array.from({ length: count }, (_, row) => predictRow(rows, fit, row));
    },
    toOnnx: () => linearGraph(encoding, fit),
    coefficients: () =>
      namedCoefficients(
        encoding,
        (column) => (column === encoding.width ? fit.intercept : (fit.weights[column] as number)),
        null,
      ),
  };
}
