import type { NumberMention } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { fullYear, isCalendarYear, saysYear } from "./calendar-year.ts";
import type { CompiledDefinition, NumericSense } from "./compiled-definition.ts";
import { readEngineLayouts } from "./engine-layouts.ts";
import { findExactNames, type NameMention } from "./exact-names.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";
import { type Measure, readMeasures, unitAfter, valueIn } from "./measures.ts";
import { isNegated } from "./negation.ts";
import { readPairs } from "./paired-measures.ts";
import { sameDimension } from "./units.ts";

/** Words to each side of a number in which its feature may be named. */
const reach = 6;

/**
 * Gives each number to the numeric feature that is named by its own name, by the words around it, or that alone has its unit. A
 * number that fits none, or several equally, is no evidence.
 */
export function numericCandidates(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  taken: ReadonlySet<number>,
): { candidates: Candidate[]; impossible: Impossible[] } {
  const candidates: Candidate[] = [];
  const impossible: Impossible[] = [];
  const senses = compiled.numerics;
  if (senses.length === 0) return { candidates, impossible };
  const layouts = layoutCandidates(senses, tokens, taken);
  candidates.push(...layouts);
  const names = findExactNames(tokens, compiled.definition.features);
  const closed = new Set([
    ...taken,
    ...names.flatMap(({ first, last }) => range(first, last)),
    ...layouts.flatMap(({ first, last }) => range(first, last)),
  ]);
  const free = numbers.filter(({ first, last }) => !range(first, last).some((index) => closed.has(index)));
  const marks = referenceMarks(senses, tokens, free);
  const measures = withoutNames(
    senses,
    tokens,
    readMeasures(
      tokens,
      free.filter(({ first }) => !marks.has(first)),
    ),
  );
  const { chosen, outright } = chooseFeatures(compiled, tokens, measures, names, numbers, marks);
  const spans = readSpans(tokens, measures);
  for (const measure of measures) {
    const sense = chosen.get(measure);
    if (!sense) continue;
    const { feature } = sense;
    const open = spans.get(measure);
    if (open) {
      impossible.push({ feature, why: "SPAN", first: open.first, last: open.last });
      continue;
    }
    const hasUnit = measure.unit !== undefined && sense.unit !== undefined && sameDimension(measure.unit, sense.unit);
    const span = { first: measure.first, last: hasUnit ? measure.last : measure.numberLast };
    const value = inUnitOf(sense, measure);
    if (isNegated(tokens, measure.first)) impossible.push({ feature, why: "NEGATED", ...span });
    else if (value === undefined) impossible.push({ feature, why: "UNIT", ...span });
    else if (!isPossible(sense, value)) impossible.push({ feature, why: "RANGE", ...span });
    else candidates.push({ feature, value, weak: false, rank: outright.has(measure) ? 4 : 3, ...span });
  }
  return { candidates, impossible };
}

/** "displacement 97 hp 88": what reads like a unit is the name of the number that follows, where the number has its own name before it. */
function withoutNames(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measures: readonly Measure[],
): Measure[] {
  return measures.map((measure, index) => {
    const { unit, numberLast, last } = measure;
    const next = measures[index + 1];
    const named = senses.filter(({ words }) => words.get(tokens[measure.first - 1]?.norm ?? "") === 1);
    const isName =
      unit !== undefined &&
      last === numberLast + 1 &&
      next?.first === last + 1 &&
      named.length === 1 &&
      named.every((sense) => sense.unit === undefined || !sameDimension(sense.unit, unit)) &&
      senses.some((sense) => sense.unit !== undefined && sameDimension(sense.unit, unit));
    return isName ? { ...measure, unit: undefined, last: numberLast } : measure;
  });
}

