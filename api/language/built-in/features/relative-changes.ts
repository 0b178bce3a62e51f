import type { FeatureValues } from "../../../models/definitions/define-model.ts";
import type { SlotEvidence } from "../../interpreter.ts";
import { type NumberMention, readNumbers } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import type { CompiledDefinition, NumericSense } from "./compiled-definition.ts";
import { type Measure, measureAt, valueIn } from "./measures.ts";
import { isPossible } from "./possible-numbers.ts";
import { sameDimension } from "./units.ts";

const more = /^(?:more|heavier|longer|bigger|larger|higher|deeper|taller|extra|newer|later|up|slower)$/;
const less = /^(?:less|fewer|lighter|shorter|smaller|lower|shallower|older|earlier|down|weaker|faster)$/;
/** "Another 200 g". */
const adds = /^(?:another|add|plus|extra|additional)$/;
/** Adjectives that say by themselves which feature moves. */
const adjectives: Readonly<Record<string, RegExp>> = {
  heavier: /weight|mass/,
  lighter: /weight|mass/,
  newer: /year/,
  older: /year/,
  later: /year/,
  earlier: /year/,
  deeper: /depth/,
  shallower: /depth/,
  longer: /length/,
  shorter: /length/,
  faster: /acceleration/,
  slower: /acceleration/,
};

/** Values that were said as a difference, and the tokens that say them. */
export interface RelativeReading {
  values: FeatureValues;
  evidence: SlotEvidence[];
  used: ReadonlySet<number>;
}

/**
 * "And 200 lbs lighter?", "with 20 more horsepower", "10% heavier": a difference to a value of `before`, in the feature's unit or in percent. What would
 * be impossible is left out. `message` is the text that the tokens were cut from.
 */
export function readRelativeChanges(
  message: string,
  tokens: readonly Token[],
  compiled: CompiledDefinition,
  before: FeatureValues,
  ignored: ReadonlySet<number>,
): RelativeReading {
  const values: FeatureValues = {};
  const evidence: SlotEvidence[] = [];
  const used = new Set<number>();
  const wordBefore = ({ first }: NumberMention) => tokens[first - 1]?.norm ?? "";
  for (const number of readNumbers(tokens)) {
    if (ignored.has(number.first)) continue;
    const measure = number.kind === "PERCENT" ? undefined : partAt(tokens, number);
    if (number.kind === "FRACTION" && measure?.unit === undefined) continue;
    const last = measure?.last ?? number.last;
    const word = tokens[last + 1]?.norm ?? "";
    // "Heavier by 500 lbs"
    const by = wordBefore(number) === "by" ? (tokens[number.first - 2]?.norm ?? "") : "";
    const isMore = more.test(word) || more.test(by) || (measure?.unit !== undefined && adds.test(wordBefore(number)));
    const sign = isMore ? 1 : less.test(word) || less.test(by) ? -1 : 0;
    if (sign === 0) continue;
    const sense = senseOf(compiled.numerics, tokens, { unit: measure?.unit, at: last + 1 });
    const value = sense && before[sense.feature.name];
    if (!sense || typeof value !== "number") continue;
    const change = measure ? valueIn(measure, sense.unit) : (value * number.value) / 100;
    if (change === undefined) continue;
    const moved = Number((value + sign * change).toFixed(4));
    if (!isPossible(sense, moved)) continue;
    values[sense.feature.name] = moved;
    const [start, end] = [tokens[number.first]?.start ?? 0, tokens[last + 1]?.end ?? 0];
    const slot = `features.${sense.feature.name}`;
    evidence.push({ slot, value: moved, text: message.slice(start, end), start, end, weak: false });
    for (let index = number.first; index <= last + 1; index += 1) used.add(index);
  }
  for (const [at, token] of tokens.entries()) {
    const factor = used.has(at) || ignored.has(at) ? undefined : factors[token.norm];
    const sense = factor === undefined ? undefined : namedBehind(compiled.numerics, tokens, at);
    const value = sense && before[sense.sense.feature.name];
    if (factor === undefined || !sense || typeof value !== "number") continue;
    const moved = Number((value * factor).toFixed(4));
    if (!isPossible(sense.sense, moved)) continue;
    values[sense.sense.feature.name] = moved;
    const [start, end] = [token.start, tokens[sense.at]?.end ?? token.end];
    const slot = `features.${sense.sense.feature.name}`;
    evidence.push({ slot, value: moved, text: message.slice(start, end), start, end, weak: false });
    for (let index = at; index <= sense.at; index += 1) used.add(index);
  }
  return { values, evidence, used };
}

/** "200 g", and "half a kilo", where an article stands before the unit. */
function partAt(tokens: readonly Token[], number: NumberMention): Measure {
  const isArticle = number.kind === "FRACTION" && /^(?:a|an)$/.test(tokens[number.last + 1]?.norm ?? "");
  return measureAt(tokens, isArticle ? { ...number, last: number.last + 1 } : number);
}

/** "Twice the horsepower", "half the weight". */
const factors: Readonly<Record<string, number>> = { twice: 2, double: 2, triple: 3, half: 0.5, halve: 0.5 };

/** The feature that is named behind "twice the …", and where. */
function namedBehind(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  from: number,
): { sense: NumericSense; at: number } | undefined {
  if (
    !/^(?:the|its|as|that|his|her)$/.test(tokens[from + 1]?.norm ?? "") &&
    !/^(?:double|halve|triple)$/.test(tokens[from]?.norm ?? "")
  )
    return undefined;
  for (let at = from + 1; at < Math.min(from + 5, tokens.length); at += 1) {
    const word = tokens[at]?.norm ?? "";
    const named = senses.filter(({ words }) => (words.get(word) ?? 0) >= 1);
    if (named.length === 1 && named[0]) return { sense: named[0], at };
  }
  return undefined;
}

/** The feature that moves: by its unit, by the adjective, or by its name beside the number. Undefined when it is not one. */
function senseOf(
  senses: readonly NumericSense[],
  tokens: readonly Token[],
  { unit, at }: { unit: string | undefined; at: number },
): NumericSense | undefined {
  const fitting = senses.filter(
    (sense) => unit === undefined || (sense.unit !== undefined && sameDimension(unit, sense.unit)),
  );
  const near = tokens.slice(Math.max(0, at - 5), at + 4).map(({ norm }) => norm);
  const named = fitting.filter(({ words }) => near.some((word) => (words.get(word) ?? 0) >= 1));
  if (named.length === 1) return named[0];
  const adjective =
    adjectives[tokens[at]?.norm ?? ""] ?? near.map((word) => adjectives[word]).find((one) => one !== undefined);
  const meant = adjective ? fitting.filter(({ feature }) => adjective.test(feature.name)) : [];
  if (meant.length === 1) return meant[0];
  return unit !== undefined && fitting.length === 1 ? fitting[0] : undefined;
}
