import type { CategoricalFeature } from "../../../models/definitions/define-model.ts";
import { editDistance } from "../text/edit-distance.ts";
import { withNumber } from "../text/numbers.ts";
import { type Token, tokenise } from "../text/tokenise.ts";
import type { CompiledDefinition } from "./compiled-definition.ts";
import { correctedValues } from "./corrected-values.ts";
import type { Candidate, Impossible } from "./feature-reading.ts";
import { isForeignCode, isForeignPlace, isPlaceOpener } from "./foreign-values.ts";
import { childrenByName, ranksWithoutNoun } from "./implied-values.ts";
import { isNegated } from "./negation.ts";
import { isCompanion, isTeller, personRank } from "./people.ts";
import { sexByEnding } from "./person-words.ts";

const ordinalValues = [
  "zeroth",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];

/** "A man can dream": behind such a word, written small, it names no island. */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const { text = "" } = tokens[at] ?? {};
  return text === "dream" && /^(?:can|could|would|may|might|to|i|we|you|people)$/.test(tokens[at - 1]?.norm ?? "");
}

/** All that the words say of the categorical features: by synonyms, by "class 3" and "embarked: S", with impossible ones apart. */
export function categoricalCandidates(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  taken: ReadonlySet<number>,
): { candidates: Candidate[]; impossible: Impossible[] } {
  const candidates: Candidate[] = [];
  const impossible: Impossible[] = [];
  const covered = new Set<number>();
  const matches = compiled.categories.find(tokens).sort((a, b) => b.length - a.length);
  const claimed = new Map<number, PhraseSpan>();
  const names = compiled.featureNames.find(tokens);
  for (const match of matches) {
    const span = { first: match.first, last: match.last };
    if (overlapsOther(claimed, span) || isTaken(taken, span)) continue;
    for (let index = span.first; index <= span.last; index += 1) claimed.set(index, span);
    if (isOperationWord(tokens, span)) continue;
    const named = names.find(
      ({ first, last }) => first <= span.first && last >= span.last && last - first > span.last - span.first,
    );
    if (named && named.value !== match.value.feature) continue;
    for (let index = span.first; index <= span.last; index += 1) covered.add(index);
    const { feature, value, weak } = match.value;
    if (weak ? isTeller(tokens, span.last) : isCompanion(tokens, match.first)) continue;
    if (isEither(tokens, match.first) || isVerb(tokens, match.first)) continue;
    if (isNegated(tokens, match.first)) {
      if (!weak) impossible.push({ feature, why: "NEGATED", ...span });
      const meant = weak ? undefined : meantBehind(tokens, match.last, compiled.heads.get(feature)?.modifiers);
      if (meant && meant.value !== value)
        candidates.push({ feature, value: meant.value, weak: false, rank: 3, first: meant.at, last: meant.at });
      continue;
    }
    const other = alternativeBefore(tokens, match.first, compiled.heads.get(feature)?.modifiers);
    if (other && other.value !== value)
      candidates.push({ feature, value: other.value, weak: false, rank: 3, first: other.at, last: other.at });
    candidates.push({
      feature,
      value,
      weak,
      rank: match.length === 1 ? personRank(tokens[match.first]?.norm ?? "") : 3,
      ...span,
    });
  }
  readEndings(compiled, tokens, new Set([...taken, ...claimed.keys()]), candidates);
  for (const [feature, head] of compiled.heads)
    readHeads(feature, head, tokens, covered, taken, candidates, impossible);
  for (const [name, cues] of compiled.cues) {
    const feature = compiled.definition.features.find((item) => item.name === name);
    if (feature?.kind === "CATEGORICAL") readCued(feature, cues, tokens, covered, candidates, impossible);
  }
  candidates.push(
    ...childrenByName(compiled, tokens),
    ...ranksWithoutNoun(compiled, tokens, candidates, impossible, taken),
  );
  impossible.push(...correctedValues(compiled, tokens, candidates));
  return { candidates, impossible };
}

/** "Irishman", "policewoman": the ending says the sex, and what stands before it may hint at another feature. */
function readEndings(
  compiled: CompiledDefinition,
  tokens: readonly Token[],
  closed: ReadonlySet<number>,
  candidates: Candidate[],
): void {
  if (!compiled.ofPeople) return;
  for (const [index, token] of tokens.entries()) {
    const ending = token.kind === "WORD" && !closed.has(index) ? sexByEnding(token.norm) : undefined;
    if (!ending || isCompanion(tokens, index) || isNegated(tokens, index)) continue;
    const span = { first: index, last: index };
    for (const { value } of compiled.categories.find(tokenise(ending.noun)))
      candidates.push({ feature: value.feature, value: value.value, weak: value.weak, rank: 3, ...span });
    for (const { value } of compiled.categories.find(tokenise(ending.stem)))
      candidates.push({ feature: value.feature, value: value.value, weak: true, rank: 3, ...span });
  }
}

interface PhraseSpan {
  first: number;
  last: number;
}

