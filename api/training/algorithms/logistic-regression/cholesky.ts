/**
 * Solves A·x = b for a symmetric, positive definite A by Cholesky's factorisation, in place.
 * @param a n × n, row by row; its lower triangle is read and becomes the factor
 * @param b n numbers; becomes x
 * @returns false when A is not positive definite in float64; b is of no use then
 */
export function solveCholesky(a: Float64Array, b: Float64Array): boolean {
  const n = b.length;
  const at = (row: number, column: number) => a[row * n + column] as number;
  for (let row = 0; row < n; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row, column);
      for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
      if (row !== column) a[row * n + column] = sum / at(column, column);
      else if (sum > 0) a[row * n + row] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let row = 0; row < n; row += 1) {
    let sum = b[row] as number;
    for (let k = 0; k < row; k += 1) sum -= at(row, k) * (b[k] as number);
    b[row] = sum / at(row, row);
  }
  for (let row = n - 1; row >= 0; row -= 1) {
    let sum = b[row] as number;
    for (let k = row + 1; k < n; k += 1) sum -= at(k, row) * (b[k] as number);
    b[row] = sum / at(row, row);
  }
  return true;
}
