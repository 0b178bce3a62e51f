import type { Card, Reply } from "../chat/reply.ts";
import type { Outcome } from "./outcome.ts";
import { outcome } from "./outcome.ts";

/** A card that two outcomes show is shown once, where it came first. */
function withoutRepeats(cards: readonly Card[]): Card[] {
  return [...new Map(cards.map((card) => [JSON.stringify(card), card])).values()];
}

function inWords({ content, hint }: Outcome, index: number, { length }: readonly Outcome[]): string {
  return hint !== undefined && index === length - 1 ? `${content} ${hint}` : content;
}

/** One reply of the outcomes of a turn, in their order; the last says what the reply is. */
export function composeReply(outcomes: readonly Outcome[]): Reply {
  const last =
    outcomes.at(-1) ??
    outcome("CLARIFICATION", "I did not find anything to do in that. Say “help” to see what I can do.");
  return {
    kind: last.kind,
    content: outcomes.length > 0 ? outcomes.map(inWords).join("\n\n") : last.content,
    cards: withoutRepeats(outcomes.flatMap((each) => each.cards)),
    suggestions: last.suggestions,
    focus: Object.assign({}, ...outcomes.map((each) => each.focus)),
  };
}
