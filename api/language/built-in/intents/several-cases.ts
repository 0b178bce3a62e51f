import type { InterpretationContext } from "../../interpreter.ts";
import { ClauseView } from "../clauses/clause-view.ts";
import type { FeatureReading } from "../features/feature-reading.ts";
import { isPersonNoun } from "../features/people.ts";
import type { MessageReading } from "../text/read-message.ts";
import type { Token } from "../text/tokenise.ts";
import { type PredictReading, readPrediction } from "./predict-rules.ts";

/** One case to predict, and the clauses that describe it. */
export interface Case {
  prediction: PredictReading;
  free: readonly ClauseView[];
}

/** Places in one message at which another case may begin that are tried, and cases that are looked for. */
const mostPlaces = 8;
const mostCases = 5;

const opensCase =
  /^ (?:(?:and|then|also|next|now|please|what about|how about|second|secondly|another|one more) )*(?:predict|estimate|score|guess|classify|(?:tell me|give me|what is|what 's) the (?:\S+ ){1,2}(?:of|for) (?:a|an|another|the)|what about|how about|a|an|for a|for an|would a|would an) /;
const goesOn = /^ (?:(?:and|then|but|also|or) )*(?:(?:what|how) about|(?:do |predict )?(?:the )?same) /;

/**
 * "Predict for a boy in second class, then for a woman in third": one case after the other, where each part that begins one contradicts
 * what was said of the one before. Else the whole is one case.
 */
export function casesOf(
  prediction: PredictReading,
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
): Case[] {
  const cases = bySentence(free, reading, context) ?? byContradiction(prediction, free, reading, context);
  if (!cases) return [{ prediction, free }];
  const pointer = prediction.pointedBy ?? free.flatMap(({ models }) => models).find(({ known }) => known)?.first;
  return sharedOut(carriedOver(cases), reading).map((one) => ({
    ...one,
    prediction:
      one.prediction.compiled === prediction.compiled
        ? { ...one.prediction, pointedBy: one.prediction.pointedBy ?? pointer }
        : one.prediction,
  }));
}

/** Clauses that begin as a case of their own does. */
function bySentence(
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
): Case[] | undefined {
  const groups: ClauseView[][] = [];
  for (const clause of free) {
    const last = groups.at(-1);
    if (last && !opensCase.test(clause.text)) last.push(clause);
    else groups.push([clause]);
  }
  if (groups.length < 2 || groups.length > 6) return undefined;
  const cases = groups.flatMap((group): Case[] => {
    const prediction = readPrediction(reading, group, context, 1);
    return prediction && prediction.features.outright > 0 ? [{ prediction, free: group }] : [];
  });
  return cases.length > 1 && allDiffer(cases) && cases.every(({ prediction }) => isOneCase(prediction))
    ? cases
    : undefined;
}

/**
 * "A woman of 30 in first class and a man of 22 in third": what can't be true of one case is of several, where words stand between them that
 * begin another. The fewest cases in which nothing is contradicted; of several ways the one that says most.
 */
function byContradiction(
  prediction: PredictReading,
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
): Case[] | undefined {
  const models = new Set(free.flatMap((clause) => clause.models.map(({ name }) => name)));
  if (isOneCase(prediction) && models.size < 2) return undefined;
  const all = placesIn(free, reading);
  const plain = all.filter(({ opens }) => opens);
  const tried = all.length > mostPlaces ? plain : all;
  if (tried.length === 0 || tried.length > mostPlaces) return undefined;
  const places = tried.map(({ at }) => at);
  const isPlain = new Set(plain.map(({ at }) => at));
  const read = new Map<string, Case | undefined>();
  const caseOf = (from: number, to: number): Case | undefined => {
    const key = `${from} ${to}`;
    if (!read.has(key)) read.set(key, readCase(partOf(free, from, to, reading), reading, context));
    return read.get(key);
  };
  const [start, end] = [free[0]?.span.from ?? 0, (free.at(-1)?.span.to ?? 0) + 1];
  for (let count = 1; count < mostCases; count += 1) {
    const found = choices(places, count).flatMap((chosen) => {
      const cuts = [start, ...chosen, end];
      const cases = cuts.slice(1).map((to, index) => caseOf(cuts[index] ?? 0, to));
      // Where nothing but an "and" begins another, both sides must tell enough to be cases: "first and third class" is none.
      const stand = chosen.every((at, index) => isPlain.has(at) || (isTold(cases[index]) && isTold(cases[index + 1])));
      return stand && cases.every((one) => one !== undefined) && allDiffer(cases) ? [cases] : [];
    });
    const best = found.sort((a, b) => said(b) - said(a))[0];
    if (best) return best;
  }
  return undefined;
}

function readCase(
  free: readonly ClauseView[],
  reading: MessageReading,
  context: InterpretationContext,
): Case | undefined {
  const prediction = readPrediction(reading, free, context, 1);
  return prediction && prediction.features.outright > 0 && isOneCase(prediction) ? { prediction, free } : undefined;
}

function isOneCase({ features }: PredictReading): boolean {
  return features.contradictions === 0;
}

function isTold(one: Case | undefined): boolean {
  return one !== undefined && one.prediction.features.outright > 1;
}

const said = (cases: readonly Case[]) => cases.reduce((sum, { prediction }) => sum + prediction.features.strength, 0);

/** Each is about another model than the one before, or says something else of a feature. */
function allDiffer(cases: readonly Case[]): boolean {
  return cases.slice(1).every(({ prediction }, index) => {
    const before = cases[index]?.prediction;
    if (before?.compiled !== prediction.compiled) return true;
    return Object.entries(prediction.features.values).some(
      ([name, value]) => before.features.values[name] !== undefined && before.features.values[name] !== value,
    );
  });
}

/** The parts of clauses that lie between two tokens. */
function partOf(free: readonly ClauseView[], from: number, to: number, reading: MessageReading): ClauseView[] {
  return free.flatMap((clause) => {
    const span = { ...clause.span, from: Math.max(clause.span.from, from), to: Math.min(clause.span.to, to) };
    if (span.from >= span.to) return [];
    if (span.from === clause.span.from && span.to === clause.span.to) return [clause];
    return [
      new ClauseView(span, reading.tokens, reading.models, reading.versions, (word) => reading.isKnownWord(word)),
    ];
  });
}

/** A token at which another case may begin, and whether its words begin one. */
interface Place {
  at: number;
  opens: boolean;
}

/** Where another case may begin: at a clause, or behind an "and" in one. */
function placesIn(free: readonly ClauseView[], { tokens, models }: MessageReading): Place[] {
  const places: Place[] = [];
  const first = free[0]?.span.from ?? 0;
  const isModel = (at: number) => models.some((model) => model.known && model.first === at);
  for (const { span } of free) {
    if (span.from > first && (tokens[span.from - 1]?.text === ")" || opensAnother(tokens, span.from, isModel)))
      places.push({ at: span.from, opens: true });
    for (let at = span.from + 1; at < span.to - 1; at += 1) {
      const word = tokens[at]?.norm ?? "";
      const opens = /^(?:and|&|plus|vs|versus|,|:|\+)$/.test(word) && opensAnother(tokens, at + 1, isModel);
      if (opens || /^(?:and|&|vs|versus)$/.test(word)) places.push({ at: at + 1, opens });
    }
  }
  return places;
}

/** "One says that she was in first class, the other …": who tells of a case is none. */
const tells = /^(?:says?|said|thinks?|claims?|swears?|insists?|believes?|tells?|told|writes?|wrote)$/;

const sources =
  /^(?:ad|ads|advert|source|document|paper|list|record|form|note|report|book|letter|sheet|site|page|article|entry|file|witness|brochure|listing|seller|register)$/;

/** "A man …", "another …", "for the second …", "the same …", "passenger B …", "woman …": the beginning of a case. */
function opensAnother(tokens: readonly Token[], from: number, isModel: (at: number) => boolean): boolean {
  let at = from;
  while (
    at < from + 4 &&
    /^(?:and|then|also|for|please|predict|next|now|finally|what|how|about|would|:|,)$/.test(tokens[at]?.norm ?? "")
  )
    at += 1;
  const [word = "", next = ""] = [tokens[at]?.norm, tokens[at + 1]?.norm];
  // "Another ad for the very same car says": of one car.
  if (/^(?:another|other|one)$/.test(word) && sources.test(next)) return false;
  if (tells.test(next) || tells.test(tokens[at + 2]?.norm ?? "")) return false;
  if (/^(?:a|an|one|another|same)$/.test(word) || isPersonNoun(word) || isModel(at)) return true;
  if (word === "the") return /^(?:other|second|next|third|same|last)$/.test(next);
  return (
    /^(?:number|no|case|sample|bird|row|item)$/.test(word) &&
    /^(?:\d|[a-e]$|one|two|three|four|first|second|third)/.test(next)
  );
}

/** Every choice of so many of the places, in their order. */
function choices(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return places.flatMap((place, index) => choices(places.slice(index + 1), count - 1).map((rest) => [place, ...rest]));
}

/** "… and what about a man?", "the same but in third": the rest of such a case is as in the one before. */
function carriedOver(cases: readonly Case[]): Case[] {
  const done: Case[] = [];
  for (const one of cases) {
    const before = done.at(-1)?.prediction;
    const line = `${one.free[0]?.opening ? ` ${one.free[0].opening.trim()}` : ""}${one.free[0]?.text}`;
    const follows = before && before.compiled === one.prediction.compiled && goesOn.test(line);
    done.push(follows ? withValuesOf(one, before.features) : one);
  }
  return done;
}

/**
 * "A man and a woman in second class": what is said of the last is said of those that only a word stands for. With "both" or "each" what is
 * said of one is said of all.
 */
function sharedOut(cases: readonly Case[], { tokens }: MessageReading): readonly Case[] {
  const last = cases.at(-1);
  if (!last || cases.some(({ prediction }) => prediction.compiled !== last.prediction.compiled)) return cases;
  if (tokens.some(({ norm }) => /^(?:both|each)$/.test(norm)))
    return cases.map((one) =>
      cases.reduce((whole, other) => (other === one ? whole : withValuesOf(whole, other.prediction.features)), one),
    );
  return cases.map((one) => (one !== last && isBareWord(one) ? withValuesOf(one, last.prediction.features) : one));
}

function isBareWord({ prediction }: Case): boolean {
  return new Set(prediction.features.evidence.map(({ start }) => start)).size === 1;
}

function withValuesOf(one: Case, from: FeatureReading): Case {
  const { features } = one.prediction;
  const added = from.evidence.filter(({ slot }) => !features.evidence.some((item) => item.slot === slot));
  const merged = {
    ...features,
    values: { ...from.values, ...features.values },
    evidence: [...added, ...features.evidence],
  };
  return { ...one, prediction: { ...one.prediction, features: merged } };
}
