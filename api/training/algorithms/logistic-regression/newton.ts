import { InvalidInputError } from "../../../platform/errors.ts";
import { solveCholesky } from "../linear/cholesky.ts";
import type { DesignMatrix } from "../linear/design-matrix.ts";
import { type Layout, layoutOf, rowLoss, softmaxRow, type Weights, weightsOf } from "./weights.ts";

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

/** What is fitted: `y` is the class (0, 1 …) of each row of `x`. */
interface Problem {
  x: DesignMatrix;
  y: ArrayLike<number>;
  classes: number;
  layout: Layout;
  C: number;
  pace: NewtonOptions["pace"];
}

/** The gradient's norm at which the optimum counts as reached, for C ≤ 1; for a larger C it grows with the objective. */
const tolerance = 1e-10;
const rowsBetweenPaces = 2_048;
const mostHalvings = 50;
/** A step solves a dense system of so many unknowns: a thousand take a fifth of a second and 8 MB. */
const mostParameters = 1_000;

/**
 * L2-penalised logistic regression: minimises ½‖w‖² + C·Σ log-loss, the intercepts without penalty (scikit-learn's objective; of more
 * than two classes the multinomial one), by Newton's method with a backtracking line search. The objective is strictly convex in
 * its free parameters, so there is one optimum.
 * @param y the class of each row: 0 … classes − 1
 * @throws {InvalidInputError} when the optimum is not reached within maxIterations, or there are more than 1,000 weights
 */
export async function fitNewton(
  x: DesignMatrix,
  y: ArrayLike<number>,
  classes: number,
  options: NewtonOptions,
): Promise<Weights> {
  const { C, maxIterations, pace } = options;
  const layout = layoutOf(classes, x.width);
  if (layout.size > mostParameters) {
    throw new InvalidInputError(
      `Logistic regression would learn ${layout.size} weights (columns times classes), and learns at most ${mostParameters}. Leave out features with many categories.`,
    );
  }
  const problem: Problem = { x, y, classes, layout, C, pace };
  const goal = tolerance * Math.max(1, C);
  let parameters = new Float64Array(layout.size);
  let firstNorm = 0;
  let smallestNorm = Number.POSITIVE_INFINITY;
  let stalled = 0;
  for (let iteration = 0; ; iteration += 1) {
    const { objective, gradient, hessian } = await derivatives(problem, parameters);
    const gradientNorm = Math.hypot(...gradient);
    if (iteration === 0) firstNorm = Math.max(gradientNorm, goal);
    // Where rounding is all that is left, the norm stops falling: that is the optimum, as near as float64 knows it.
    stalled = gradientNorm < smallestNorm / 2 ? 0 : stalled + 1;
    smallestNorm = Math.min(smallestNorm, gradientNorm);
    const atRounding = stalled >= 3 && gradientNorm < firstNorm * 1e-9;
    const done = gradientNorm <= goal || atRounding;
    const fraction = done ? 1 : 1 - Math.log(Math.min(gradientNorm, firstNorm) / goal) / Math.log(firstNorm / goal + 1);
    const meanLoss = (objective - penalty(layout, parameters)) / C / x.rows;
    await options.onIteration({
      iteration,
      meanLoss,
      gradientNorm,
      fraction: Math.max(fraction, 0),
    });
    if (done) return weightsOf(layout, parameters, classes, x.width);
    if (iteration >= maxIterations) {
      throw new InvalidInputError(
        `Logistic regression did not reach its optimum in ${maxIterations} iterations. Give it more (maxIterations), or a smaller C.`,
      );
    }
    const step = gradient.map((value) => -value);
    if (!solveCholesky(hessian, step)) {
      throw new InvalidInputError(`The data can't be told apart in float64 with C = ${C}. Choose a smaller C.`);
    }
    parameters = await search(problem, parameters, step, { objective, slope: dot(gradient, step) });
  }
}

/** The longest of the steps 1, ½, ¼ … that lowers the objective enough (Armijo). */
async function search(
  problem: Problem,
  from: Float64Array,
  step: Float64Array,
  { objective, slope }: { objective: number; slope: number },
): Promise<Float64Array<ArrayBuffer>> {
  const stepped = (length: number) =>
    Float64Array.from(from, (value, index) => value + length * (step[index] as number));
  const full = stepped(1);
  // Below this the objective's own rounding hides what a step gains; Newton's full step is right there.
  if (-slope < 1e-10 * (1 + Math.abs(objective))) return full;
  let length = 1;
  let candidate = full;
  for (let halvings = 0; halvings < mostHalvings; halvings += 1) {
    const value = await objectiveAt(problem, candidate);
    if (value <= objective + 1e-4 * length * slope) break;
    length /= 2;
    candidate = stepped(length);
  }
  return candidate;
}

async function derivatives({ x, y, classes, layout, C, pace }: Problem, parameters: Float64Array) {
  const { rows, width, perRow } = x;
  const { size, parameterAt, penalised } = layout;
  const weights = weightsOf(layout, parameters, classes, width);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const shares = new Float64Array(classes);
  // A row's entries, the intercept's 1 after those of the columns; and for each class where they stand among the parameters.
  const entries = perRow + 1;
  const inputs = new Float64Array(entries).fill(1);
  const places = new Int32Array(classes * entries);
  let loss = 0;
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsBetweenPaces === 0) await pace();
    const label = y[row] as number;
    loss += rowLoss(x, weights, row, label, shares);
    softmaxRow(x, weights, row, shares);
    for (let a = 0; a < entries; a += 1) {
      const column = a < perRow ? (x.columns[row * perRow + a] as number) : width;
      if (a < perRow) inputs[a] = x.values[row * perRow + a] as number;
      for (let code = 0; code < classes; code += 1) {
        places[code * entries + a] = parameterAt[code * (width + 1) + column] as number;
      }
    }
    for (let code = 0; code < classes; code += 1) {
      const share = shares[code] as number;
      const residual = C * (share - (code === label ? 1 : 0));
      for (let a = 0; a < entries; a += 1) {
        const place = places[code * entries + a] as number;
        if (place < 0) continue;
        const input = inputs[a] as number;
        add(gradient, place, residual * input);
        for (let other = 0; other <= code; other += 1) {
          const curvature = C * share * ((other === code ? 1 : 0) - (shares[other] as number)) * input;
          for (let b = 0; b < entries; b += 1) {
            const otherPlace = places[other * entries + b] as number;
            if (otherPlace < 0 || otherPlace > place) continue;
            add(hessian, place * size + otherPlace, curvature * (inputs[b] as number));
          }
        }
      }
    }
  }
  for (let index = 0; index < size; index += 1) {
    if (!penalised[index]) continue;
    add(gradient, index, parameters[index] as number);
    add(hessian, index * size + index, 1);
  }
  return { objective: penalty(layout, parameters) + C * loss, gradient, hessian };
}

async function objectiveAt({ x, y, classes, layout, C, pace }: Problem, parameters: Float64Array): Promise<number> {
  const weights = weightsOf(layout, parameters, classes, x.width);
  const scratch = new Float64Array(classes);
  let loss = 0;
  for (let row = 0; row < x.rows; row += 1) {
    if (row % rowsBetweenPaces === 0) await pace();
    loss += rowLoss(x, weights, row, y[row] as number, scratch);
  }
  return penalty(layout, parameters) + C * loss;
}

/** ½‖w‖², without the intercepts. */
function penalty({ penalised }: Layout, parameters: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < parameters.length; index += 1) {
    if (penalised[index]) sum += (parameters[index] as number) ** 2;
  }
  return sum / 2;
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);
}

function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] as number) + amount;
}
