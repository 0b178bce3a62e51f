/** Each class with its probability, the likeliest first; empty for a regression. */
export function classProbabilities(probabilities: unknown): [name: string, probability: number][] {
  if (typeof probabilities !== "object" || probabilities === null) return [];
  return Object.entries(probabilities)
    .filter((entry): entry is [string, number] => typeof entry[1] === "number")
    .sort(([, one], [, other]) => other - one);
}

/** The probability of a class; undefined for a regression or when there is none. */
export function probabilityOf(probabilities: unknown, value: unknown): number | undefined {
  return classProbabilities(probabilities).find(([name]) => name === String(value))?.[1];
}
