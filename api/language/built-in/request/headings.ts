import type { ReadClause } from "./read-clauses.ts";

/** "Titanic: predict …", "penguins - how good is it": a name alone before another clause says which model that one is about. */
export function isHeading(read: readonly ReadClause[], index: number): boolean {
  const clause = read[index]?.clause;
  return Boolean(clause && read[index + 1] && !clause.span.question && heading.test(clause.text));
}

const heading =
  /^ (?:(?:ok|okay|good|great|so|now|and|anyway|right|alright|well|hm|hmm) )*(?:(?:(?:back )?(?:to |for )?(?:my|the|our) (?:other |first |earlier |little |real )?question (?:about|on)|back to|about|for|as for|regarding|on|with|by|using) )?(?:the )?(?:model )?MODEL(?: VERSION)?(?: again| now| then| next)? $/;
