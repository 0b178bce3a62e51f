import type { ClauseView } from "../clauses/clause-view.ts";

/** Words that open a change to the last case. */
export const opens =
  /^ (?:(?:oh|ah|hm|hmm|ugh|argh|well|alright) )*(?:still|what about|what if|how about|now|if|instead|same|suppose|supposing|ok|okay|then|so|make|change|switch|set|with|without|no|nope|actually|and what|try|imagine|assume|say|sorry|sry|srry|oops|ups|oh|ah|wait|hmm|hm|er|uh|damn|my mistake|my bad|correction|rather|scratch that|i meant|i mean|i was wrong|hold on|hang on|would (?:it|that|this)|does it|did i|and|back (?:to|in|at)|how would (?:\S+ ){1,4}?(?:change|differ|be)|what would (?:\S+ ){0,4}?(?:change|be))(?: |$)/;
/** "… is wrong", "should be 1976", "it was in fact": words of a correction wherever they stand. */
export const corrects =
  / (?:instead|turns out|and not in|too|as well|had been|were|same|wrong|mistake|incorrect|should be|should have been|should read|was actually|is actually|in fact|not \S+ but|rather than|(?:back )?to (?:the |its |her |his )?(?:original|initial|first)|meant|misread|mistyped|typo|is off|was off|not right|correct is|changed to|make it|make him|make her|if (?:he|she|it|they|i)) | (?:was|is|were) not (?:in |a |an |the |from |of )*\S+ | not (?:the |a |an |in )?\S+(?: class)? $/;
/** "What if …", "suppose …". */
export const supposes = /^ (?:(?:and|but|ok|so) )*(?:what if|if|suppose|supposing|imagine|say|assume|assuming) /;
/** A clause with the connectors that it opens with. */
export function lineOf({ opening, text }: ClauseView): string {
  return ` ${opening}${text.trim()} `;
}
