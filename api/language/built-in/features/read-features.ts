import type { FeatureDefinition, FeatureValues } from "../../../models/definitions/define-model.ts";
import { possibleValues } from "../../../models/definitions/possible-values.ts";
import type { SlotEvidence, SlotProblem } from "../../interpreter.ts";
import { generalWords } from "../text/common-words.ts";
import { afterCorrections } from "../text/corrections.ts";
import { domainWords } from "../text/domain-words.ts";
import { type NumberMention, readNumbers } from "../text/numbers.ts";
import type { Token } from "../text/tokenise.ts";
import { readAges } from "./age.ts";
import { categoricalCandidates } from "./categorical-candidates.ts";
import type { CompiledDefinition } from "./compiled-definition.ts";
import { type Candidate, type FeatureReading, type Impossible, spokenName } from "./feature-reading.ts";
import { isNegated } from "./negation.ts";
import { numericCandidates } from "./numeric-candidates.ts";
import { asideTokens, isCompanion, isPersonNoun } from "./people.ts";

/** Numbers of one message that are looked at. */
const mostNumbers = 100;

/**
 * Reads what a message says of a model's features. `message` is the text that the tokens were cut from; `ignored` are tokens that
 * speak of something else (quotations, versions, test sizes).
 */
export function readFeatures(
  message: string,
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  ignored: ReadonlySet<number>,
): FeatureReading {
  const numbers = readNumbers(tokens)
    .filter((number) => !ignored.has(number.first))
    .slice(0, mostNumbers);
  const taken = new Set(ignored);
  const ages = ageCandidates(compiled, tokens, numbers, taken);
  for (const { first, last } of [...ages.candidates, ...ages.impossible])
    for (let index = first; index <= last; index += 1) taken.add(index);
  const categorical = categoricalCandidates(compiled, tokens, taken);
  const numeric = numericCandidates(compiled, tokens, numbers, taken);
  const candidates = [...ages.candidates, ...categorical.candidates, ...numeric.candidates];
  const impossible = [...ages.impossible, ...categorical.impossible, ...numeric.impossible].filter(
    ({ first }) => !ignored.has(first),
  );

  const values: FeatureValues = {};
  const evidence: SlotEvidence[] = [];
  const problems: SlotProblem[] = [];
  const used = new Set<number>();
  let strength = 0;
  let outright = 0;
  let contradictions = 0;
  const aside = asideTokens(tokens);
  for (const feature of compiled.definition.features) {
    const all = candidates.filter((candidate) => candidate.feature === feature);
    const own = all.filter(({ first, weak }) => !aside.has(first) && !weak);
    const said = own.length > 0 ? own : all;
    const wrong = impossible.filter((item) => item.feature === feature);
    for (const { first, last } of [...said, ...wrong])
      for (let index = first; index <= last; index += 1) used.add(index);
    const result = weigh(feature, said, wrong, tokens, message);
    if ("problem" in result) {
      problems.push({
        slot: `features.${feature.name}`,
        text: textOf(message, tokens, result.first, result.last),
        message: result.problem,
      });
      strength += result.counts ? 1 : 0.25;
      if (result.counts) outright += 1;
      if (result.both) contradictions += 1;
      continue;
    }
    if (!result.chosen) continue;
    const { value, weak, rank, first, last } = result.chosen;
    values[feature.name] = value;
    const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
    evidence.push({ slot: `features.${feature.name}`, value, text: message.slice(start, end), start, end, weak });
    strength += weak || rank < 3 ? 0.5 : 1;
    if (!weak && rank === 3) outright += 1;
  }
  return { values, evidence, problems, used, strength, outright, contradictions };
}

type Weighed =
  | { chosen: Candidate | undefined }
  | { problem: string; first: number; last: number; counts: boolean; both?: boolean };

function weigh(
  feature: FeatureDefinition,
  said: readonly Candidate[],
  wrong: readonly Impossible[],
  tokens: readonly Token[],
  message: string,
): Weighed {
  // "a man, no wait, a woman": what was said before the correction no longer counts, be it possible or not.
  const [negated, unfit] = [wrong.filter(({ why }) => why === "NEGATED"), wrong.filter(({ why }) => why !== "NEGATED")];
  const valid = afterCorrections([...said.filter((candidate) => !candidate.weak), ...unfit], tokens);
  const strong = valid.filter((item): item is Candidate => "value" in item);
  const refused = [...valid.filter((item): item is Impossible => "why" in item), ...negated];
  const highest = Math.max(0, ...strong.map((candidate) => candidate.rank));
  const counting = strong.filter((candidate) => candidate.rank === highest);
  const values = new Set(counting.map((candidate) => candidate.value));
  if (values.size > 1) {
    // "My daughter invented a boy": who tells is named by "my", the one told of by "a".
    const told = counting.filter(({ first }) => /^(a|an|this|that|some)$/.test(tokens[first - 1]?.norm ?? ""));
    const own = counting.filter(({ first }) => /^(my|our)$/.test(tokens[first - 1]?.norm ?? ""));
    if (own.length > 0 && new Set(told.map(({ value }) => value)).size === 1 && told[0]) return { chosen: told[0] };
  }
  const [one, ...more] = counting;
  if (one && values.size > 1) {
    const last = more.find((candidate) => candidate.value !== one.value) ?? one;
    const both = [...values].map((value) => labelOf(feature, value)).join(" and ");
    const problem = `The ${spokenName(feature)} can't be ${both} at once: it can be ${possibleValues(feature)}.`;
    return { problem, first: one.first, last: Math.max(one.last, last.last), counts: true, both: true };
  }
  const contrary = one && refused.find((item) => contradicts(item, counting, tokens));
  if (one && !contrary) return { chosen: one };
  const [first] = contrary ? [contrary] : refused;
  if (first) {
    const words = textOf(message, tokens, first.first, first.last);
    const reason =
      first.why === "NEGATED"
        ? `That says only what the ${spokenName(feature)} is not`
        : contrary
          ? `The ${spokenName(feature)} can't be ${labelOf(feature, one.value)} and “${words}” at once`
          : `“${words}” isn't possible here`;
    return {
      problem: `${reason}: the ${spokenName(feature)} can be ${possibleValues(feature)}.`,
      first: first.first,
      last: first.last,
      counts: first.why !== "NEGATED",
    };
  }
  const weak = said.filter((candidate) => candidate.weak);
  const hinted = new Set(weak.map((candidate) => candidate.value));
  return { chosen: hinted.size === 1 ? weak[0] : undefined };
}

