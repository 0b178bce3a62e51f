import { isNegated } from "../features/negation.ts";
import { isCorrection } from "../text/corrections.ts";
import { type NumberMention, readNumbers } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";

/** What a training request says of the size of its test part. Token indexes, both included. */
export type TestSizeReading =
  | { value: number; first: number; last: number }
  | { impossible: true; first: number; last: number };

const cue =
  /^(test|tests|testing|testsize|holdout|hold|held|holding|holds|split|validation|validate|aside|reserve|reserved|reserving|kept|keep|keeping|back|evaluation|evaluate|unseen|leave|leaving|left|except)$/;
const vague =
  /^(lots|lot|everything|all|nothing|none|some|most|plenty|many|much|little|few|more|less|bigger|smaller|huge|tons)$/;

/** "30% held out", "a third for testing", "80/20 split", "test size 0.3", "train on 70 percent"; a fraction that can't be is impossible. */
export function readTestSize(
  tokens: readonly Token[],
  from: number,
  to: number,
  skip: ReadonlySet<number>,
): TestSizeReading | undefined {
  for (let at = to - 1; at > from; at -= 1) {
    if (!isCorrection(tokens, at, at + 2)) continue;
    // "20% held out, no, 30%"
    const corrected = testSizeIn(tokens, at + 1, to, skip);
    if (corrected && "value" in corrected) return corrected;
  }
  return testSizeIn(tokens, from, to, skip);
}

function testSizeIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  skip: ReadonlySet<number>,
): TestSizeReading | undefined {
  const part = tokens.slice(0, to);
  const numbers = readNumbers(part)
    .filter(
      (number) =>
        number.first >= from &&
        !skip.has(number.first) &&
        !isSeed(tokens, number.first) &&
        !isRefused(tokens, number.first) &&
        !(number.kind === "PLAIN" && tokens[number.first]?.norm === "one"),
    )
    .sort((a, b) => Number(a.kind === "PLAIN") - Number(b.kind === "PLAIN"));
  const share = shareOf(tokens, numbers, from, to);
  if (share) return share;
  const named = namedPartsOf(tokens, numbers, to);
  if (named) return named;
  const ratio = ratioOf(
    tokens,
    [...numbers].sort((a, b) => a.first - b.first),
  );
  if (ratio) return ratio;
  for (const number of numbers) {
    const cued = hasCue(tokens, number.first, number.last, from, to);
    const trainPart = isTrainPart(tokens, number, to, cued) || leavesRest(tokens, number, to);
    const alone =
      number.kind === "PERCENT" ||
      (number.value > 0 && number.value < 1 && number.kind === "PLAIN" && tokens[number.first]?.kind === "NUMBER");
    if (!cued && !trainPart && !(alone && isAlone(tokens, number))) continue;
    const fraction = number.kind === "PERCENT" ? number.value / 100 : number.value;
    const value = rounded(trainPart ? 1 - fraction : fraction);
    const { first, last } = number;
    return value > 0 && value < 1 ? { value, first, last } : { impossible: true, first, last };
  }
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.norm ?? "";
    if (vague.test(word) && hasStrictCue(tokens, index, from, to))
      return { impossible: true, first: index, last: index };
  }
  return undefined;
}

