import { InvalidInputError } from "../platform/errors.ts";

export const smallestTestSize = 0.05;
export const largestTestSize = 0.95;

/** The rule, as everybody tells it. */
export const testSizeRule = `The part of the rows that is held out for the test must be between ${smallestTestSize} and ${largestTestSize}: 0.3 holds out 30% of the rows.`;

/** @throws {InvalidInputError} unless it is a fraction that can be held out */
export function checkTestSize(testSize: number): void {
  if (testSize >= smallestTestSize && testSize <= largestTestSize) return;
  throw new InvalidInputError(testSizeRule, [{ path: "testSize", message: testSizeRule }]);
}
