import type { InterpretedIntent, Slots } from "../../interpreter.ts";
import type { ClauseView } from "../clauses/clause-view.ts";

/** "… and the same for cars", "who changed titanic? And penguins?": what the clause before asked, of another model. Not a prediction. */
export function sameOf(clause: ClauseView, before: InterpretedIntent | undefined): InterpretedIntent | undefined {
  if (!before || before.intent === "PREDICT" || before.intent === "HELP" || clause.models.length === 0)
    return undefined;
  const line = ` ${clause.opening}${clause.text.trim()} `;
  return sameFor.test(line) && /^ (?:and|also|then|or|the same|same|do|ditto) /.test(line) ? before : undefined;
}

/** "Promote titanic 3… I mean cars 2": the same, and not of what was said before. */
export function correctedBy(clause: ClauseView, before: InterpretedIntent | undefined): InterpretedIntent | undefined {
  if (!before || before.intent === "PREDICT" || before.intent === "HELP") return undefined;
  return meansOther.test(` ${clause.opening}${clause.text.trim()} `) ? before : undefined;
}

const meansOther =
  /^ (?:(?:no|nope|wait|oops|sorry|er|erm|uh|um|but|argh|ah|damn) )*(?:i mean|i meant|i was thinking of|make that|make it|rather|correction|no|sorry|scratch that|actually)(?: (?:of|the|for|no|wait|sorry|it|its|that|is|was))* (?:MODEL(?: VERSION)?|VERSION(?: of (?:the )?MODEL)?)(?: (?:please|instead|of course|obviously|sorry|model|not (?:MODEL|VERSION|NUM)))* $/;

const sameFor =
  /^ (?:(?:and|also|then|or|please|do|just|the|exactly|same|thing|ditto|again|for|with|of|on|to|about|what|how|which|one|version) )+(?:MODEL|VERSION)(?: (?:MODEL|VERSION|too|as well|please|then|also|model))* $/;

/** The options of a training that are said, for another one like it. */
export function optionsOf({
  slots: { testSize, algorithm, seed },
}: InterpretedIntent): Pick<Slots, "testSize" | "algorithm" | "seed"> {
  return {
    ...(testSize === undefined ? {} : { testSize }),
    ...(algorithm === undefined ? {} : { algorithm }),
    ...(seed === undefined ? {} : { seed }),
  };
}