/** "between 3 and 4 kg", "190 to 195 mm", "190-195 mm": no one value; each of both is given its span. */
function readSpans(
  tokens: readonly Token[],
  measures: readonly Measure[],
): Map<Measure, { first: number; last: number }> {
  const spans = new Map<Measure, { first: number; last: number }>();
  for (const [index, upper] of measures.entries()) {
    const lower = measures[index - 1];
    if (!lower || upper.first !== lower.last + 2 || upper.value <= lower.value) continue;
    const [opening, joint] = [tokens[lower.first - 1], tokens[lower.last + 1]];
    const isBetween = opening?.norm === "between" && joint?.norm === "and";
    // "Somewhere 180 to 195" is no one value either; "14 to 60" are seconds.
    const isNear = joint?.norm === "to" && lower.value >= 20 && upper.value <= lower.value * 1.6;
    const isTo =
      /^(to|-|–|—|or)$/.test(joint?.norm ?? "") &&
      (lower.unit === undefined || lower.unit === upper.unit) &&
      (upper.unit !== undefined || isNear);
    if (!isBetween && !isTo) continue;
    for (const one of [lower, upper]) spans.set(one, { first: lower.first, last: upper.last });
  }
  return spans;
}

function layoutCandidates(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): Candidate[] {
  const sense = senses.find(({ words }) => words.has("cylinders"));
  if (!sense) return [];
  return readEngineLayouts(tokens)
    .filter(({ first, last }) => !taken.has(first) && !taken.has(last) && !isNegated(tokens, first))
    .map(({ cylinders, first, last }) => ({
      feature: sense.feature,
      value: cylinders,
      weak: false,
      rank: 3,
      first,
      last,
    }))
    .filter(({ value }) => isPossible(sense, value));
}

/**
 * Numbers that belong to a feature's description ("seconds to 60 mph"): "to sixty" names the feature and is no value of another; nor is
 * the zero of "0 to 60".
 */
function referenceMarks(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
): Map<number, NumericSense> {
  const marks = new Map<number, NumericSense>();
  for (const [position, number] of numbers.entries()) {
    const sense = senses.find(({ references }) => references.has(Math.abs(number.value)));
    if (!sense) continue;
    const before = number.value < 0 ? number.first : number.first - 1;
    const isReached =
      /^(to|-|–|—|hits?|reach|reaches|does)$/.test(tokens[before]?.norm ?? "") ||
      /^(mph|miles)$/.test(tokens[number.last + 1]?.norm ?? "");
    if (!isReached) continue;
    for (const index of range(number.first, number.last)) marks.set(index, sense);
    const start = numbers[position - 1];
    if (start?.value === 0 && start.last >= before - 1)
      for (const index of range(start.first, start.last)) marks.set(index, sense);
  }
  return marks;
}

interface Choice {
  chosen: Map<Measure, NumericSense>;
  /** Given by the feature's own name: what other words say does not count against it. */
  outright: ReadonlySet<Measure>;
}

