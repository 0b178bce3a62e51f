import type { InterpretationContext } from "../../interpreter.ts";
import type { MessageReading } from "../text/read-message.ts";

/** Whether a message asks about a value where values are waited for. */
export function asksOfAValue({ text, clauses }: MessageReading, { pending }: InterpretationContext): boolean {
  const line = ` ${clauses.map((clause) => clause.text.trim()).join(" ")} `.replaceAll("~", "");
  return pending?.kind === "FEATURES" && text.includes("?") && asksOfValue.test(line);
}

/** "What counts as a child?", "is Cherbourg in France?": asks about a value, and gives none. */
export const asksOfValue =
  /^ (?:(?:and|so|but|ok|wait|hm|hmm|sorry) )*(?:(?:what|which|who) (?:counts?|means?|is|are|does|do|did|exactly)|what 's|whats|(?:is|are) (?!it |he |she |this |that |they |the )\S+ (?:in|a|an|the|really|still|part|also|considered)|how (?:much|old|big|heavy|long|many) (?:is|are|was|counts)|where (?:is|was)|define|explain) /;