/** "don't use 30%", "not 20%"; "not more than 20%" says what is wanted. */
function isRefused(tokens: readonly Token[], index: number): boolean {
  if (/^(?:than|most|least|over|under)$/.test(tokens[index - 1]?.norm ?? "")) return false;
  return isNegated(tokens, index) && !between(tokens, Math.max(0, index - 7), index).includes("except");
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** "80/20", "80-20", "70:30", "80 to 20": adds up to 100; the second is the test part. */
function ratioOf(tokens: readonly Token[], numbers: readonly NumberMention[]): TestSizeReading | undefined {
  for (let index = 1; index < numbers.length; index += 1) {
    const [a, b] = [numbers[index - 1], numbers[index]];
    if (!a || !b || b.first < a.last) continue;
    const between = tokens
      .slice(a.last + 1, b.value < 0 ? b.first + 1 : b.first)
      .map((token) => token.norm)
      .join("");
    const test = Math.abs(b.value);
    const total = a.value + test;
    if (
      !/^(?:[/:-]|to|-to-|and|train[,/]?)?$/.test(between) ||
      (Math.abs(total - 100) > 1e-9 && Math.abs(total - 1) > 1e-9)
    )
      continue;
    const whole = Math.abs(total - 1) < 1e-9 ? 1 : 100;
    const value = rounded(test / whole);
    return value > 0 && value < 1
      ? { value, first: a.first, last: b.last }
      : { impossible: true, first: a.first, last: b.last };
  }
  return undefined;
}

/** "80 for training and 20 for testing": each part is named. */
function namedPartsOf(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  to: number,
): TestSizeReading | undefined {
  const sorted = numbers.filter(({ kind }) => kind !== "FRACTION").sort((a, b) => a.first - b.first);
  for (const [index, b] of sorted.entries()) {
    const a = sorted[index - 1];
    if (!a || Math.abs(a.value + b.value - 100) > 1e-9) continue;
    const named = (from: number, end: number) => between(tokens, from, Math.min(end, from + 4)).join(" ");
    const [ofA, ofB] = [named(a.last + 1, b.first), named(b.last + 1, to)];
    const test = /\b(?:test|tests|testing|validation|holdout|evaluation)\b/;
    const train = /\b(?:train|training|fit|fitting|learning)\b/;
    const part = test.test(ofA) && train.test(ofB) ? a : train.test(ofA) && test.test(ofB) ? b : undefined;
    if (part && part.value > 0 && part.value < 100)
      return { value: rounded(part.value / 100), first: part.first, last: part.last };
  }
  return undefined;
}

/** "three quarters of the rows for training and the rest for testing". */
function leavesRest(tokens: readonly Token[], { last }: NumberMention, to: number): boolean {
  const words = between(tokens, last + 1, Math.min(to, last + 14)).join(" ");
  return /^(?:of (?:\S+ ){1,3})?(?:for|to) (?:the )?(?:train|training|fit|fitting|learning)\b.*\b(?:rest|remainder|remaining|others?)\b/.test(
    words,
  );
}

function hasCue(tokens: readonly Token[], first: number, last: number, from: number, to: number): boolean {
  const near = [
    ...between(tokens, Math.max(from, first - 5), first),
    ...between(tokens, last + 1, Math.min(to, last + 8)),
  ];
  return near.some((word) => cue.test(word)) && !/^(seed|version|v|class)$/.test(tokens[first - 1]?.norm ?? "");
}

function hasStrictCue(tokens: readonly Token[], index: number, from: number, to: number): boolean {
  const near = [
    ...between(tokens, Math.max(from, index - 5), index),
    ...between(tokens, index + 1, Math.min(to, index + 7)),
  ];
  return near.some((word) =>
    /^(test|testing|holdout|hold|holding|held|back|validation|aside|reserve|reserved)$/.test(word),
  );
}

function between(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, to).map((token) => token.norm);
}

/** What may stand behind "1 of 4" when it tells a part of the rows. */
const countedRows =
  /^(?:rows?|records?|samples?|passengers?|examples?|cases?|penguins?|cars?|birds?|entries|points?|data|for|to|as|in|and|with|held|hold|are|is|go|goes|kept|should|will|set|aside|please|out|of|test|testing|then|now|at)$/;

