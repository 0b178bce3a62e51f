import { InvalidInputError } from "../../../platform/errors.ts";
import { solveCholesky } from "./cholesky.ts";
import type { DesignMatrix } from "./design-matrix.ts";

export interface NewtonOptions {
  /** Inverse strength of the L2 penalty. */
  C: number;
  maxIterations: number;
  /** Called often; gives other work its turn, and throws when the training was cancelled. */
  pace(): Promise<void> | undefined;
  onIteration(iteration: {
    iteration: number;
    meanLoss: number;
    gradientNorm: number;
    fraction: number;
  }): Promise<void>;
}

/** Weights of the columns, then the intercept. */
export type Weights = Float64Array;

/** The gradient's norm at which the optimum counts as reached, for C ≤ 1; for a larger C it grows with the objective. */
const tolerance = 1e-10;
const rowsBetweenPaces = 2_048;
const mostHalvings = 50;

/**
 * L2-penalised logistic regression for two classes: minimises ½‖w‖² + C·Σ log-loss, the intercept without penalty (scikit-learn's
 * objective), by Newton's method with a backtracking line search. The objective is strictly convex, so there is one optimum.
 * @param y 0 or 1 a row
 * @returns the weights, then the intercept
 * @throws {InvalidInputError} when the optimum is not reached within maxIterations
 */
export async function fitNewton(x: DesignMatrix, y: ArrayLike<number>, options: NewtonOptions): Promise<Weights> {
  const { C, maxIterations, pace } = options;
  const goal = tolerance * Math.max(1, C);
  let weights: Weights = new Float64Array(x.width + 1);
  let firstNorm = 0;
  let smallestNorm = Number.POSITIVE_INFINITY;
  let stalled = 0;
  for (let iteration = 0; ; iteration += 1) {
    const { objective, gradient, hessian } = await derivatives(x, y, weights, C, pace);
    const gradientNorm = Math.hypot(...gradient);
    if (iteration === 0) firstNorm = Math.max(gradientNorm, goal);
    // Where rounding is all that is left, the norm stops falling: that is the optimum, as near as float64 knows it.
    stalled = gradientNorm < smallestNorm / 2 ? 0 : stalled + 1;
    smallestNorm = Math.min(smallestNorm, gradientNorm);
    const atRounding = stalled >= 3 && gradientNorm < firstNorm * 1e-9;
    const done = gradientNorm <= goal || atRounding;
    const fraction = done ? 1 : 1 - Math.log(Math.min(gradientNorm, firstNorm) / goal) / Math.log(firstNorm / goal + 1);
    const meanLoss = (objective - penalty(weights)) / C / x.rows;
    await options.onIteration({
      iteration,
      meanLoss,
      gradientNorm,
      fraction: Math.max(fraction, 0),
    });
    if (done) return weights;
    if (iteration >= maxIterations) {
      throw new InvalidInputError(
        `Logistic regression did not reach its optimum in ${maxIterations} iterations. Give it more (maxIterations), or a smaller C.`,
      );
    }
    const step = gradient.map((value) => -value);
    if (!solveCholesky(hessian, step)) {
      throw new InvalidInputError(`The data can't be told apart in float64 with C = ${C}. Choose a smaller C.`);
    }
    weights = await search(x, y, weights, step, {
      C,
      objective,
      slope: dot(gradient, step),
      pace,
    });
  }
}

/** The longest of the steps 1, ½, ¼ … that lowers the objective enough (Armijo). */
async function search(
  x: DesignMatrix,
  y: ArrayLike<number>,
  from: Weights,
  step: Float64Array,
  {
    C,
    objective,
    slope,
    pace,
  }: {
    C: number;
    objective: number;
    slope: number;
    pace: NewtonOptions["pace"];
  },
): Promise<Weights> {
  const full = from.map((value, index) => value + (step[index] as number));
  // Below this the objective's own rounding hides what a step gains; Newton's full step is right there.
  if (-slope < 1e-10 * (1 + Math.abs(objective))) return full;
  let length = 1;
  let candidate = full;
  for (let halvings = 0; halvings < mostHalvings; halvings += 1) {
    const value = await objectiveAt(x, y, candidate, C, pace);
    if (value <= objective + 1e-4 * length * slope) break;
    length /= 2;
    candidate = from.map((weight, index) => weight + length * (step[index] as number));
  }
  return candidate;
}

async function derivatives(
  x: DesignMatrix,
  y: ArrayLike<number>,
  weights: Weights,
  C: number,
  pace: NewtonOptions["pace"],
) {
  const { rows, width, perRow, columns, values } = x;
  const n = width + 1;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  let loss = 0;
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsBetweenPaces === 0) await pace();
    const z = linear(x, weights, row);
    const label = y[row] as number;
    loss += logLoss(z, label);
    const p = sigmoid(z);
    const residual = C * (p - label);
    const curvature = C * p * (1 - p);
    const start = row * perRow;
    for (let a = start; a < start + perRow; a += 1) {
      const column = columns[a] as number;
      const value = values[a] as number;
      add(gradient, column, residual * value);
      add(hessian, width * n + column, curvature * value);
      for (let b = start; b < start + perRow; b += 1) {
        const other = columns[b] as number;
        if (other <= column) add(hessian, column * n + other, curvature * value * (values[b] as number));
      }
    }
    add(gradient, width, residual);
    add(hessian, width * n + width, curvature);
  }
  for (let column = 0; column < width; column += 1) {
    add(gradient, column, weights[column] as number);
    add(hessian, column * n + column, 1);
  }
  return { objective: penalty(weights) + C * loss, gradient, hessian };
}

async function objectiveAt(
  x: DesignMatrix,
  y: ArrayLike<number>,
  weights: Weights,
  C: number,
  pace: NewtonOptions["pace"],
) {
  let loss = 0;
  for (let row = 0; row < x.rows; row += 1) {
    if (row % rowsBetweenPaces === 0) await pace();
    loss += logLoss(linear(x, weights, row), y[row] as number);
  }
  return penalty(weights) + C * loss;
}

/** The log-odds of a row. */
export function linear({ width, perRow, columns, values }: DesignMatrix, weights: Weights, row: number): number {
  let z = weights[width] as number;
  const end = (row + 1) * perRow;
  for (let a = row * perRow; a < end; a += 1) z += (weights[columns[a] as number] as number) * (values[a] as number);
  return z;
}

/** 1 / (1 + e⁻ᶻ) without overflow. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
}

function logLoss(z: number, label: number): number {
  return Math.max(z, 0) - label * z + Math.log1p(Math.exp(-Math.abs(z)));
}

/** ½‖w‖², without the intercept, which is last. */
function penalty(weights: Weights): number {
  let sum = 0;
  for (let i = 0; i < weights.length - 1; i += 1) sum += (weights[i] as number) ** 2;
  return sum / 2;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
}

function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] as number) + amount;
}
