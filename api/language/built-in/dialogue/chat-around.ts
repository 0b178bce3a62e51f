import type { ClauseView } from "../clauses/clause-view.ts";
import type { CompiledDefinition } from "../features/compiled-definition.ts";
import { readFeatures } from "../features/read-features.ts";
import { tokensOutside } from "../intents/predict-rules.ts";
import type { MessageReading } from "../text/read-message.ts";
import { corrects, lineOf, opens, supposes } from "./case-changes.ts";

const supposesAnew = new RegExp(
  `${supposes.source}|^ (?:and |so |now )*back (?:in|to|at) (?!(?:the )?(?:MODEL|VERSION))`,
);

/** "I'll not tell him that. And suppose it had been lighter?": sentences before a supposition that only chat. */
export function toldBefore({ clauses }: MessageReading, free: readonly ClauseView[]): number {
  const at = clauses.findIndex((clause) => clause.span.opensSentence && supposesAnew.test(lineOf(clause)));
  const isChat = clauses
    .slice(0, at)
    .every(({ models, versions, words }) => models.length + versions.length === 0 && !words.includes("NUM"));
  return at > 0 && free.includes(clauses[at] as ClauseView) && isChat ? at : 0;
}

/** "And in third class? I'm a pessimist, you see.": how many clauses there are before sentences that say nothing of the case. */
export function withoutChat(
  reading: MessageReading,
  free: readonly ClauseView[],
  compiled: CompiledDefinition,
): number {
  let count = reading.clauses.length;
  for (; count > 1; count -= 1) {
    const clause = reading.clauses[count - 1];
    if (!clause || !free.includes(clause) || !clause.span.opensSentence || clause.span.question) break;
    if (clause.models.length + clause.versions.length > 0 || clause.words.includes("NUM")) break;
    const { used } = readFeatures(reading.text, compiled, reading.tokens, tokensOutside(reading, [clause]));
    if (used.size > 0 || opens.test(clause.text.replaceAll("~", "")) || corrects.test(clause.text)) break;
  }
  return count;
}