/** Whether a value that can't be was said beside one that can: "first class … and in fourth class"; "Normandy, Cherbourg" is one place. */
function contradicts(item: Impossible, counting: readonly Candidate[], tokens: readonly Token[]): boolean {
  if (item.why === "NEGATED" || item.feature.kind !== "CATEGORICAL") return false;
  return !counting.some(({ first, last }) => {
    const [from, to] = first > item.last ? [item.last + 1, first] : [last + 1, item.first];
    return tokens.slice(from, to).every(({ norm }) => /^(?:,|\(|in|at|near|harbour|port|town|city|of|the)$/.test(norm));
  });
}

function ageCandidates(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  taken: ReadonlySet<number>,
): { candidates: Candidate[]; impossible: Impossible[] } {
  const candidates: Candidate[] = [];
  const impossible: Impossible[] = [];
  const feature = compiled.definition.features.find((item) => item.name === "age" || item.column === "age");
  if (!feature) return { candidates, impossible };
  const said = numbers.length === 0 ? [] : categoricalCandidates(compiled, tokens, taken).candidates;
  const values = new Set(
    said
      .flatMap(({ first, last, weak }) => (weak ? [] : [first, last]))
      .filter((index) => tokens[index]?.kind === "WORD"),
  );
  const context = {
    isName: (index: number) => isName(compiled, tokens, index),
    isValue: (index: number) => values.has(index),
  };
  for (const { years, bound, first, last } of readAges(tokens, numbers, context)) {
    if (isOfCompanion(tokens, first, last)) continue;
    const value = bound ? valueOfBound(feature, years, bound) : valueOfAge(feature, years);
    if (bound && value === undefined) continue;
    if (!bound && isNegated(tokens, first)) impossible.push({ feature, why: "NEGATED", first, last });
    else if (value === undefined) impossible.push({ feature, why: "RANGE", first, last });
    else candidates.push({ feature, value, weak: false, rank: 3, first, last });
  }
  return { candidates, impossible };
}

/** A capitalised word that is neither ordinary nor one of the definition's: somebody's name. */
function isName(compiled: CompiledDefinition, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return (
    token?.kind === "WORD" &&
    /^\p{Lu}\p{Ll}/u.test(token.text) &&
    !generalWords.has(token.norm) &&
    !domainWords.has(token.norm) &&
    !compiled.words.has(token.norm) &&
    !compiled.topics.has(token.norm)
  );
}

/** "not yet ten" is a child where every age below ten is one. */
function valueOfBound(feature: FeatureDefinition, years: number, bound: "BELOW" | "ABOVE"): string | undefined {
  if (feature.kind !== "CATEGORICAL" || !feature.bins) return undefined;
  const [youngest, at] = [valueOfAge(feature, 0), valueOfAge(feature, bound === "BELOW" ? years - 1 : years + 1)];
  const edge = bound === "BELOW" ? youngest : feature.bins.at(-1)?.value;
  return edge === at && typeof edge === "string" ? edge : undefined;
}

/** The oldest age that is taken for a person's. */
const oldest = 120;

function valueOfAge(feature: FeatureDefinition, years: number): string | number | undefined {
  if (!(years >= 0 && years <= oldest)) return undefined;
  if (feature.kind === "CATEGORICAL")
    return feature.bins?.find((bin) => bin.upTo === undefined || years <= bin.upTo)?.value;
  return (feature.min !== undefined && years < feature.min) || (feature.max !== undefined && years > feature.max)
    ? undefined
    : years;
}

/** "with her 3 year old son", "his wife, aged 30", "with his sister Anna, 4,". */
function isOfCompanion(tokens: readonly Token[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  if (next?.kind === "WORD" && isCompanion(tokens, last + 1)) return true;
  if (
    /^(with|and)$/.test(tokens[first - 2]?.norm ?? "") &&
    /^(my|his|her|their|our)$/.test(tokens[first - 1]?.norm ?? "")
  )
    return true;
  let at = first - 1;
  while (at > first - 5 && /^([,(:]|aged|age|who|was|is|of|then|only|just|and)$/.test(tokens[at]?.norm ?? "")) at -= 1;
  const named =
    /^\p{Lu}/u.test(tokens[at]?.text ?? "") && at < first - 1 && isPersonNoun(tokens[at - 1]?.norm ?? "") ? at - 1 : at;
  return isPersonNoun(tokens[named]?.norm ?? "") && isCompanion(tokens, named);
}

function labelOf(feature: FeatureDefinition, value: string | number): string {
  const category = feature.kind === "CATEGORICAL" ? feature.categories.find((item) => item.value === value) : undefined;
  return category?.label ?? String(value);
}

function textOf(message: string, tokens: readonly Token[], first: number, last: number): string {
  return message.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}
