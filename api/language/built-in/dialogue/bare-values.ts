import type { CategoricalFeature } from "../../../models/definitions/define-model.ts";
import { possibleValues } from "../../../models/definitions/possible-values.ts";
import type { SlotEvidence, SlotProblem } from "../../interpreter.ts";
import { type CompiledDefinition, wordsOf } from "../features/compiled-definition.ts";
import { type FeatureReading, shortened, spokenName } from "../features/feature-reading.ts";
import { measureAt } from "../features/measures.ts";
import { inUnitOf, isPossible } from "../features/possible-numbers.ts";
import { isCorrection } from "../text/corrections.ts";
import { readNumbers } from "../text/numbers.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { Token } from "../text/tokenise.ts";

/**
 * Values said without the feature's name, in answer to a question: "3", "third", "S", "39.1". Each goes to the first of `asked` for which it
 * is possible. Undefined when there are none.
 */
export function readBareValues(
  reading: MessageReading,
  compiled: CompiledDefinition,
  asked: readonly string[],
  ignored: ReadonlySet<number>,
): FeatureReading | undefined {
  const values: Record<string, string | number> = {};
  const evidence: SlotEvidence[] = [];
  const problems: SlotProblem[] = [];
  const used = new Set<number>();
  const features = asked.flatMap((name) => compiled.definition.features.filter((feature) => feature.name === name));
  const set = (name: string, value: string | number, first: number, last: number) => {
    const [start, end] = [reading.tokens[first]?.start ?? 0, reading.tokens[last]?.end ?? 0];
    values[name] = value;
    evidence.push({ slot: `features.${name}`, value, text: reading.text.slice(start, end), start, end, weak: false });
    for (let index = first; index <= last; index += 1) used.add(index);
  };
  /** "First and third", where one class is asked for: none of them is taken. */
  const refuseSecondValues = () => {
    for (const [index, token] of reading.tokens.entries()) {
      if (used.has(index) || ignored.has(index) || !/^(and|or|\/)$/.test(reading.tokens[index - 1]?.norm ?? ""))
        continue;
      for (const feature of features) {
        const word = token.number === undefined ? token.norm : String(token.number);
        const taken = values[feature.name];
        if (feature.kind !== "CATEGORICAL" || taken === undefined) continue;
        const other = bareCategory(compiled, feature, word) ?? byInitial(feature, word, token.text);
        if (other === undefined || other === taken) continue;
        delete values[feature.name];
        const at = evidence.findIndex(({ slot }) => slot === `features.${feature.name}`);
        const [first] = evidence.splice(at, 1);
        problems.push({
          slot: `features.${feature.name}`,
          text: reading.text.slice(first?.start ?? token.start, token.end),
          message: `The ${spokenName(feature)} can be one value only: ${possibleValues(feature)}.`,
        });
        used.add(index);
      }
    }
  };
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind === "PUNCT" || ignored.has(index) || used.has(index) || isIdleOne(reading.tokens, index)) continue;
    const roman = romans.indexOf(token.text);
    const word = roman > 0 ? String(roman + 1) : String(token.number ?? token.norm);
    // "Second, no, third": the later one takes the place of the first.
    const isTakenBack = isCorrection(reading.tokens, Math.max(0, ...used) + 1, index);
    const open = features.flatMap((feature) =>
      feature.kind === "CATEGORICAL" && (values[feature.name] === undefined || isTakenBack) ? [feature] : [],
    );
    // "S" is the port whose code it is, before it is the second class by its first letter.
    const read =
      firstOf(open, (feature) => bareCategory(compiled, feature, word)) ??
      firstOf(open, (feature) => byInitial(feature, word, token.text));
    if (!read) continue;
    const before = evidence.findIndex(({ slot }) => slot === `features.${read.feature.name}`);
    if (before >= 0) evidence.splice(before, 1);
    set(read.feature.name, read.value, index, index);
  }
  refuseSecondValues();
  const numbers = readNumbers(reading.tokens);
  for (const [place, number] of numbers.entries()) {
    // "187, no, 195": the one that is taken back says nothing.
    const next = numbers[place + 1];
    if (next && isCorrection(reading.tokens, number.last + 1, next.first)) continue;
    // "14, not 47"
    if (/^not$/.test(reading.tokens[number.first - 1]?.norm ?? "") && numbers.length > 1) continue;
    // "18 seconds to 60": the speed that is reached is no value of its own.
    const isReached =
      (/^(?:to|-|–)$/.test(reading.tokens[number.first - 1]?.norm ?? "") &&
        /^(s|secs?|seconds?|0|zero)$/.test(reading.tokens[number.first - 2]?.norm ?? "")) ||
      (number.value === 0 && /^(?:to|-|–)$/.test(reading.tokens[number.last + 1]?.norm ?? ""));
    if (
      isIdleOne(reading.tokens, number.first) ||
      isReached ||
      number.kind !== "PLAIN" ||
      ignored.has(number.first) ||
      used.has(number.first)
    )
      continue;
    const open = features.filter((feature) => values[feature.name] === undefined);
    const binned = open.find(
      (feature) => feature.kind === "CATEGORICAL" && feature.bins && number.value >= 0 && number.value <= 120,
    );
    const senses = open.flatMap((feature) => compiled.numerics.filter((sense) => sense.feature === feature));
    const measure = measureAt(reading.tokens, number);
    const fitting = senses.find((sense) => {
      const value = inUnitOf(sense, measure);
      return value !== undefined && isPossible(sense, value);
    });
    const value = fitting && inUnitOf(fitting, measure);
    if (fitting && value !== undefined) set(fitting.feature.name, value, measure.first, measure.last);
    else if (binned?.kind === "CATEGORICAL" && senses.length === 0) {
      const bin = binned.bins?.find((item) => item.upTo === undefined || number.value <= item.upTo);
      if (bin) set(binned.name, bin.value, number.first, number.last);
    } else {
      const feature = senses[0]?.feature ?? open[0];
      const [start, end] = [reading.tokens[number.first]?.start ?? 0, reading.tokens[number.last]?.end ?? 0];
      if (feature)
        problems.push({
          slot: `features.${feature.name}`,
          text: reading.text.slice(start, end),
          message: `“${shortened(reading.text.slice(start, end))}” isn't possible here: the ${spokenName(feature)} can be ${possibleValues(feature)}.`,
        });
    }
  }
  const count = Object.keys(values).length;
  return count + problems.length === 0
    ? undefined
    : { values, evidence, problems, used, strength: count, outright: count, contradictions: 0 };
}

