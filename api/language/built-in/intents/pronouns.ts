import type { ClauseView } from "../clauses/clause-view.ts";
import type { MessageReading } from "../text/read-message.ts";

const pronoun = /^(?:it|its|this|that|them)$/;
/** What makes of "this" and "that" no pronoun: "this week", "that is", "that one" stays one. */
const noReference =
  /^(?:is|are|you|the|we|i|was|has|week|month|year|morning|afternoon|evening|time|quarter|day|way|data|dataset|kind|person|passenger|woman|man|boy|girl|child|lady|case|penguin|bird|car|service|tool|app|bot|chat)$/;

/** The token of a word that stands for what was spoken of before: "it", "this", "that one", "them". */
export function pronounIn(clause: ClauseView, reading: MessageReading): number | undefined {
  for (const [position, word] of clause.words.entries()) {
    const next = clause.words[position + 1] ?? "";
    if (
      !pronoun.test(word) ||
      (/^th/.test(word) && word !== "them" && (noReference.test(next) || next.startsWith("~")))
    )
      continue;
    const index = clause.tokenOf[position];
    if (index !== undefined && !reading.quoted.has(index)) return index;
  }
  return undefined;
}

/** "share the history of the same", "what does the model need": what was spoken of, by other words than a pronoun. */
export function refersBack(text: string): boolean {
  return / (?:(?:the|this|that) (?:same|model|classifier|regressor|predictor|same one|same model)|same) (?!to |as |time |day |way |for )/.test(
    text,
  );
}
