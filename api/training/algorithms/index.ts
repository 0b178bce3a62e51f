import { InvalidInputError } from "../../platform/errors.ts";
import { logisticRegression } from "./logistic-regression/logistic-regression.ts";
import type { Trainer } from "./trainer.ts";

export const algorithmNames = ["logistic_regression"] as const;
export type AlgorithmName = (typeof algorithmNames)[number];

/** Every algorithm that models can be trained with. */
export const trainers = {
  logistic_regression: logisticRegression,
} satisfies Record<AlgorithmName, Trainer>;

/** @throws {InvalidInputError} naming those that there are */
export function trainerOf(algorithm: string): Trainer {
  const name = algorithmNames.find((known) => known === algorithm);
  if (name) return trainers[name];
  const message = `There is no algorithm called "${algorithm.slice(0, 80)}". Known here: ${algorithmNames.join(", ")}.`;
  throw new InvalidInputError(message, [{ path: "algorithm", message }]);
}
