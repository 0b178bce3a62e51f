import type { Interpretation, InterpretationContext, InterpretedIntent, PendingContext } from "../../interpreter.ts";
import type { Opinions } from "../intents/opinions.ts";
import { changes } from "../intents/weigh-clause.ts";
import { interpretRequest } from "../interpret-request.ts";
import type { MessageReading } from "../text/read-message.ts";
import { answerFirst, isJoined } from "./answer-first.ts";
import { readPending } from "./read-pending.ts";
import { intentOfAction } from "./revise-request.ts";
import { dropsIt, saysNo, saysYes } from "./yes-no.ts";

/** "Yes, and show me what's live": an answer first, and what is asked for behind it. */
export function readBesides(
  reading: MessageReading,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): Pick<Interpretation, "act" | "intents" | "answer"> | undefined {
  const { pending } = context;
  const first = pending && answerFirst(reading, pending, context);
  if (!first) return pending?.kind === "FEATURES" ? valuesFirst(reading, pending, context, opinions) : undefined;
  const rest = { ...reading, clauses: reading.clauses.slice(first.clauses) };
  // "Hmm no, cancel that too" says it twice.
  const line = ` ${rest.clauses.map(({ text }) => text.trim()).join(" ")} `;
  if (dropsIt(line) || saysNo(line, reading.text) || saysYes(line, reading.text)) return undefined;
  const clauses = opinions?.clauses.slice(first.clauses);
  const asked = interpretRequest(rest, context, opinions && clauses && { ...opinions, clauses });
  const intents = first.act === "AFFIRM" ? withoutApproved(asked, pending) : asked;
  return intents?.some(({ intent }) => intent !== "OUT_OF_SCOPE") ? { act: first.act, intents } : undefined;
}

/** Words of a first clause that says values and nothing else. */
const mostWords = 6;

/** "S. And archive titanic version 3": what was asked for first, and another request behind it. */
function valuesFirst(
  reading: MessageReading,
  pending: PendingContext,
  context: InterpretationContext,
  opinions: Opinions | undefined,
): Pick<Interpretation, "act" | "intents" | "answer"> | undefined {
  const [clause, ...clauses] = reading.clauses;
  const [next] = clauses;
  if (!clause || !next || clause.words.length > mostWords || !isJoined(next)) return undefined;
  const tokens = reading.tokens.slice(0, clause.span.to);
  const first = { ...reading, tokens, text: reading.text.slice(0, tokens.at(-1)?.end ?? 0), clauses: [clause] };
  const asked = interpretRequest(
    { ...reading, clauses },
    context,
    opinions && { ...opinions, clauses: opinions.clauses.slice(1) },
  );
  // What goes on describing is part of the answer.
  if (asked.some(({ intent }) => intent === "OUT_OF_SCOPE" || intent === "PREDICT" || intent === "HELP"))
    return undefined;
  const { act, answer } = readPending(first, first.text, pending, interpretRequest(first, context), context);
  return act === "ANSWER" && answer?.features ? { act, answer, intents: asked } : undefined;
}

/** "Rather train a new one", "train cars instead": takes the place of what was asked before. */
export function replaces({ clauses }: MessageReading, intents: readonly InterpretedIntent[]): boolean {
  const line = ` ${clauses.map(({ opening, text }) => `${opening}${text.trim()}`).join(" ")} `;
  return (
    intents.some(({ intent }) => changes.has(intent) || intent === "PREDICT") &&
    (/^ (?:(?:no|nope|hm|hmm|actually|wait|ok|oh|well|i|would|id|'d|lets|let us) )*(?:rather|instead) /.test(line) ||
      / instead(?: please)? $|^ (?:tell|show|give|predict|train|promote|do) (?:\S+ ){0,2}instead /.test(line))
  );
}

/** Without the change itself, said once more ("go ahead, promote it"); undefined when it is said of another version. */
function withoutApproved(
  intents: readonly InterpretedIntent[],
  pending: PendingContext,
): InterpretedIntent[] | undefined {
  if (pending.kind !== "CONFIRMATION") return [...intents];
  const { about } = pending;
  const change = intentOfAction[pending.action];
  const kept = intents.filter(
    ({ intent, slots }) => intent !== change || (slots.model ?? about?.model) !== about?.model,
  );
  const said = intents.filter((one) => !kept.includes(one));
  const isOther = said.some(({ slots: { version } }) => version !== undefined && version !== about?.version);
  return isOther ? undefined : kept;
}
