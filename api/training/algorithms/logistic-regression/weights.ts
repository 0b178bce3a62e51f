import type { DesignMatrix } from "../linear/design-matrix.ts";

/** What was learned of each class: its weights of the columns, then its intercept. */
export interface Weights {
  classes: number;
  width: number;
  /** classes × (width + 1). Of two classes the first one's are all 0. */
  values: Float64Array;
}

/** Where the free parameters stand among the weights; the others are 0. */
export interface Layout {
  /** Free parameters. */
  size: number;
  /** The number of the parameter at [class × (width + 1) + column]; −1 where the weight is fixed. */
  parameterAt: Int32Array;
  /** Of each parameter, where it stands; ascending. */
  positionOf: Int32Array;
  /** Of each parameter, 1 when the penalty counts it: intercepts are free. */
  penalised: Uint8Array;
}

/**
 * Two classes have one set of weights, the second's, measured against the first. Of more each has weights of its own, which the penalty
 * makes unique; their intercepts are unique once the first is fixed at 0. So are scikit-learn's objectives for two and for more.
 */
export function layoutOf(classes: number, width: number): Layout {
  const stride = width + 1;
  const parameterAt = new Int32Array(classes * stride).fill(-1);
  const positionOf: number[] = [];
  const penalised: number[] = [];
  for (let code = classes === 2 ? 1 : 0; code < classes; code += 1) {
    for (let column = 0; column < stride; column += 1) {
      if (column === width && code === 0) continue;
      parameterAt[code * stride + column] = positionOf.length;
      positionOf.push(code * stride + column);
      penalised.push(column === width ? 0 : 1);
    }
  }
  return {
    size: positionOf.length,
    parameterAt,
    positionOf: Int32Array.from(positionOf),
    penalised: Uint8Array.from(penalised),
  };
}

/** The weights that free parameters make. */
export function weightsOf(layout: Layout, parameters: Float64Array, classes: number, width: number): Weights {
  const values = new Float64Array(classes * (width + 1));
  for (let index = 0; index < layout.size; index += 1) {
    values[layout.positionOf[index] as number] = parameters[index] as number;
  }
  return { classes, width, values };
}

/** The weight of a column in a class's score; at `width` the intercept. */
export function weightOf({ width, values }: Weights, code: number, column: number): number {
  return values[code * (width + 1) + column] as number;
}

/** Fills `shares` with a row's class probabilities: the softmax of its scores. */
export function softmaxRow(x: DesignMatrix, weights: Weights, row: number, shares: Float64Array): void {
  scoreRow(x, weights, row, shares);
  let largest = Number.NEGATIVE_INFINITY;
  for (let code = 0; code < weights.classes; code += 1) largest = Math.max(largest, shares[code] as number);
  let sum = 0;
  for (let code = 0; code < weights.classes; code += 1) {
    const share = Math.exp((shares[code] as number) - largest);
    shares[code] = share;
    sum += share;
  }
  for (let code = 0; code < weights.classes; code += 1) shares[code] = (shares[code] as number) / sum;
}

/** −log of the probability of class `code`, without under- or overflow. `scratch` has room for a number a class. */
export function rowLoss(x: DesignMatrix, weights: Weights, row: number, code: number, scratch: Float64Array): number {
  scoreRow(x, weights, row, scratch);
  const own = scratch[code] as number;
  let largest = Number.NEGATIVE_INFINITY;
  let best = 0;
  for (let other = 0; other < weights.classes; other += 1) {
    if ((scratch[other] as number) > largest) {
      largest = scratch[other] as number;
      best = other;
    }
  }
  let rest = 0;
  for (let other = 0; other < weights.classes; other += 1) {
    if (other !== best) rest += Math.exp((scratch[other] as number) - largest);
  }
  return largest - own + Math.log1p(rest);
}

/** The classes' scores of a row: of two classes 0 and the log-odds. */
function scoreRow(x: DesignMatrix, { classes, width, values }: Weights, row: number, scores: Float64Array): void {
  const start = row * x.perRow;
  const end = start + x.perRow;
  for (let code = 0; code < classes; code += 1) {
    const from = code * (width + 1);
    let score = values[from + width] as number;
    for (let a = start; a < end; a += 1) {
      score += (values[from + (x.columns[a] as number)] as number) * (x.values[a] as number);
    }
    scores[code] = score;
  }
}
