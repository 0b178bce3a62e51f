import type { Interpretation, InterpretationContext, PendingContext } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";
import { inTurn } from "../clauses/in-turn.ts";
import type { MessageReading } from "../text/read-message.ts";
import { verdictOf } from "./verdict.ts";
import { approves, dropsIt, saysNo, saysYes } from "./yes-no.ts";

/** Words that make the rest a condition of the answer, or take it back: "yes, but first …", "no wait, …". */
const holdsBack =
  / (?:but|(?<! in )first(?! class)|before|unless|if|only|wait|hold on|hang on|rather|instead|actually|until|once|provided|as long as|(?<! (?:tell me|know|see|say) )when(?! (?:was|were|did|has) )|in case) /;
/** "And what if he was in first class?" asks after the case of before, and doubts nothing. */
const asksWhatIf = / what if (?:he|she|they|it|(?:that|the|this) \S+) (?:was|were|had|is|weighed|came|boarded) /g;

/** "OK" and "right" open many a sentence that is no answer. */
const plainlyYes =
  / (?:yes|yess|yesss|jup|jep|sure|yeah|yea|yeh|yep|yup|aye|y|confirm|confirmed|approve|approved|affirmative|absolutely|definitely|go ahead|go for it|do it|do that|proceed|agreed|ship it|make it so) /;

function affirms(line: string, raw: string, pending: PendingContext, context: InterpretationContext): boolean {
  if (pending.kind !== "CONFIRMATION") return saysYes(line, raw);
  return approves(line, raw, pending.action) || verdictOf(raw, pending.action, context) === "AFFIRM";
}

/** Another sentence, or one that goes on ("and …", "then …"): "yes, what is its accuracy?" is no yes yet. */
export function isJoined(next: ClauseView | undefined): boolean {
  return (
    next !== undefined &&
    (next.span.opensSentence || /\b(?:and|then|also|plus|afterwards|next|after)\b/.test(next.opening))
  );
}

/** An answer at the beginning of a message, and how many of its clauses it takes. */
export interface AnswerFirst {
  act: Extract<Interpretation["act"], "AFFIRM" | "DENY" | "CANCEL">;
  clauses: number;
}

/**
 * "Yes, and show me what's live", "no. Who trained it?", "forget it, list the models": a yes, a no or a calling off that other clauses
 * follow. Undefined when there is none such, or when what follows bears on the answer.
 */
export function answerFirst(
  reading: MessageReading,
  pending: PendingContext,
  context: InterpretationContext,
): AnswerFirst | undefined {
  const { clauses } = reading;
  const lineOf = (from: number, to: number) =>
    ` ${clauses
      .slice(from, to)
      .map(({ opening, text }) => `${opening}${text.trim()}`)
      .join(" ")} `.replaceAll("~", "");
  for (let count = Math.min(2, clauses.length - 1); count > 0; count -= 1) {
    const [line, rest] = [lineOf(0, count), lineOf(count, clauses.length)];
    const end = reading.tokens[(clauses[count - 1]?.span.to ?? 1) - 1]?.end ?? 0;
    const raw = reading.text.slice(0, end);
    if (dropsIt(line)) return { act: "CANCEL", clauses: count };
    // "No, but list the models": the no stands by itself.
    const isNo = pending.kind !== "FEATURES" && saysNo(line, raw);
    if (isNo && / but /.test(rest) && !holdsBack.test(rest.replace(/^ but /, " ")))
      return { act: "DENY", clauses: count };
    if (holdsBack.test(rest.replace(asksWhatIf, " ").replace(inTurn, " then")) || holdsBack.test(line)) continue;
    // A guess that is shown can be approved in passing only when nothing else is missing.
    const canAffirm = pending.kind === "CONFIRMATION" || (pending.kind === "FEATURES" && pending.missing.length === 0);
    if (canAffirm && plainlyYes.test(line) && isJoined(clauses[count]) && affirms(line, raw, pending, context))
      return { act: "AFFIRM", clauses: count };
    if (saysNo(line, raw) && (pending.kind !== "FEATURES" || pending.missing.length === 0))
      return { act: "DENY", clauses: count };
  }
  return undefined;
}
