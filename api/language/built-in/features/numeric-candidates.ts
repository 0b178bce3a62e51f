import type { NumberMention } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { chooseFeatures } from "./choose-features.ts";
import type { CompiledDefinition, NumericSense } from "./compiled-definition.ts";
import { readEngineLayouts } from "./engine-layouts.ts";
import { findExactNames } from "./exact-names.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";
import { type Measure, readMeasures } from "./measures.ts";
import { isNegated } from "./negation.ts";
import { inUnitOf, isPossible } from "./possible-numbers.ts";
import { range } from "./ranges.ts";
import { sameDimension } from "./units.ts";

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