function overlapsOther(claimed: ReadonlyMap<number, PhraseSpan>, span: PhraseSpan): boolean {
  for (let index = span.first; index <= span.last; index += 1) {
    const other = claimed.get(index);
    if (other && (other.first !== span.first || other.last !== span.last)) return true;
  }
  return false;
}

function isTaken(taken: ReadonlySet<number>, span: PhraseSpan): boolean {
  for (let index = span.first; index <= span.last; index += 1) if (taken.has(index)) return true;
  return false;
}

/** "first or second class": the noun stands once, for both. */
function alternativeBefore(
  tokens: readonly Token[],
  first: number,
  modifiers: ReadonlyMap<string, string> | undefined,
): { value: string; at: number } | undefined {
  if (!modifiers || !/^(or|and|\/)$/.test(tokens[first - 1]?.norm ?? "")) return undefined;
  const value = modifiers.get(tokens[first - 2]?.norm ?? "");
  return value === undefined || isNegated(tokens, first - 2) ? undefined : { value, at: first - 2 };
}

/** "not in first class but in second", "he wasn't in first class, he was in third": the noun stands once, for both. */
function meantBehind(
  tokens: readonly Token[],
  last: number,
  modifiers: ReadonlyMap<string, string> | undefined,
): { value: string; at: number } | undefined {
  if (!modifiers) return undefined;
  for (let at = last + 2; at <= last + 9; at += 1) {
    const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
    if (!token || /^[.;!?]$/.test(before?.text ?? "")) return undefined;
    const value = modifiers.get(token.norm);
    const isEnd = after === undefined || after.kind === "PUNCT" || /^(?:and|who|with|from|but)$/.test(after.norm);
    const isSaid = /^(?:in|but|was|is|to|the|rather)$/.test(before?.norm ?? "") && !isNegated(tokens, at);
    if (value !== undefined && isEnd && isSaid) return { value, at };
  }
  return undefined;
}

/** "a he or a she": neither. */
function isEither(tokens: readonly Token[], index: number): boolean {
  const words = (from: number, to: number) =>
    tokens
      .slice(Math.max(0, from), to)
      .map(({ norm }) => norm)
      .join(" ");
  const word = tokens[index]?.norm ?? "";
  const [other] = word === "he" ? ["she"] : word === "she" ? ["he"] : [];
  if (other === undefined) return false;
  return (
    new RegExp(`^(?:or|\\/) (?:a |an )?${other}\\b`).test(words(index + 1, index + 4)) ||
    new RegExp(`\\b${other} (?:or|\\/)(?: a| an)?$`).test(words(index - 3, index))
  );
}

/** "the old model" says no age. */
function isOperationWord(tokens: readonly Token[], span: PhraseSpan): boolean {
  const next = tokens[span.last + 1]?.norm ?? "";
  if (span.first === span.last && tokens[span.first]?.norm === "old" && /^(model|version|one|are|is)s?$/.test(next))
    return true;
  return tokens[span.first]?.norm === "old" && /^(how|years?|months?)$/.test(tokens[span.first - 1]?.norm ?? "");
}

/** "in the third (class)", "class: 3", "3rd-class", "the class was second"; "fourth class" is impossible. */
function readHeads(
  feature: CategoricalFeature,
  head: { nouns: ReadonlySet<string>; modifiers: ReadonlyMap<string, string> },
  tokens: readonly Token[],
  covered: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  candidates: Candidate[],
  impossible: Impossible[],
): void {
  for (const [index, token] of tokens.entries()) {
    if (!isHead(head.nouns, feature, token.norm) || covered.has(index) || taken.has(index)) continue;
    const span = valueBeside(tokens, head.modifiers, index, covered);
    if (!span) continue;
    const said = tokens[span.at];
    if (!said) continue;
    const roman = span.at === index - 1 || span.at > index ? romanNumeral(tokens, span.at, index) : undefined;
    const value =
      (roman === undefined ? undefined : head.modifiers.get(String(roman))) ??
      head.modifiers.get(said.norm) ??
      head.modifiers.get(String(withNumber(said).number ?? "")) ??
      byOrdinal(head.modifiers, said.norm) ??
      misspelt(head.modifiers, said.norm);
    const place = { first: Math.min(span.at, index), last: Math.max(span.at, index) };
    if (isNegated(tokens, place.first)) impossible.push({ feature, why: "NEGATED", ...place });
    else if (value !== undefined) candidates.push({ feature, value, weak: false, rank: 3, ...place });
    else if (
      ordinalValues.includes(said.norm) ||
      /^(business|premium|economy|tourist|zeroth)$/.test(said.norm) ||
      /^\d/.test(said.norm) ||
      roman !== undefined ||
      withNumber(said).number !== undefined
    ) {
      impossible.push({ feature, why: "UNKNOWN", ...place });
    }
  }
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];

/** "class: III", "III class"; "I" only where it can't be a person speaking. */
function romanNumeral(tokens: readonly Token[], at: number, head: number): number | undefined {
  const place = romans.indexOf(tokens[at]?.text ?? "");
  if (place < 0) return undefined;
  const next = tokens[at + 1];
  const isOpen = next !== undefined && next.kind !== "PUNCT";
  return place === 0 && (at < head || isOpen) ? undefined : place + 1;
}

