import type { InterpretationContext } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { readPastTime } from "../entities/past-times.ts";
import { asksOfThen } from "../intents/asks-of-then.ts";
import { askedOn, asksOn, type ClauseReading, classifyClause } from "../intents/classify-clause.ts";
import type { Opinions } from "../intents/opinions.ts";
import { weighClause } from "../intents/weigh-clause.ts";
import type { MessageReading } from "../text/read-message.ts";

/** A clause and what it asks for, which what stands around it may still change. */
export type ReadClause = { clause: ClauseView; result: ClauseReading };

/** The encoder, which sees no times, takes it for the history. */
const wasActive: ClauseReading = { kind: "ASKS", intent: "ACTIVE_MODEL", confidence: 0.9, certain: true };

/** What the rules read in a clause of this message: "stop it" means the training where one is spoken of. */
export function ruleFor(
  { text, tokens }: MessageReading,
  { focus, now }: InterpretationContext,
): (clause: ClauseView) => ClauseReading {
  const isOfThen = ({ text: said, span }: ClauseView) =>
    now !== undefined && asksOfThen(said) && readPastTime(tokens, span.from, span.to, now) !== undefined;
  const inTraining = focus.runId !== undefined || /\btrain/i.test(text);
  const ofTraining = focus.runId !== undefined && /^(?:TRAIN|TRAINING_STATUS)$/.test(focus.intent ?? "");
  return (clause) => {
    if (isOfThen(clause)) return wasActive;
    return ofTraining && asksOn.test(clause.text) ? askedOn : classifyClause(clause, inTraining);
  };
}

/** Reads clauses one by one by rule and encoder; each may speak of what the one before asked about. */
export function readClauses(
  clauses: readonly ClauseView[],
  ruleOf: (clause: ClauseView) => ClauseReading,
  opinions?: Opinions,
): ReadClause[] {
  const read: ReadClause[] = [];
  for (const [index, clause] of clauses.entries()) {
    const rule = ruleOf(clause);
    const opinion = opinions?.clauses[index];
    const whole = opinions && opinions.clauses.length > 1 ? opinions.whole : undefined;
    const continues =
      read.at(-1)?.result.kind === "ASKS" && clause.words.some((word) => /^(?:it|its|them|that|same)$/.test(word));
    read.push({ clause, result: opinion ? weighClause(rule, opinion, clause, whole, continues) : rule });
  }
  return read;
}
