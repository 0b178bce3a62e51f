import type { NumberMention } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import type { CompiledDefinition, NumericSense } from "./compiled-definition.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";
import { isNegated } from "./negation.ts";
import { convert, sameDimension, unitOf } from "./units.ts";

/** Words to each side of a number in which its feature may be named. */
const reach = 6;

/**
 * Gives each number to the numeric feature that the words around it name, or that alone has its unit. A number that fits none, or
 * several equally, is no evidence.
 */
export function numericCandidates(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  taken: ReadonlySet<number>,
): { candidates: Candidate[]; impossible: Impossible[] } {
  const candidates: Candidate[] = [];
  const impossible: Impossible[] = [];
  if (compiled.numerics.length === 0) return { candidates, impossible };
  const isNumber = new Set(numbers.flatMap((number) => range(number.first, number.last)));
  const chosen = chooseFeatures(
    compiled.numerics,
    tokens,
    numbers.filter(
      (number) => number.kind === "PLAIN" && !range(number.first, number.last).some((index) => taken.has(index)),
    ),
    isNumber,
  );
  for (const number of numbers) {
    if (number.kind !== "PLAIN" || range(number.first, number.last).some((index) => taken.has(index))) continue;
    const unit = unitAfter(tokens, number.last);
    const sense = chosen.get(number);
    if (!sense) continue;
    const { feature } = sense;
    const span = {
      first: number.first,
      last: unit && sense.unit && sameDimension(unit.unit, sense.unit) ? unit.last : number.last,
    };
    const value = inUnitOf(sense, number.value, unit?.unit);
    if (isNegated(tokens, number.first)) impossible.push({ feature, why: "NEGATED", ...span });
    else if (value === undefined) impossible.push({ feature, why: "UNIT", ...span });
    else if ((feature.min !== undefined && value < feature.min) || (feature.max !== undefined && value > feature.max))
      impossible.push({ feature, why: "RANGE", ...span });
    else candidates.push({ feature, value, weak: false, rank: 3, ...span });
  }
  return { candidates, impossible };
}

/** First what is clear by itself, then numbers for which one feature is left ("a 39 mm bill, 18 mm deep"). */
function chooseFeatures(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  isNumber: ReadonlySet<number>,
): Map<NumberMention, NumericSense> {
  const chosen = new Map<NumberMention, NumericSense>();
  for (const number of numbers) {
    const sense = featureOf(senses, tokens, number, unitAfter(tokens, number.last)?.unit, isNumber);
    if (sense) chosen.set(number, sense);
  }
  const given = new Set(chosen.values());
  for (const number of numbers) {
    if (chosen.has(number)) continue;
    const unit = unitAfter(tokens, number.last)?.unit;
    const near = nearWords(tokens, number, isNumber);
    const left = senses.filter(
      (sense) =>
        !given.has(sense) &&
        (unit === undefined || (sense.unit !== undefined && sameDimension(unit, sense.unit))) &&
        [...sense.words.keys()].some((word) => (near.get(word) ?? 0) > 0.8),
    );
    if (left.length !== 1 || !left[0]) continue;
    chosen.set(number, left[0]);
    given.add(left[0]);
  }
  return chosen;
}

/** The value in the feature's unit; years of two and four digits are the same year. */
export function inUnitOf(sense: NumericSense, value: number, unit: string | undefined): number | undefined {
  const { feature } = sense;
  if (unit !== undefined && sense.unit !== undefined && unit !== sense.unit && sameDimension(unit, sense.unit))
    return convert(value, unit, sense.unit);
  const inRange = (year: number) =>
    year >= (feature.min ?? Number.NEGATIVE_INFINITY) && year <= (feature.max ?? Number.POSITIVE_INFINITY);
  if (feature.name.includes("year") && !inRange(value)) {
    if (inRange(value - 1900)) return value - 1900;
    if (inRange(value + 1900)) return value + 1900;
  }
  return value;
}

export function unitAfter(tokens: readonly Token[], last: number): { unit: string; last: number } | undefined {
  const at = tokens[last + 1]?.text === "-" ? last + 2 : last + 1;
  const token = tokens[at];
  if (token?.kind !== "WORD") return undefined;
  if (token.norm === "cubic" && /^inch(es)?$/.test(tokens[at + 1]?.norm ?? "")) return { unit: "cu in", last: at + 1 };
  if (token.norm === "cubic" && /^cent/.test(tokens[at + 1]?.norm ?? "")) return { unit: "cc", last: at + 1 };
  const unit = unitOf(token.norm);
  return unit ? { unit, last: at } : undefined;
}

function featureOf(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  number: NumberMention,
  unit: string | undefined,
  isNumber: ReadonlySet<number>,
): NumericSense | undefined {
  const fitting = senses.filter(
    (sense) => unit === undefined || sense.unit === undefined || sameDimension(unit, sense.unit),
  );
  const near = nearWords(tokens, number, isNumber);
  const scored = fitting
    .map((sense) => ({ sense, score: scoreOf(sense, near) + (unit !== undefined && unit === sense.unit ? 0.05 : 0) }))
    .filter((item) => item.score > 0.1)
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best && (!second || best.score - second.score > 0.15)) return best.sense;
  if (best) return undefined;
  const measured =
    unit === undefined ? [] : senses.filter((sense) => sense.unit !== undefined && sameDimension(unit, sense.unit));
  if (measured.length === 1) return measured[0];
  const years = senses.filter((sense) => sense.feature.name.includes("year"));
  const isYear = Number.isInteger(number.value) && number.value >= 1900 && number.value < 2100 && unit === undefined;
  return isYear && years.length === 1 ? years[0] : undefined;
}

function nearWords(
  tokens: readonly Token[],
  number: NumberMention,
  isNumber: ReadonlySet<number>,
): Map<string, number> {
  const near = new Map<string, number>();
  const walk = (from: number, step: 1 | -1) => {
    let weight = 1.5;
    for (let index = from, seen = 0; seen < reach; index += step, seen += 1) {
      const token = tokens[index];
      if (
        !token ||
        isNumber.has(index) ||
        (step === -1 &&
          token.kind === "WORD" &&
          tokens[index - 1]?.kind === "NUMBER" &&
          unitAfter(tokens, index - 1)?.last === index) ||
        /^[.;!?]$/.test(token.text)
      )
        return;
      if (/^(,|and|with|but)$/.test(token.norm)) weight *= 0.4;
      if (token.kind === "WORD") near.set(token.norm, Math.max(near.get(token.norm) ?? 0, weight * (1 - 0.08 * seen)));
    }
  };
  walk(number.first - 1, -1);
  walk(number.last + 1, 1);
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