function isHead(nouns: ReadonlySet<string>, feature: CategoricalFeature, word: string): boolean {
  return nouns.has(word) || word === feature.name.toLowerCase();
}

function byOrdinal(modifiers: ReadonlyMap<string, string>, word: string): string | undefined {
  const number = ordinalValues.indexOf(word);
  return number > 0 ? modifiers.get(String(number)) : undefined;
}

/** "fist class", "scond class": beside the noun even an ordinary word may be a misspelt one. */
function misspelt(modifiers: ReadonlyMap<string, string>, word: string): string | undefined {
  if (word.length < 4 || ordinalValues.includes(word)) return undefined;
  const near = [...modifiers].filter(([modifier]) => modifier.length >= 5 && editDistance(modifier, word, 1) <= 1);
  return near.length === 1 ? near[0]?.[1] : undefined;
}

function valueBeside(
  tokens: readonly Token[],
  modifiers: ReadonlyMap<string, string>,
  head: number,
  covered: ReadonlySet<number>,
): { at: number } | undefined {
  const isValue = (at: number) => {
    const token = tokens[at];
    if (!token || covered.has(at)) return false;
    return (
      romanNumeral(tokens, at, head) !== undefined ||
      ordinalValues.includes(token.norm) ||
      withNumber(token).number !== undefined ||
      /^(business|premium|economy|tourist|upper|lower|middle)$/.test(token.norm) ||
      /^\d+(st|nd|rd|th)$/.test(token.norm)
    );
  };
  const isOrdinalPoint =
    tokens[head - 1]?.text === "." &&
    tokens[head - 1]?.glued &&
    tokens[head - 2]?.kind === "NUMBER" &&
    /^\p{Ll}/u.test(tokens[head]?.text ?? "");
  const before = tokens[head - 1]?.text === "-" || isOrdinalPoint ? head - 2 : head - 1;
  const isNear = [...modifiers.keys()].some(
    (modifier) => modifier.length >= 5 && editDistance(modifier, tokens[before]?.norm ?? "", 1) <= 1,
  );
  // In "model_year=76 origin=Japan" the number belongs to the name before it.
  const isAssigned = tokens[head + 1]?.text === "=";
  if (!isAssigned && (isValue(before) || isNear)) return { at: before };
  for (let at = head + 1; at <= head + 3 && at < tokens.length; at += 1) {
    if (isValue(at)) return { at };
    if (!/^([:=]|is|was|of|number|the|no|ticket)$/.test(tokens[at]?.norm ?? "")) return undefined;
  }
  return undefined;
}

/** "embarked: S", "port C", "sex = f", and "boarded in Boston", which is impossible. */
function readCued(
  feature: CategoricalFeature,
  cues: ReadonlySet<string>,
  tokens: readonly Token[],
  covered: ReadonlySet<number>,
  candidates: Candidate[],
  impossible: Impossible[],
): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "WORD" || (!cues.has(token.norm) && token.norm !== feature.name)) continue;
    // "On Dream island: bill 46.5 mm": the value stands before its noun.
    if (candidates.some((one) => one.feature === feature && (one.last === index - 1 || one.last === index))) continue;
    let at = index + 1;
    while (
      at <= index + 4 &&
      /^([:=]|is|was|in|at|from|of|the|port|embarkation|letter|code|_|group)$/.test(tokens[at]?.norm ?? "")
    )
      at += 1;
    const said = tokens[at];
    if (!said || said.kind === "PUNCT" || covered.has(at)) continue;
    const exact = feature.categories.find(
      (category) =>
        category.value.length <= 2 &&
        category.value.toLowerCase() === said.norm &&
        (category.value === said.text || at > index + 1 || feature.categories.length < 4),
    );
    const initial = feature.categories.filter((category) => category.label.toLowerCase().startsWith(said.norm));
    const one =
      exact ??
      (said.norm.length === 1 && initial.length === 1 && said.norm !== "a" && said.norm !== "i"
        ? initial[0]
        : undefined);
    if (one && !/^\d$/.test(said.norm)) {
      if (
        !candidates.some((candidate) => candidate.feature === feature && candidate.first <= at && candidate.last >= at)
      ) {
        if (isNegated(tokens, at)) impossible.push({ feature, why: "NEGATED", first: at, last: at });
        else candidates.push({ feature, value: one.value, weak: false, rank: 3, first: index, last: at });
      }
    } else if (
      isForeignCode(said, tokens[at - 1], tokens[at + 1]) ||
      isForeignPlace(said, at > index + 1, tokens[at - 1]?.norm ?? "") ||
      (isPlaceOpener(said) && isForeignPlace(tokens[at + 1] ?? said, at > index + 1, tokens[at - 1]?.norm ?? ""))
    )
      impossible.push({ feature, why: "UNKNOWN", first: at, last: at });
  }
}
