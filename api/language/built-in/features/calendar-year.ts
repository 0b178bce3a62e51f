import type { NumericFeature } from "../../../models/definitions/define-model.ts";
import { generalWords } from "../text/common-words.ts";
import type { Token } from "../text/tokenise.ts";
import type { NumericSense } from "./compiled-definition.ts";
import type { Measure } from "./measures.ts";

/** Whether a feature's values are years of the calendar. */
export function isCalendarYear(feature: NumericFeature): boolean {
  return feature.calendarYear || (/(?:^|_)year$/.test(feature.name) && (feature.min ?? 0) >= 1_000);
}

/** A year as the feature counts it: "76" is 1976 where only that century is possible. */
export function fullYear(feature: NumericFeature, value: number): number {
  const isPossible = (year: number) =>
    year >= (feature.min ?? Number.NEGATIVE_INFINITY) && year <= (feature.max ?? Number.POSITIVE_INFINITY);
  if (!isCalendarYear(feature) || isPossible(value)) return value;
  return [1_900, 2_000, 1_800, -1_900, -2_000].map((shift) => value + shift).find(isPossible) ?? value;
}

const madeIn = /^(built|made|produced|manufactured|registered|launched|sold|bought|dated|introduced|assembled)$/;

/**
 * Whether a number says a year by the words around it: four digits that can be none of another feature; two digits behind an
 * apostrophe, "from", "since", "built in", or between "a" and a noun ("a 78 with four cylinders"). `isName` tells the words that name features.
 */
export function saysYear(
  sense: NumericSense,
  tokens: readonly Token[],
  measure: Measure,
  isName: (word: string) => boolean,
): boolean {
  const { value, first, numberLast } = measure;
  if (measure.unit !== undefined || !Number.isInteger(value)) return false;
  const [before, after] = [nameBefore(tokens, first), tokens[numberLast + 1]];
  const beyond = after?.text === "-" ? tokens[numberLast + 2] : after;
  const isOwnName = (word: string) => sense.words.has(word);
  if (isName(before) && !isOwnName(before)) return false;
  // "of 1979 weighing 2100 lbs": a participle begins something new.
  const isNext = /^(of|from|in|since)$/.test(tokens[first - 1]?.norm ?? "") && /ing$/.test(beyond?.norm ?? "");
  if (beyond && isName(beyond.norm) && !isOwnName(beyond.norm) && !isNext && !/^(cars?|models?)$/.test(beyond.norm))
    return false;
  if (beyond && /^(%|percent|k|th|rd|nd|st|x|by)$/.test(beyond.norm)) return false;
  if (tokens[first]?.text.includes(",")) return false;
  const previous = tokens[first - 1];
  if (value >= 1_900 && value < 2_100) return isYearPlace(previous, after);
  if (value < 0 || value > 99 || fullYear(sense.feature, value) === value) return false;
  if (/^['’‘`´]$/.test(previous?.text ?? "") && tokens[first]?.glued) return true;
  const word = previous?.norm ?? "";
  const isClosed = after === undefined || /^[,.;:!?)]$/.test(after.text);
  const isTensOrMore = value >= 50;
  if (/^(since|circa|year|my)$/.test(word)) return true;
  const verb = tokens[first - 2]?.norm ?? "";
  if (/^(in|of|from|around|about)$/.test(word) && madeIn.test(verb)) return true;
  const isFollowed = isClosed || (after?.kind === "WORD" && (isFunctionWord(after.norm) || word !== "in"));
  if (/^(from|in)$/.test(word)) return isTensOrMore && isFollowed;
  if (/^(summer|winter|spring|autumn|early|mid|late|model)$/.test(word)) return isTensOrMore && isFollowed;
  if (word === "of" && /^(summer|winter|spring|autumn|fall|model|car|year|is|was|vintage)$/.test(verb))
    return isTensOrMore;
  if (/^(a|an|the|'s)$/.test(word))
    return isTensOrMore && (isClosed || (after?.kind === "WORD" && !/^(or|to|of)$/.test(after.norm)));
  return isTensOrMore && beyond?.norm === "model";
}

/** A bare four-digit number counts as a year unless it counts what follows ("1978 of them"). */
function isYearPlace(previous: Token | undefined, after: Token | undefined): boolean {
  if (/^(no|number|nr|id|lot|costs?|paid|€|\$|£|#|@)$/.test(previous?.norm ?? "")) return false;
  return !/^(of|euros?|dollars?|bucks|quid|times|people|miles|rpm)$/.test(after?.norm ?? "");
}

function isFunctionWord(word: string): boolean {
  return (
    generalWords.has(word) && !/^(hours?|days?|weeks?|months?|minutes?|times?|people|ways?|questions?)$/.test(word)
  );
}

/** The word before a number, beyond ":", "=", "of", "is" and "about". */
function nameBefore(tokens: readonly Token[], first: number): string {
  let at = first - 1;
  while (/^([:=]|of|is|was|about|around|at|roughly|approximately)$/.test(tokens[at]?.norm ?? "") && at > first - 4)
    at -= 1;
  // In "4 cyl 1982" and "a four-cylinder of 1979" the word belongs to the number before it.
  const counted = tokens[at - 1]?.text === "-" ? at - 2 : at - 1;
  const isOfAnother =
    (at === first - 1 || (at === first - 2 && tokens[first - 1]?.norm === "of")) &&
    tokens[counted]?.number !== undefined;
  return tokens[at]?.kind === "WORD" && !isOfAnother ? (tokens[at]?.norm ?? "") : "";
}