/** Names of features, those first whose number is nearest, in proportion, to the first number of the message. */
export function nearestFirst(
  names: readonly string[],
  values: Readonly<Record<string, string | number>>,
  reading: MessageReading,
): readonly string[] {
  const [number] = readNumbers(reading.tokens);
  if (!number || number.value <= 0) return names;
  const distance = (name: string) => {
    const value = values[name];
    return typeof value === "number" && value > 0 ? Math.abs(Math.log(number.value / value)) : Number.POSITIVE_INFINITY;
  };
  const measured = new Map(names.map((name) => [name, distance(name)]));
  return [...names].sort((a, b) => compare(measured.get(a), measured.get(b)));
}

function compare(a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY): number {
  return a === b ? 0 : a - b;
}

/** "III" for a third class. "I" alone is a person. */
const romans = ["I", "II", "III", "IV", "V"];

/** "One sec", "one more": says no value. */
function isIdleOne(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]?.norm ?? "";
  return tokens[index]?.norm === "one" && /^(?:sec|second|moment|minute|min|more|of|thing|question)$/.test(next);
}

/** The first feature for which a value can be read, with it. */
function firstOf<T>(
  features: readonly CategoricalFeature[],
  read: (feature: CategoricalFeature) => T | undefined,
): { feature: CategoricalFeature; value: T } | undefined {
  for (const feature of features) {
    const value = read(feature);
    if (value !== undefined) return { feature, value };
  }
  return undefined;
}

/** A category by its value, by a word of its label, or by what it is told apart by: "S", "Queenstown", "third". */
function bareCategory(compiled: CompiledDefinition, feature: CategoricalFeature, word: string): string | undefined {
  const head = compiled.heads.get(feature);
  const ordinal = ["zeroth", "first", "second", "third", "fourth"].indexOf(word);
  const byHead = head?.modifiers.get(word) ?? (ordinal > 0 ? head?.modifiers.get(String(ordinal)) : undefined);
  if (byHead !== undefined) return byHead;
  return feature.categories.find(({ value, label }) => value.toLowerCase() === word || wordsOf(label)[0] === word)
    ?.value;
}

/** A category by the letter that its label alone begins with. */
function byInitial({ categories }: CategoricalFeature, word: string, text: string): string | undefined {
  if (word.length !== 1 || !/^[a-z]$/i.test(text) || /^[ai]$/.test(word)) return undefined;
  const initials = categories.filter(({ label }) => label.toLowerCase().startsWith(word));
  return initials.length === 1 ? initials[0]?.value : undefined;
}
