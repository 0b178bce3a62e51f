import { runRead } from "../../actions/run-action.ts";
import { answerOf, auditActions } from "../../audit/audit-events.ts";
import { auditHistory, type PastEvent } from "../../audit/audit-history.ts";
import { modelHistory } from "../../models/model-history.ts";
import { outcome } from "../outcome.ts";
import { code, quoted } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";

/** Past participles, for "Nobody has … yet". */
const done: Record<string, string> = {
  registerModel: "registered",
  trainModel: "trained",
  cancelTraining: "cancelled a training of",
  registerVersion: "registered",
  promoteVersion: "promoted",
  archiveVersion: "archived",
  rollback: "rolled back",
  removeModel: "removed",
};

/** Acts that the words tell; the table has more, and the audit page all. */
const mostTold = 3;

export const auditHistoryIntent: DirectHandler = {
  kind: "direct",
  actions: ["auditHistory", "modelHistory"],
  async perform({ scope, focus }, slots) {
    const subject = slots.model ?? (slots.version ? focus.model : undefined);
    const about = subject ? { model: subject, ...(slots.version ? { version: slots.version } : {}) } : {};
    const asked = auditActions.find((name) => name === slots.auditAction);
    // A training is asked for before its version has a number: a version's own event tells who trained it.
    const action = asked === "trainModel" && slots.version ? "registerVersion" : asked;
    const outcomeAsked = action ? "DONE" : undefined;
    const filter = { subject, version: slots.version, action, outcome: outcomeAsked, limit: 20 };
    const { events, total } = await runRead(auditHistory, filter, scope);
    if (events.length === 0) {
      const superseded = asked === "archiveVersion" ? await supersededBy(scope, subject, slots.version) : undefined;
      if (superseded)
        return outcome("AUDIT_HISTORY", superseded, { suggestions: ["What happened lately?"], focus: about });
      const whom = `${subject ? code(subject) : "anything"}${slots.version ? ` version ${slots.version}` : ""}`;
      const said =
        subject || asked
          ? `Nobody has ${asked ? done[asked] : "done anything to"} ${whom} yet.`
          : "Nothing has been done here yet.";
      return outcome("AUDIT_HISTORY", said, {
        suggestions: ["What happened lately?", "What models are available?"],
        focus: about,
      });
    }
    const lines = events.slice(0, mostTold).map(inWords);
    const untold = total - lines.length;
    const more = untold > 0 ? `\n\nAnd ${untold} earlier ${untold === 1 ? "act" : "acts"}.` : "";
    return outcome("AUDIT_HISTORY", `${lines.join("\n")}${more}`, {
      cards: [{ type: "AuditTable", eventIds: events.map((event) => event.id) }],
      suggestions: ["Which model is active?"],
      focus: about,
    });
  },
};

/** How a version came to be archived that nobody archived by itself; undefined when it did not. */
async function supersededBy(
  scope: Parameters<DirectHandler["perform"]>[0]["scope"],
  model: string | undefined,
  version: number | undefined,
): Promise<string | undefined> {
  if (model === undefined || version === undefined) return undefined;
  const { entries } = await runRead(modelHistory, { model, limit: 100 }, scope);
  const last = entries.find((entry) => entry.type === "SUPERSEDED" && entry.version === version);
  if (!last) return undefined;
  const because = last.message ? ` Because of ${quoted(last.message)}.` : "";
  return `Nobody archived ${code(model)} version ${version} by itself: on ${minuteOf(last.at)} another version took its place in production, by ${last.actor}, and it was archived with that.${because}`;
}

/** "2026-11-24 10:15 UTC, local owner: Promoted version 1 of titanic to production. Because of `promote it`, then `yes`." */
function inWords({ at, actorName, action, summary, message, details, subject, removedAt }: PastEvent): string {
  const answer = answerOf(details);
  const said = [message, answer?.message].flatMap((words) => (words ? [quoted(words)] : []));
  const because = said.length > 0 ? ` Because of ${said.join(", then ")}.` : "";
  const gone =
    removedAt && action !== "removeModel" ? ` That ${code(subject)} was removed on ${minuteOf(removedAt)}.` : "";
  return `- ${minuteOf(at)}, ${actorName}: ${summary}${because}${gone}`;
}

function minuteOf(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