/** "3 in 10 rows", "one row in five", "one out of four": beside a word of testing. */
function shareOf(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  from: number,
  to: number,
): TestSizeReading | undefined {
  const plain = numbers
    .filter(({ kind, value }) => kind === "PLAIN" && Number.isInteger(value))
    .sort((a, b) => a.first - b.first);
  const ones = readNumbers(tokens.slice(0, to)).filter(({ first, value }) => first >= from && value === 1);
  for (const below of plain) {
    const above = [...plain, ...ones].find(
      ({ first, last, value }) => first < below.first && below.first - last <= 4 && value < below.value,
    );
    if (!above || above.value < 1 || below.value > 100) continue;
    const joint = between(tokens, above.last + 1, below.first).join(" ");
    if (
      !/^(?:(?:rows?|records?|samples?|passengers?|examples?|cases?) )?(?:in|out of|of|from|(?:of|in|out of) (?:every|each|a|the))$/.test(
        joint,
      )
    )
      continue;
    // "2 of 5 days", "3 of 4 features": parts of something else than the rows.
    const of = tokens[below.last + 1];
    if (of?.kind === "WORD" && !countedRows.test(of.norm)) continue;
    if (numbers.some(({ kind }) => kind === "PERCENT")) continue;
    if (!hasStrictCue(tokens, below.last, from, to) && !hasStrictCue(tokens, above.first, from, to)) continue;
    return { value: rounded(above.value / below.value), first: above.first, last: below.last };
  }
  return undefined;
}

/** "train on 70%", "70 percent for training", "use 80% to train", "on 85% of the rows and keep the rest". */
function isTrainPart(tokens: readonly Token[], number: NumberMention, to: number, cued: boolean): boolean {
  if (number.kind === "PLAIN" && number.value >= 1) return false;
  const after = between(tokens, number.last + 1, Math.min(to, number.last + 10)).join(" ");
  const before = between(tokens, Math.max(0, number.first - 6), number.first).join(" ");
  const isHeld =
    /(?:^| )(?:test|testing|hold|held|holding|holdout|keep|keeping|kept|reserve|reserved|leave|leaving|set|except|but|without|aside|out)(?: \S+){0,2}$/;
  if (/^(?:\S+ ){0,4}?(?:for|to|as|in) (?:the )?(?:train|training|fit|fitting|learn|learning)\b/.test(after))
    return !isHeld.test(before);
  const keepsRest = /(?:^| )(?:rest|remainder|remaining|other|others|left)(?: |$)/.test(after);
  const isOn = /(?:^| )(?:on|from|with|using|use)(?: only| just| the first| about)*$/.test(before);
  if (isOn && keepsRest) return true;
  const isShown = /(?:^| )(?:show|give|feed|let)(?: \S+){0,3}$/.test(before) && /^of\b/.test(after);
  if (isShown && !isHeld.test(before)) return true;
  const isTrained =
    /(?:^| )(?:train|training|trained|retrain|fit|learn)(?: \S+){0,4}? (?:on|from|using|with)(?: only| just| about)*$/.test(
      before,
    );
  if (
    isTrained &&
    !isHeld.test(before) &&
    /^(?:(?:of the )?(?:rows|data|records) )?(?:, |and |, and )?(?:then )?(?:test|testing|validate|validating|evaluate|evaluating) (?:on|with) /.test(
      after,
    )
  )
    return true;
  // "Train cars with 10%" can't mean that a tenth is trained on: nobody holds out the rest.
  if (after === "" && number.kind === "PERCENT" && number.value < 50 && /(?:^| )(?:with|using)$/.test(before))
    return false;
  return isTrained && !cued && /^(?:(?:of|the|all|my|our|rows|data|records)\b|$)/.test(after);
}

function isAlone(tokens: readonly Token[], number: NumberMention): boolean {
  return /^(with|using|at|use|,|and|of|to|size|but|except|minus|no|wait|sorry|actually|mean|meant|that)$/.test(
    tokens[number.first - 1]?.norm ?? "",
  );
}

function isSeed(tokens: readonly Token[], first: number): boolean {
  return (
    /^(seed|state)$/.test(tokens[first - 1]?.norm ?? "") ||
    (/^(=|:|of|is|to)$/.test(tokens[first - 1]?.norm ?? "") && /^(seed|state)$/.test(tokens[first - 2]?.norm ?? ""))
  );
}
