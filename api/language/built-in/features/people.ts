import type { Token } from "../text/tokenise.ts";

const split = (text: string) => new Set(text.split(/\s+/).filter(Boolean));

const nouns =
  split(`woman women lady ladies girl girls man men gentleman gentlemen boy boys child children kid kids baby babies infant infants toddler
 toddlers teenager teenagers adult adults person passenger passengers lad female male guy minor minors grownup`);
const relations =
  split(`mother father wife husband son daughter sister brother aunt uncle grandmother grandfather sons daughters sisters brothers
 parents mom mum dad ma pa mommy daddy mummy wives husbands nephew niece cousin grandson granddaughter child children kid kids baby family`);
const subjectPronouns = split("she he");
const objectPronouns = split("her him his hers");

export function isPersonNoun(word: string): boolean {
  return nouns.has(word) || relations.has(word);
}

/** How much a word says about the person spoken of: 3 a noun, 2 "she", 1 "her"; 3 for words that are no persons. */
export function personRank(word: string): number {
  if (subjectPronouns.has(word)) return 2;
  return objectPronouns.has(word) ? 1 : 3;
}

/**
 * Whether a person word speaks of somebody beside the passenger: "with her mother", "and his wife", "my pa bought …" in a story of the
 * first person, "her son is safe".
 */
export function isCompanion(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (!token || !isPersonNoun(token.norm)) return false;
  const before = tokens.slice(Math.max(0, index - 4), index).map((item) => item.norm);
  const close = before.join(" ");
  if (
    /(?:^| )(?:with|without|by|beside|to|for|accompanied by|and|of|from)(?: (?:a|an|the|two|three|one|my|his|her|their|our|your|little|young|old|small))+$/.test(
      close,
    )
  ) {
    return (
      /(?:^| )(?:my|his|her|their|our|your|with|without|accompanied)(?: |$)/.test(close) &&
      !/(?:^| )for (?:a|an|the|my)(?: \S+)?$/.test(close)
    );
  }
  const possessive = before.at(-1) ?? "";
  if (!relations.has(token.norm) || !/^(my|his|her|their|our|your)$/.test(possessive)) return false;
  return possessive === "my" ? speaksOfItself(tokens, index) : hasSubjectBefore(tokens, index);
}

/** "I" as the traveller ("I boarded", "I love to play"), not as the asker ("I want to know"). */
function speaksOfItself(tokens: readonly Token[], index: number): boolean {
  for (let at = 0; at < tokens.length; at += 1) {
    const norm = tokens[at]?.norm;
    if (norm !== "i" && norm !== "we" && norm !== "me" && norm !== "our") continue;
    const next = tokens[at + 1]?.norm ?? "";
    if (
      norm === "i" &&
      /^(want|need|would|d|wonder|wondered|think|guess|ask|am|was|have|have|know|like|will|can)$/.test(next) &&
      !/^(am|was) (?:a|an|the|in|on|from|just|only|so|travelling|traveling|aboard|born|with)/.test(
        `${next} ${tokens[at + 2]?.norm ?? ""}`,
      )
    )
      continue;
    if (norm === "me" && /^(tell|show|give|let|to)$/.test(tokens[at - 1]?.norm ?? "")) continue;
    if (at !== index) return true;
  }
  return false;
}

function hasSubjectBefore(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(0, Math.max(0, index - 1))
    .some((token) => nouns.has(token.norm) || subjectPronouns.has(token.norm));
}