/** First what is named exactly, then pairs, years and what is clear by itself, then numbers for which one feature is left. */
function chooseFeatures(
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
    const corrects = last && correctsBefore(tokens, measures, measure) && fits(last, unit) ? last : undefined;
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

/** "not 190 but 195 mm", "190, sorry, 195": the number takes the place of the one before. */
function correctsBefore(tokens: readonly Token[], measures: readonly Measure[], measure: Measure): boolean {
  const before = measures[measures.indexOf(measure) - 1];
  if (!before) return false;
  const between = tokens.slice(before.last + 1, measure.first);
  return (
    between.length <= 7 &&
    between.some(({ norm }) => /^(but|no|wait|sorry|actually|mean|meant|rather|correction)$/.test(norm)) &&
    between.every(
      ({ norm, kind }) =>
        kind === "PUNCT" ||
        /^(but|no|wait|sorry|actually|i|mean|meant|rather|correction|oh|the|papers?|book|label|says?|said|it|is|was|make|that|has|have|had|really|should|be|they|he|she)$/.test(
          norm,
        ),
    )
  );
}

/** The value in the feature's unit; a year in full; "3.400" with its point as a mark of thousands where only that is possible. */
export function inUnitOf(sense: NumericSense, measure: Measure): number | undefined {
  const value = valueIn(measure, sense.unit);
  if (value === undefined) return undefined;
  const { grouped } = measure;
  if (grouped !== undefined && !isPossible(sense, value)) {
    const other = valueIn({ ...measure, value: grouped }, sense.unit);
    if (other !== undefined && isPossible(sense, other)) return other;
  }
  return fullYear(sense.feature, value);
}

/** Whether the feature can have the value. */
export function isPossible(sense: NumericSense, value: number): boolean {
  const { min, max, integer } = sense.feature;
  return value >= (min ?? value) && value <= (max ?? value) && (!integer || Number.isInteger(value));
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

/** Measures in rows of names and numbers without a mark between them: whose name stands before each, and whose name behind. */
interface Rows {
  before: Set<Measure>;
  behind: Set<Measure>;
}

/**
 * "bill length 39.1 bill depth 18.7": where a row begins with a name, each name in it belongs to the number that follows; where it begins with
 * a number, to the one before it.
 */
function readRows(tokens: readonly Token[], measures: readonly Measure[], isName: (word: string) => boolean): Rows {
  const adjective = /^(long|deep|wide|thick|tall|high|heavy)$/;
  const namesAt = (index: number) => {
    const word = tokens[index]?.norm ?? "";
    return isName(word) && !adjective.test(word);
  };
  const rows: Rows = { before: new Set(), behind: new Set() };
  for (const [index, measure] of measures.entries()) {
    const [before, next] = [measures[index - 1], measures[index + 1]];
    let start = measure.first;
    while (namesAt(start - 1)) start -= 1;
    const [isNamed, isFollowed] = [start < measure.first, namesAt(measure.last + 1)];
    const opening = tokens[start - 1];
    // "Female bill length 38.5 depth 18": a word of something else begins a row as well.
    const opens =
      opening === undefined ||
      opening.kind === "PUNCT" ||
      (opening.kind === "WORD" && opening.number === undefined && !measures.some(({ last }) => last === start - 1));
    const goesOn = before !== undefined && before.last === start - 1;
    if (isNamed && isFollowed && next && namesAt(next.first - 1) && (opens || (goesOn && rows.before.has(before))))
      rows.before.add(measure);
    else if (
      isFollowed &&
      (isNamed ? goesOn && rows.behind.has(before) : next !== undefined && namesAt(next.first - 1))
    )
      rows.behind.add(measure);
  }
  return rows;
}

/** The words around a measure, each with a weight that falls with distance. A name with ":" or "=" before the number alone counts. */
function nearWords(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  measure: Measure,
  stops: ReadonlySet<number>,
  marks: ReadonlyMap<number, NumericSense>,
  rows: Rows,
  isName: (word: string) => boolean,
): Map<string, number> {
  const near = new Map<string, number>();
  const ownerOf = (word: string) => senses.find(({ words }) => words.get(word) === 1);
  const walk = (from: number, step: 1 | -1) => {
    let weight = 1.5;
    let owner: NumericSense | undefined;
    for (let index = from, seen = 0; seen < reach; index += step, seen += 1) {
      const token = tokens[index];
      const isOwnUnit = index > measure.numberLast && index <= measure.last;
      if (!token || (stops.has(index) && !isOwnUnit) || /^[.;!?/|]$/.test(token.text)) return;
      if (step === 1 && token.lineStart) return;
      // In "17 mm deep, 45 mm long" the adjective belongs to the measure that it follows.
      if (step === -1 && /^(long|deep|wide|thick|tall|high|heavy)$/.test(token.norm) && stops.has(index - 1)) return;
      const isOwnName = index === measure.first - 1 && isName(token.norm);
      if (
        step === -1 &&
        token.kind === "WORD" &&
        !isOwnName &&
        tokens[index - 1]?.kind === "NUMBER" &&
        unitAfter(tokens, index - 1)?.last === index
      )
        return;
      if (/^(,|and|with|but)$/.test(token.norm)) weight *= 0.4;
      const mark = marks.get(index);
      // In "4 cylinders displacement 97" the second name belongs to what stands behind it.
      const named = ownerOf(token.norm);
      if (owner && named && named !== owner) weight *= 0.5;
      owner ??= named;
      const word = mark ? mark.feature.name : token.norm;
      if (mark || token.kind === "WORD") near.set(word, Math.max(near.get(word) ?? 0, weight * (1 - 0.08 * seen)));
      if (step === -1 && token.lineStart) return;
    }
  };
  if (!rows.behind.has(measure)) walk(measure.first - 1, -1);
  const isLabelled =
    rows.before.has(measure) ||
    (/^[:=]$/.test(tokens[measure.first - 1]?.text ?? "") && isName(tokens[measure.first - 2]?.norm ?? ""));
  if (!isLabelled) walk(measure.numberLast + 1, 1);
  return near;
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

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
