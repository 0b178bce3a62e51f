import type { Intent, InterpretationContext, InterpretedIntent, PendingContext, Slots } from "../../interpreter.ts";
import { buildSlots, plain } from "../intents/build-slots.ts";
import type { MessageReading } from "../text/read-message.ts";

/** What asks for the action that a confirmation waits for. */
export const intentOfAction: Readonly<Record<string, Intent>> = {
  promoteVersion: "PROMOTE",
  archiveVersion: "ARCHIVE",
  rollback: "ROLLBACK",
  removeModel: "REMOVE",
};
const onlySubject =
  /^(?: (?:MODEL|VERSION|the|a|model|version|one|no|nope|wait|actually|rather|sorry|oops|i|mean|meant|make|it|that|please|instead|not|but|of|number|hmm|hm|oh|ah|uh|um|er|new|newer|newest|latest|old|older|hold|on|should|be|for|and))+ $/;

/** Whether a message names a model or a version and says nothing else: "cars", "no wait, version 1". */
export function namesOnly(line: string): boolean {
  return / (?:MODEL|VERSION) /.test(line) && onlySubject.test(line);
}

/** "No, the other one", after a choice between two models. */
function otherChosen(
  reading: MessageReading,
  { about, chosenOf }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
): Pick<Slots, "model" | "version"> | undefined {
  const others = chosenOf?.models.filter((name) => name !== about?.model) ?? [];
  const [version, ...more] = reading.versions;
  const [model] = others;
  const line = ` ${reading.clauses.map(({ text }) => text.trim()).join(" ")} `;
  if (others.length !== 1 || !model || reading.models.length + more.length > 0 || version?.said !== "OTHER")
    return undefined;
  if (!namesOnly(line)) return undefined;
  return { model, ...(chosenOf?.version === undefined ? {} : { version: chosenOf.version }) };
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
  const intent = intentOfAction[pending.action];
  const other = intent && otherChosen(reading, pending);
  if (other) return { ...plain(intent, 0.8), slots: other };
  const line = ` ${reading.clauses.map((clause) => clause.text.trim()).join(" ")} `;
  const clause = reading.clauses.findLast((item) => item.models.length + item.versions.length > 0);
  if (!intent || !clause || !namesOnly(line)) return undefined;
  return buildSlots(intent, 0.85, clause, reading, context, { model: undefined, trains: false });
}
