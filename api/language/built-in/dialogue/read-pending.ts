import type { Interpretation, InterpretationContext, InterpretedIntent, PendingContext } from "../../interpreter.ts";
import type { MessageReading } from "../text/read-message.ts";
import { readChosen } from "./choice-answer.ts";
import { readConfirmation } from "./confirmation-answer.ts";
import { readFeaturesAnswer } from "./features-answer.ts";

/** How a message bears on what is waited for; REQUEST when it asks for something of its own. `asked` is what it would ask for by itself. */
export function readPending(
  reading: MessageReading,
  raw: string,
  pending: PendingContext,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Pick<Interpretation, "act" | "answer"> {
  const line = reading.clauses.map((clause) => clause.text.trim()).join(" ");
  const text = ` ${line} `.replaceAll("~", "");
  switch (pending.kind) {
    case "CONFIRMATION":
      return readConfirmation(reading, text, raw, pending, asked, context);
    case "CHOICE":
      return readChosen(reading, text, raw, pending.options, asked);
    case "FEATURES":
      return readFeaturesAnswer(reading, text, raw, pending, asked, context);
  }
}
