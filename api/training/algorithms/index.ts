import { InvalidInputError } from "../../platform/errors.ts";
import { logisticRegression } from "./logistic-regression/logistic-regression.ts";
import { linearRegression, ridgeRegression } from "./ridge-regression/ridge-regression.ts";
import type { Trainer } from "./trainer.ts";

export const algorithmNames = ["logistic_regression", "ridge_regression", "linear_regression"] as const;
export type AlgorithmName = (typeof algorithmNames)[number];

/** Every algorithm that models can be trained with. */
export const trainers = {
  logistic_regression: logisticRegression,
  ridge_regression: ridgeRegression,
  linear_regression: linearRegression,
} satisfies Record<AlgorithmName, Trainer>;

/** The names of the algorithms that can learn a task. */
export function algorithmsFor(task: Trainer["tasks"][number]): AlgorithmName[] {
  return algorithmNames.filter((name) => trainers[name].tasks.includes(task));
}

/** @throws {InvalidInputError} naming those that there are */
export function trainerOf(algorithm: string): Trainer {
  const name = algorithmNames.find((known) => known === algorithm);
  if (name) return trainers[name];
  const message = `There is no algorithm called "${algorithm.slice(0, 80)}". Known here: ${algorithmNames.join(", ")}.`;
  throw new InvalidInputError(message, [{ path: "algorithm", message }]);
}
