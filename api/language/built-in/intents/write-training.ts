import { testSizeRule } from "../../../training/test-size.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { readTestSize } from "../entities/test-size.ts";
import {
  readAlgorithm,
  readImpossibleSeed,
  readSeed,
  readSeveralSeeds,
  readUnknownAlgorithm,
} from "../entities/training-options.ts";
import { type ParamReading, readParams } from "../entities/training-params.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { Token } from "../text/tokenise.ts";
import type { Part } from "./clause-parts.ts";
import type { SlotWriter } from "./slot-writer.ts";

const refusals: Record<ParamReading["of"], string> = {
  PARAMETER:
    "The parameters of an algorithm are not set in a chat: give them as `params` to trainModel of the API. Here the algorithm, the part held out for testing and the seed can be chosen.",
  ROWS: "A training uses all rows of its data set. What can be chosen is the part of them held out for testing, for example 20%.",
};

/** Writes the options of a training: algorithm, seed and test size, with problems for what can't be set so. */
export function writeTraining(clause: ClauseView, part: Part, reading: MessageReading, writer: SlotWriter): void {
  const from = trainingStart(clause, reading);
  const to = trainingEnd(clause, reading);
  const tokens = part.ranges ? onlyInside(reading.tokens, part.ranges) : reading.tokens;
  const skip = new Set(reading.versions.filter((version) => !version.bare).flatMap(({ first, last }) => [first, last]));
  for (const model of clause.models) for (let index = model.first; index <= model.last; index += 1) skip.add(index);
  const params = readParams(tokens, from, to);
  for (const { of, first, last } of params) writer.refuse("params", first, last, refusals[of]);
  const rest = tokens.map((token, index) =>
    params.some(({ first, last }) => index >= first && index <= last) ? blank(token) : token,
  );
  const algorithm = readAlgorithm(rest, from, to) ?? readUnknownAlgorithm(rest, from, to, reading.isKnownWord);
  if (algorithm) writer.set("algorithm", algorithm.value, algorithm.first, algorithm.last);
  const seeds = readSeveralSeeds(rest, from, to);
  if (seeds) {
    writer.refuse("seed", seeds.first, seeds.last, "A training has one seed: ask for one training after the other.");
    for (let index = seeds.first; index <= seeds.last; index += 1) skip.add(index);
  }
  const seed = seeds ? undefined : readSeed(rest, from, to);
  if (seed) {
    writer.set("seed", seed.value, seed.first, seed.last);
    for (let index = seed.first; index <= seed.last; index += 1) skip.add(index);
  }
  const unfit = (seed ?? seeds) ? undefined : readImpossibleSeed(rest, from, to);
  if (unfit) {
    writer.refuse("seed", unfit.first, unfit.last, "A seed is a whole number from 0 to 999999999.");
    for (let index = unfit.first; index <= unfit.last; index += 1) skip.add(index);
  }
  const testSize = readTestSize(rest, from, to, skip);
  if (!testSize) return;
  if ("value" in testSize) writer.set("testSize", testSize.value, testSize.first, testSize.last);
  else writer.refuse("testSize", testSize.first, testSize.last, testSizeRule);
}

function onlyInside(tokens: readonly Token[], ranges: NonNullable<Part["ranges"]>): Token[] {
  return tokens.map((token, index) =>
    ranges.some(({ from, to }) => index >= from && index < to) ? token : blank(token),
  );
}

/** A token in its place that says nothing. */
function blank({ start, end, glued, lineStart }: Token): Token {
  return { kind: "PUNCT", text: "…", norm: "…", start, end, glued, lineStart };
}

const optionWords =
  / (?:hold|held|holdout|test|split|seed|keep|reserve|use|percent|NUM|with|aside|algorithm|set|regression|forest|boosting|logistic|ridge|linear) /;
const otherRequest = / (?:what|who|which|how|promote|archive|remove|predict|show|list|tell|compare) /;

/** So does one that stands before it: "hold out 20% and train titanic", "Use 10% for the test. Train cars." */
function trainingStart(clause: ClauseView, reading: MessageReading): number {
  let { from } = clause.span;
  for (const before of reading.clauses.slice(0, reading.clauses.indexOf(clause)).toReversed()) {
    const isOption =
      / (?:hold|holdout|held|test|testing|split|seed|reserve|set|use) /.test(before.text) &&
      / (?:NUM|~?half|~?quarter|~?third|~?fifth|~?tenth|seed) /.test(before.text) &&
      before.models.length + before.versions.length === 0 &&
      before.words.length <= 14 &&
      !/ (?:train|retrain) /.test(before.text) &&
      !otherRequest.test(before.text);
    if (!isOption) break;
    from = before.span.from;
  }
  return from;
}

/** A sentence that follows and only says how ("Hold out 30%.") belongs to the training before it. */
function trainingEnd(clause: ClauseView, reading: MessageReading): number {
  let { to } = clause.span;
  const index = reading.clauses.indexOf(clause);
  for (const next of reading.clauses.slice(index + 1)) {
    const isOption =
      (optionWords.test(next.text) || readAlgorithm(reading.tokens, next.span.from, next.span.to) !== undefined) &&
      next.models.length === 0 &&
      next.versions.length === 0 &&
      next.words.length <= 14 &&
      !otherRequest.test(next.text);
    if (!isOption) break;
    to = next.span.to;
  }
  return to;
}
