import { isNegated } from "../features/negation.ts";
import { isCorrection } from "../text/corrections.ts";
import { editDistance } from "../text/edit-distance.ts";
import { readNumbers } from "../text/numbers.ts";
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
    "regression logistic",
  ],
  ridge_regression: [
    "ridge regression",
    "ridge",
    "ridge regressor",
    "regression ridge",
    "regularised linear regression",
    "regularized linear regression",
  ],
  linear_regression: [
    "linear regression",
    "linear model",
    "linear regressor",
    "regression linear",
    "ordinary least squares",
    "least squares",
    "ols",
  ],
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
    "boosting gradient",
    "boosting of gradient",
  ],
  random_forest: ["random forest", "random forests", "rf", "forest", "forest random", "forest of random trees"],
  decision_tree: ["decision tree", "decision trees", "tree", "tree of decision"],
  neural_network: [
    "neural network",
    "neural net",
    "neural nets",
    "neural networks",
    "mlp",
    "multilayer perceptron",
    "perceptron",
    "network neural",
    "deep learning",
  ],
  support_vector_machine: ["support vector machine", "support vector machines", "svm", "svms", "svc"],
  k_nearest_neighbours: [
    "k nearest neighbours",
    "k nearest neighbors",
    "nearest neighbours",
    "nearest neighbors",
    "knn",
  ],
  naive_bayes: ["naive bayes", "bayes classifier"],
  lasso: ["lasso", "lasso regression"],
  elastic_net: ["elastic net", "elasticnet"],
};

const algorithms = new PhraseIndex<string>();
for (const [name, phrases] of Object.entries(spoken))
  for (const phrase of [...phrases, name]) algorithms.add(phrase.replaceAll("_", " "), name);

/** Whether a word in code (`random_forest`) is the canonical name of an algorithm. */
export function isAlgorithm(name: string): boolean {
  return Object.hasOwn(spoken, name.toLowerCase());
}

/** A value with the tokens that say it, both included. */
export interface OptionReading<T> {
  value: T;
  first: number;
  last: number;
}

/** The algorithm that is named in tokens `from` to `to`, or undefined. */
export function readAlgorithm(tokens: readonly Token[], from: number, to: number): OptionReading<string> | undefined {
  const matches = algorithms.find(tokens, from, to).filter(({ first }) => !isNegated(tokens, first));
  // "boosting, no, a random forest": the one after the correction; else the longest name.
  const corrected = matches.findLast(
    ({ first }, at) => at > 0 && isCorrection(tokens, (matches[at - 1]?.last ?? from) + 1, first),
  );
  const [match] = corrected ? [corrected] : matches.sort((a, b) => b.length - a.length);
  return match && { value: match.value, first: match.first, last: match.last };
}

const introducesHow = /^(by|using|via|with)$/;
const articles = /^(a|an|the|some|any|our|your|my|pure|plain|simple|good|old)$/;
const kindWords = /^(algorithm|algorithms|method|methods|approach|technique|learner|regressor|solver|magic)$/;
/** What follows "with" or "using" and is no way of learning: data, people, times, manners. */
const notAlgorithms =
  /^(data|dataset|csv|file|files|table|rows?|columns?|samples?|records?|spreadsheet|default|defaults|settings?|params?|parameters|options?|seeds?|split|holdout|test|testsize|training|tomorrow|today|tonight|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|lunch|then|now|me|him|her|us|them|it|this|that|everything|all|care|caution|percent|half|thanks|regards|love|best|better|usual|same|normal|standard|own|favourite|preferred|right|latest|newest|new|full|whole|night|day|week)$/;

/**
 * "by astrology", "using quantum annealing": what is named as the way to learn and is none that is known. It stays as it was said
 * (joined by underscores), for the caller to refuse: a default in its place would not be what was asked for.
 */
export function readUnknownAlgorithm(
  tokens: readonly Token[],
  from: number,
  to: number,
  isKnown: (word: string) => boolean,
): OptionReading<string> | undefined {
  for (let index = from; index < to; index += 1) {
    if (!introducesHow.test(tokens[index]?.norm ?? "")) continue;
    let first = index + 1;
    while (first < to && articles.test(tokens[first]?.norm ?? "")) first += 1;
    let last = first - 1;
    while (last + 1 < to && last - first < 2 && tokens[last + 1]?.kind === "WORD") {
      const word = tokens[last + 1]?.norm ?? "";
      if (kindWords.test(word) || introducesHow.test(word) || /^(and|on|for|at|in|to|please|as|if|or)$/.test(word))
        break;
      last += 1;
    }
    const named = tokens.slice(first, last + 1);
    const isCalledOne = kindWords.test(tokens[last + 1]?.norm ?? "");
    if (
      named.length === 0 ||
      named.some(
        ({ norm, number }) => notAlgorithms.test(norm) || number !== undefined || isPart(norm) || isMisspeltSeed(norm),
      )
    )
      continue;
    if (!named.some(({ norm }) => !isKnown(norm)) && !isCalledOne) continue;
    const said = named.map(({ norm }) => norm).join("_");
    return { value: nearestAlgorithm(said) ?? said, first, last };
  }
  return undefined;
}

