import type { Intent, InterpretationContext, InterpretedIntent, PendingContext } from "../../interpreter.ts";
import { buildSlots } from "../intents/build-slots.ts";
import type { MessageReading } from "../text/read-message.ts";

const intentOf: Readonly<Record<string, Intent>> = {
  promoteVersion: "PROMOTE",
  archiveVersion: "ARCHIVE",
  rollback: "ROLLBACK",
  removeModel: "REMOVE",
};
const onlySubject =
  /^(?: (?:MODEL|VERSION|the|a|model|version|one|no|nope|wait|actually|rather|sorry|oops|i|mean|meant|make|it|that|please|instead|not|but|of|number|hmm|hold|on|should|be|for|and))+ $/;

/** Whether a message names a model or a version and says nothing else: "cars", "no wait, version 1". */
export function namesOnly(line: string): boolean {
  return / (?:MODEL|VERSION) /.test(line) && onlySubject.test(line);
}

/**
 * "No wait, version 1" where a change waits for a yes: the same change to something else. It is a request anew, so its own plan is shown.
 * Undefined when the message says anything else.
 */
export function reviseRequest(
  reading: MessageReading,
  pending: PendingContext,
  context: InterpretationContext,
): InterpretedIntent | undefined {
  if (pending.kind !== "CONFIRMATION") return undefined;
  const intent = intentOf[pending.action];
  const line = ` ${reading.clauses.map((clause) => clause.text.trim()).join(" ")} `;
  const clause = reading.clauses.findLast((item) => item.models.length + item.versions.length > 0);
  if (!intent || !clause || !namesOnly(line)) return undefined;
  return buildSlots(intent, 0.85, clause, reading, context, { model: undefined, trains: false });
}
