import type { NumberMention } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { isCalendarYear, saysYear } from "./calendar-year.ts";
import type { CompiledDefinition, NumericSense } from "./compiled-definition.ts";
import type { NameMention } from "./exact-names.ts";
import type { Measure } from "./measures.ts";
import { nearWords, readRows } from "./near-words.ts";
import { isNegated } from "./negation.ts";
import { readPairs } from "./paired-measures.ts";
import { range } from "./ranges.ts";
import { sameDimension } from "./units.ts";

export interface Choice {
  chosen: Map<Measure, NumericSense>;
  /** Given by the feature's own name: what other words say does not count against it. */
  outright: ReadonlySet<Measure>;
}

/** First what is named exactly, then pairs, years and what is clear by itself, then numbers for which one feature is left. */
export function chooseFeatures(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  measures: readonly Measure[],
  names: readonly NameMention[],
  numbers: readonly NumberMention[],
  marks: ReadonlyMap<number, NumericSense>,
): Choice {
  const senses = compiled.numerics;
  const byName = new Map(names.map(({ feature, valueAt }) => [valueAt, feature] as const));
  const chosen = new Map<Measure, NumericSense>();
  const outright = new Set<Measure>();
  for (const measure of measures) {
    const named = byName.get(measure.first);
    const sense = senses.find(({ feature }) => feature === named);
    if (!sense) continue;
    chosen.set(measure, sense);
    outright.add(measure);
  }
  for (const [measure, sense] of readPairs(senses, tokens, measures))
    if (!chosen.has(measure)) chosen.set(measure, sense);
  const year = senses.find(({ feature }) => isCalendarYear(feature));
  const isName = (word: string) => senses.some(({ words }) => words.has(word));
  const stops = new Set([
    ...numbers.flatMap(({ first, last }) => range(first, last)).filter((index) => !marks.has(index)),
    ...measures.flatMap(({ first, last }) => range(first, last)),
  ]);
  const rows = readRows(tokens, measures, isName);
  for (const measure of measures) {
    if (chosen.has(measure)) continue;
    const isYear = year !== undefined && saysYear(year, tokens, measure, isName);
    const sense = isYear
      ? year
      : featureOf(senses, tokens, measure, nearWords(senses, tokens, measure, stops, marks, rows, isName));
    if (sense) chosen.set(measure, sense);
  }
  chooseLeft(senses, tokens, measures, stops, marks, chosen);
  return { chosen, outright };
}

/** "a 39 mm bill, 18 mm deep"; "depth of the bill 18, length 39": of what is left, the one that shares a name with what was said before. */
function chooseLeft(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measures: readonly Measure[],
  stops: ReadonlySet<number>,
  marks: ReadonlyMap<number, NumericSense>,
  chosen: Map<Measure, NumericSense>,
): void {
  const isName = (word: string) => senses.some(({ words }) => words.has(word));
  const rows = readRows(tokens, measures, isName);
  const given = new Set(chosen.values());
  let last: NumericSense | undefined;
  for (const measure of measures) {
    const already = chosen.get(measure);
    if (already) {
      last = already;
      continue;
    }
    const { unit } = measure;
    const near = nearWords(senses, tokens, measure, stops, marks, rows, isName);
    const left = senses.filter(
      (sense) =>
        !given.has(sense) && fits(sense, unit) && [...sense.words.keys()].some((word) => (near.get(word) ?? 0) > 0.8),
    );
    const corrects = last && correctsBefore(tokens, measures, measure, last) && fits(last, unit) ? last : undefined;
    const related = left.filter((sense) => last !== undefined && sense.noun === last.noun);
    const one = corrects ?? (left.length === 1 ? left[0] : related.length === 1 ? related[0] : undefined);
    if (!one) continue;
    chosen.set(measure, one);
    given.add(one);
    last = one;
  }
}

function fits(sense: NumericSense, unit: string | undefined): boolean {
  return unit === undefined || (sense.unit !== undefined && sameDimension(unit, sense.unit));
}

/** "not 190 but 195 mm", "190, sorry, 195", "it doesn't have 8 cylinders, it has 6": the number takes the place of the one before. */
function correctsBefore(
  tokens: readonly Token[],
  measures: readonly Measure[],
  measure: Measure,
  { words }: NumericSense,
): boolean {
  const before = measures[measures.indexOf(measure) - 1];
  if (!before) return false;
  const between = tokens.slice(before.last + 1, measure.first);
  return (
    between.length <= 7 &&
    (isNegated(tokens, before.first) ||
      between.some(({ norm }) => /^(but|no|wait|sorry|actually|mean|meant|rather|correction)$/.test(norm))) &&
    between.every(
      ({ norm, kind }) =>
        kind === "PUNCT" ||
        words.has(norm) ||
        /^(but|no|wait|sorry|actually|i|mean|meant|rather|correction|oh|the|papers?|book|label|says?|said|it|is|was|make|that|has|have|had|really|should|be|they|he|she)$/.test(
          norm,
        ),
    )
  );
}

function featureOf(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measure: Measure,
  near: ReadonlyMap<string, number>,
): NumericSense | undefined {
  const { unit } = measure;
  const measured =
    unit === undefined ? [] : senses.filter((sense) => sense.unit !== undefined && sameDimension(unit, sense.unit));
  const fitting =
    measured.length > 0 ? measured : senses.filter((sense) => unit === undefined || sense.unit === undefined);
  const scored = fitting
    .map((sense) => ({ sense, score: scoreOf(sense, near) + (unit !== undefined && unit === sense.unit ? 0.05 : 0) }))
    .filter((item) => item.score > 0.1)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best && (!second || best.score - second.score > 0.15)) return best.sense;
  if (best || measured.length !== 1) return undefined;
  return isOfSomethingElse(tokens, measure) ? undefined : measured[0];
}

/** "2 seconds ago", "waited 3 hours": time that passes measures nothing of the thing. */
function isOfSomethingElse(tokens: readonly Token[], measure: Measure): boolean {
  return /^(ago|later|earlier|before|after)$/.test(tokens[measure.last + 1]?.norm ?? "");
}

function scoreOf(sense: NumericSense, near: ReadonlyMap<string, number>): number {
  let score = 0;
  let named = 0;
  let own = false;
  for (const [word, weight] of sense.words) {
    const found = near.get(word);
    if (found === undefined) continue;
    score += found * weight;
    named += 1;
    own ||= weight === 1;
  }
  return own || named >= sense.needed ? score : 0;
}