/** The algorithm that a misspelt name of eight letters or more is within two edits of. */
function nearestAlgorithm(said: string): string | undefined {
  if (said.length < 8) return undefined;
  return Object.entries(spoken).find(([, phrases]) =>
    phrases.some((phrase) => phrase.length >= 8 && editDistance(phrase.replaceAll(" ", "_"), said, 2) <= 2),
  )?.[0];
}

/** "a quarter held out", "two fifths": parts of the data. */
function isPart(word: string): boolean {
  return /^(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieths?)$/.test(
    word,
  );
}

/** "seed 42", "random seed = 7", "with a seed of 3", "random_state=9", "seed is eleven", "sead 5": an integer of at most 9 digits. */
export function readSeed(tokens: readonly Token[], from: number, to: number): OptionReading<number> | undefined {
  const seed = seedIn(tokens, from, to);
  if (!seed) return undefined;
  // "seed 3, no, 4"
  const [other] = readNumbers(tokens.slice(0, Math.min(to, seed.last + 7))).filter(({ first }) => first > seed.last);
  const isOther =
    other?.kind === "PLAIN" && isSeed(other.value) && endsWithCorrection(tokens, seed.last + 1, other.first);
  return isOther ? { value: other.value, first: seed.first, last: other.last } : seed;
}

/** "Seeds 1, 2 and 3": a training has one. */
export function readSeveralSeeds(
  tokens: readonly Token[],
  from: number,
  to: number,
): OptionReading<readonly number[]> | undefined {
  const numbers = readNumbers(tokens.slice(0, to)).filter(({ first, kind }) => first >= from && kind === "PLAIN");
  for (let index = from; index < to; index += 1) {
    if (tokens[index]?.norm !== "seeds") continue;
    const listed: typeof numbers = [];
    let at = index + 1;
    for (;;) {
      while (/^(,|and|&|of|:|=|or)$/.test(tokens[at]?.norm ?? "")) at += 1;
      const number = numbers.find(({ first }) => first === at);
      if (!number) break;
      listed.push(number);
      at = number.last + 1;
    }
    const last = listed.at(-1)?.last;
    if (listed.length > 1 && last !== undefined) return { value: listed.map(({ value }) => value), first: index, last };
  }
  return undefined;
}

/** "seed -4", "seed of 3.5": a number that no seed can be. */
export function readImpossibleSeed(
  tokens: readonly Token[],
  from: number,
  to: number,
): OptionReading<number> | undefined {
  const numbers = readNumbers(tokens.slice(0, to)).filter(({ first, kind }) => first >= from && kind === "PLAIN");
  for (let index = from; index < to; index += 1) {
    if (!/^seeds?$/.test(tokens[index]?.norm ?? "")) continue;
    let at = index + 1;
    while (/^(=|:|of|is|to|number)$/.test(tokens[at]?.norm ?? "")) at += 1;
    const number = numbers.find(({ first }) => first === at);
    if (number && !isSeed(number.value)) return { value: number.value, first: index, last: number.last };
  }
  return undefined;
}

function endsWithCorrection(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter(({ kind }) => kind !== "PUNCT");
  return isCorrection(tokens, from, to) && words.length <= 3;
}

function isSeed(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 1e9;
}

function seedIn(tokens: readonly Token[], from: number, to: number): OptionReading<number> | undefined {
  const numbers = readNumbers(tokens.slice(0, to)).filter(
    ({ kind, value, first }) => kind === "PLAIN" && isSeed(value) && first >= from && !isNegated(tokens, first),
  );
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.norm ?? "";
    const isState = word === "state" && /^(random|_)$/.test(tokens[index - 1]?.norm ?? "");
    if (!/^seeds?$/.test(word) && !isState && !isMisspeltSeed(word)) continue;
    let at = index + 1;
    while (
      /^(=|:|of|is|to|number|no|nr|value|set|at|as|be|being|should|shall|will)$/.test(tokens[at]?.norm ?? "") ||
      (tokens[at]?.text === "." && /^(no|nr)$/.test(tokens[at - 1]?.norm ?? ""))
    )
      at += 1;
    const after = numbers.find(({ first }) => first === at);
    if (after) return { value: after.value, first: index, last: after.last };
    if (isMisspeltSeed(word)) continue;
    const before = numbers.find(({ last }) => last === index - 1);
    if (before && tokens[before.first - 1]?.norm !== "version")
      return { value: before.value, first: before.first, last: index };
    // "17 as the seed", "use 17 for the seed"
    let start = index - 1;
    while (start > index - 4 && /^(as|for|the|a|random|my|our|its)$/.test(tokens[start]?.norm ?? "")) start -= 1;
    // "Use his birthday, 1207, as the seed"
    const isClosed = tokens[start]?.text === ",";
    const end = isClosed ? start - 1 : start;
    const named = start < index - 1 ? numbers.find(({ last }) => last === end) : undefined;
    if (named && /^(as|for)$/.test(tokens[start + 1]?.norm ?? ""))
      return { value: named.value, first: named.first, last: index };
  }
  return undefined;
}

const nearSeed = /^(send|seen|sees|see|shed|sped|sled|feed|need|weed|deed|seek|seem|seeds?|speed|used|sea)$/;

/** "sead", "sed", "seeed": before a number it can only be the seed. */
function isMisspeltSeed(word: string): boolean {
  return /^s[a-z]{2,4}$/.test(word) && !nearSeed.test(word) && editDistance(word, "seed", 1) <= 1;
}
