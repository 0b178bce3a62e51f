import type { Intent } from "../../interpreter.ts";
import { actVerbs } from "../clauses/act-verbs.ts";
import type { ClauseSpan } from "../clauses/split-clauses.ts";
import type { IntentOpinion } from "../encoder/index.ts";
import type { MessageReading } from "../text/read-message.ts";

/** From here on the encoder holds that a text asks, among other things, for an intent. */
const asksFrom = 0.45;
/** How sure it must be of both halves. */
const sureOfHalves = 0.55;
/** Places of one clause that are tried: each costs two looks of the encoder. */
const mostPlaces = 3;

const connector = /^(?:and|plus|then|also|&|,|\+|but|or)$/;
const opener = /^(?:what|whats|who|whos|which|how|hows|when|show|list|tell|give|compare|predict|is|are)$/;

/**
 * Where a clause may hold two requests that no rule parted: places after its first word, at connectors and before words that begin a request. None when
 * the encoder sees one request in it.
 */
export function placesToSplit(reading: MessageReading, span: ClauseSpan, opinion: IntentOpinion): number[] {
  if (askedOf(opinion).length < 2) return [];
  const places: number[] = [];
  for (let index = span.from + 2; index < span.to - 1; index += 1) {
    const norm = reading.tokens[index]?.norm ?? "";
    const follows = connector.test(reading.tokens[index - 1]?.norm ?? "");
    // "Archive titanic 1 and cars 2" asks one thing of two.
    const isListed = [...reading.models, ...reading.versions].some(({ first }) => first === index + 1);
    if (connector.test(norm) && !follows && !isListed) places.push(index);
    else if (!follows && (actVerbs.get(norm)?.form === "BASE" || opener.test(norm))) places.push(index);
  }
  return places.slice(0, mostPlaces);
}

/** The place at which both halves ask for different things of those that the whole clause asks for, most surely; undefined when there is none. */
export function bestPlace(
  whole: IntentOpinion,
  tried: readonly { at: number; left: IntentOpinion; right: IntentOpinion }[],
): number | undefined {
  const asked = askedOf(whole);
  let best: { at: number; share: number } | undefined;
  for (const { at, left, right } of tried) {
    const [first, second] = [left.probabilities[left.best], right.probabilities[right.best]];
    if (left.best === right.best || !asked.includes(left.best) || !asked.includes(right.best)) continue;
    if (Math.min(first, second) < sureOfHalves || (best && best.share >= first * second)) continue;
    best = { at, share: first * second };
  }
  return best?.at;
}

/** What the encoder holds that a text asks for. */
export function askedOf({ asked }: IntentOpinion): Intent[] {
  return (Object.keys(asked) as Intent[]).filter(
    (intent) => asked[intent] >= asksFrom && intent !== "OUT_OF_SCOPE" && intent !== "HELP",
  );
}
