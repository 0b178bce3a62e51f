import { type NumberMention, readNumbers } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";

/** What a training request says of the size of its test part. Token indexes, both included. */
export type TestSizeReading =
  | { value: number; first: number; last: number }
  | { impossible: true; first: number; last: number };

const cue =
  /^(test|tests|testing|holdout|hold|held|holding|holds|split|validation|validate|aside|reserve|reserved|reserving|kept|keep|keeping|back|evaluation|evaluate|unseen)$/;
const vague =
  /^(lots|lot|everything|all|nothing|none|some|most|plenty|many|much|little|few|more|less|bigger|smaller|huge|tons)$/;

/** "30% held out", "a third for testing", "80/20 split", "test size 0.3", "train on 70 percent"; a fraction that can't be is impossible. */
export function readTestSize(
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
        tokens[number.first]?.norm !== "one",
    )
    .sort((a, b) => Number(a.kind === "PLAIN") - Number(b.kind === "PLAIN"));
  const ratio = ratioOf(
    tokens,
    [...numbers].sort((a, b) => a.first - b.first),
  );
  if (ratio) return ratio;
  for (const number of numbers) {
    const cued = hasCue(tokens, number.first, number.last, from, to);
    const trainPart = !cued && isTrainPart(tokens, number, to);
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
  return near.some((word) => /^(test|testing|holdout|hold|held|validation|aside|reserve|reserved)$/.test(word));
}

function between(tokens: readonly Token[], from: number, to: number): string[] {
  return tokens.slice(from, to).map((token) => token.norm);
}

/** "train on 70%", "70 percent for training", "use 80% to train". */
function isTrainPart(tokens: readonly Token[], number: NumberMention, to: number): boolean {
  if (number.kind === "PLAIN" && number.value >= 1) return false;
  const after = between(tokens, number.last + 1, Math.min(to, number.last + 6)).join(" ");
  const before = between(tokens, Math.max(0, number.first - 4), number.first).join(" ");
  return (
    /(?:for|to|as|in) (?:the )?(?:train|training|fit|fitting)\b/.test(after) ||
    (/(?:^| )(?:train|training|retrain|fit|learn)(?: \S+){0,3}? (?:on|from)(?: only| just)?$/.test(before) &&
      /^(?:of|$)/.test(after))
  );
}

function isAlone(tokens: readonly Token[], number: NumberMention): boolean {
  return /^(with|using|at|use|,|and|of|to|size)$/.test(tokens[number.first - 1]?.norm ?? "");
}

function isSeed(tokens: readonly Token[], first: number): boolean {
  return (
    /^(seed|state)$/.test(tokens[first - 1]?.norm ?? "") ||
    (/^(=|:|of|is|to)$/.test(tokens[first - 1]?.norm ?? "") && /^(seed|state)$/.test(tokens[first - 2]?.norm ?? ""))
  );
}
