/**
 * Solves A·x = b for a symmetric, positive definite A by Cholesky's factorisation, in place.
 * @param a n × n, row by row; its lower triangle is read and becomes the factor
 * @param b n numbers; becomes x
 * @returns false when A is not positive definite in float64; b is of no use then
 */
export function solveCholesky(a: Float64Array, b: Float64Array): boolean {
  const aliased = factorise(a, b.length, 0);
  if (aliased.includes(1)) return false;
  substitute(a, b);
  return true;
}

/** A pivot that is at most this part of its diagonal is rounding: the unknown's column depends on those before it. */
const dependence = 1e-10;

/**
 * Solves A·x = b for a symmetric, positive semidefinite A (a Gram matrix) in place: an unknown whose column depends on those before it
 * is 0, as in R's lm.
 */
export function solveSemidefinite(a: Float64Array, b: Float64Array): void {
  const aliased = factorise(a, b.length, dependence);
  for (let index = 0; index < b.length; index += 1) if (aliased[index]) b[index] = 0;
  substitute(a, b);
}

/** @returns 1 for each unknown without a pivot: its row and column of the factor are those of the unit matrix */
function factorise(a: Float64Array, n: number, tolerance: number): Uint8Array {
  const aliased = new Uint8Array(n);
  const at = (row: number, column: number) => a[row * n + column] as number;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column < row; column += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      a[row * n + column] = aliased[column] ? 0 : sum / at(column, column);
    }
    const diagonal = at(row, row);
    let pivot = diagonal;
    for (let k = 0; k < row; k += 1) pivot -= at(row, k) ** 2;
    if (pivot > tolerance * diagonal) a[row * n + row] = Math.sqrt(pivot);
    else {
      aliased[row] = 1;
      a.fill(0, row * n, row * n + row);
      a[row * n + row] = 1;
    }
  }
  return aliased;
}

/** Solves L·Lᵀ·x = b for the factor L in `a`'s lower triangle; b becomes x. */
function substitute(a: Float64Array, b: Float64Array): void {
  const n = b.length;
  for (let row = 0; row < n; row += 1) {
    let sum = b[row] as number;
    for (let k = 0; k < row; k += 1) sum -= (a[row * n + k] as number) * (b[k] as number);
    b[row] = sum / (a[row * n + row] as number);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = b[row] as number;
    for (let k = row + 1; k < n; k += 1) sum -= (a[k * n + row] as number) * (b[k] as number);
    b[row] = sum / (a[row * n + row] as number);
  }
}
