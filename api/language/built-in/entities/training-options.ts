import { PhraseIndex } from "../text/phrases.ts";
import type { Token } from "../text/tokenise.ts";

/** Canonical names of algorithms, as people say them. */
const spoken: Record<string, readonly string[]> = {
  logistic_regression: [
    "logistic regression",
    "logistic",
    "logit",
    "logreg",
    "log reg",
    "multinomial logistic regression",
    "multinomial",
  ],
  ridge_regression: ["ridge regression", "ridge", "linear regression", "linear model"],
  gradient_boosting: [
    "gradient boosting",
    "gradient boosted trees",
    "boosted trees",
    "boosting",
    "gbm",
    "gbt",
    "gbdt",
    "xgboost",
    "lightgbm",
    "gradient boost",
  ],
  random_forest: ["random forest", "random forests", "rf", "forest"],
  decision_tree: ["decision tree", "decision trees", "tree"],
  neural_network: ["neural network", "neural net", "neural networks", "mlp", "deep learning"],
};

const algorithms = new PhraseIndex<string>();
for (const [name, phrases] of Object.entries(spoken))
  for (const phrase of [...phrases, name]) algorithms.add(phrase.replaceAll("_", " "), name);

/** A value with the tokens that say it, both included. */
export interface OptionReading<T> {
  value: T;
  first: number;
  last: number;
}

/** The algorithm that is named in tokens `from` to `to`, or undefined. */
export function readAlgorithm(tokens: readonly Token[], from: number, to: number): OptionReading<string> | undefined {
  const [match] = algorithms.find(tokens, from, to).sort((a, b) => b.length - a.length);
  return match && { value: match.value, first: match.first, last: match.last };
}

/** "seed 42", "random seed = 7", "with a seed of 3": an integer of at most 9 digits. */
export function readSeed(tokens: readonly Token[], from: number, to: number): OptionReading<number> | undefined {
  for (let index = from; index < to; index += 1) {
    const isState = tokens[index]?.norm === "state" && /^(random|_)$/.test(tokens[index - 1]?.norm ?? "");
    if (!/^seeds?$/.test(tokens[index]?.norm ?? "") && !isState) continue;
    let at = index + 1;
    while (/^(=|:|of|is|to|number|value|set|at|as)$/.test(tokens[at]?.norm ?? "")) at += 1;
    const token = tokens[at];
    if (at < to && token?.kind === "NUMBER" && Number.isInteger(token.number) && (token.number ?? 0) < 1e9)
      return { value: token.number ?? 0, first: index, last: at };
    const before = tokens[index - 1];
    if (before?.kind === "NUMBER" && /^(as|for)$/.test(before.norm) === false && tokens[index - 2]?.norm !== "version")
      return { value: before.number ?? 0, first: index - 1, last: index };
  }
  return undefined;
}
