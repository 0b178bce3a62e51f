import { InvalidInputError } from "../../../platform/errors.ts";
import { solveCholesky, solveSemidefinite } from "../linear/cholesky.ts";
import type { DesignMatrix } from "../linear/design-matrix.ts";

/** A linear function of the columns. */
export interface LinearFit {
  weights: Float64Array;
  intercept: number;
}

/** The Gram matrix of so many columns is solved at once: a thousand take a fifth of a second and 8 MB. */
const mostColumns = 1_000;
const rowsBetweenPaces = 2_048;

/**
 * L2-penalised least squares in closed form: minimises ‖y − X·w − b‖² + alpha·‖w‖², the intercept b without penalty (scikit-learn's
 * Ridge), by the normal equations of the centred data. With alpha = 0 a column that depends on those before it has weight 0.
 * @throws {InvalidInputError} when there are more than 1,000 columns
 */
export async function fitLeastSquares(
  x: DesignMatrix,
  y: Float64Array,
  alpha: number,
  pace: () => Promise<void> | undefined,
): Promise<LinearFit> {
  const { width, rows } = x;
  if (width > mostColumns) {
    throw new InvalidInputError(
      `The features make ${width} columns, and a linear model learns at most ${mostColumns}. Leave out features with many categories.`,
    );
  }
  const { gram, means, moments, meanTarget } = await centredMoments(x, y, pace);
  for (let column = 0; column < width; column += 1) {
    gram[column * width + column] = (gram[column * width + column] as number) + alpha;
  }
  if (alpha === 0) solveSemidefinite(gram, moments);
  else if (!solveCholesky(gram, moments)) {
    throw new InvalidInputError(
      `The data can't be told apart in float64 with alpha = ${alpha}. Choose a larger alpha.`,
    );
  }
  const offset = moments.reduce((sum, weight, column) => sum + weight * (means[column] as number), 0);
  if (!Number.isFinite(meanTarget - offset))
    throw new InvalidInputError(`The ${rows} rows hold numbers that are too large.`);
  return { weights: moments, intercept: meanTarget - offset };
}

/** Xᵀ·X (lower triangle) and Xᵀ·y of the centred columns and target, and their means. */
async function centredMoments(x: DesignMatrix, y: Float64Array, pace: () => Promise<void> | undefined) {
  const { rows, width, perRow, columns, values } = x;
  const gram = new Float64Array(width * width);
  const moments = new Float64Array(width);
  const means = new Float64Array(width);
  const meanTarget = y.reduce((sum, value) => sum + value, 0) / rows;
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsBetweenPaces === 0) await pace();
    const target = (y[row] as number) - meanTarget;
    const start = row * perRow;
    for (let a = start; a < start + perRow; a += 1) {
      const column = columns[a] as number;
      const value = values[a] as number;
      add(means, column, value / rows);
      add(moments, column, value * target);
      for (let b = start; b < start + perRow; b += 1) {
        const other = columns[b] as number;
        if (other <= column) add(gram, column * width + other, value * (values[b] as number));
      }
    }
  }
  // Numbers are standardised and categories 0 or 1, so that taking the means out afterwards loses no digits.
  for (let column = 0; column < width; column += 1) {
    for (let other = 0; other <= column; other += 1) {
      add(gram, column * width + other, -rows * (means[column] as number) * (means[other] as number));
    }
  }
  return { gram, moments, means, meanTarget };
}

/** What the fit says of a row. */
export function predictRow(x: DesignMatrix, { weights, intercept }: LinearFit, row: number): number {
  let value = intercept;
  const end = (row + 1) * x.perRow;
  for (let a = row * x.perRow; a < end; a += 1) {
    value += (weights[x.columns[a] as number] as number) * (x.values[a] as number);
  }
  return value;
}

function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] as number) + amount;
}
