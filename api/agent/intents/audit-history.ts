import { runRead } from "../../actions/run-action.ts";
import { auditActions } from "../../audit/audit-events.ts";
import { auditHistory } from "../../audit/audit-history.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
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

/** Acts that the words tell; the table has more. */
const mostTold = 3;

export const auditHistoryIntent: DirectHandler = {
  kind: "direct",
  actions: ["auditHistory"],
  async perform({ scope, focus }, slots) {
    const subject = slots.model ?? (slots.version ? focus.model : undefined);
    const asked = auditActions.find((name) => name === slots.auditAction);
    // A training is asked for before its version has a number: a version's own event tells who trained it.
    const action = asked === "trainModel" && slots.version ? "registerVersion" : asked;
    const outcomeAsked = action ? "DONE" : undefined;
    const filter = { subject, version: slots.version, action, outcome: outcomeAsked, limit: 20 };
    const matching = await runRead(auditHistory, filter, scope);
    if (matching.length === 0) {
      const about = `${subject ? code(subject) : "anything"}${slots.version ? ` version ${slots.version}` : ""}`;
      const said =
        subject || asked
          ? `Nobody has ${asked ? done[asked] : "done anything to"} ${about} yet.`
          : "Nothing has been done here yet.";
      return outcome("AUDIT_HISTORY", said, {
        suggestions: ["What happened lately?", "What models are available?"],
        focus: subject ? { model: subject } : {},
      });
    }
    const lines = matching
      .slice(0, mostTold)
      .map(
        ({ at, actorName, summary }) =>
          `- ${at.toISOString().slice(0, 16).replace("T", " ")} UTC, ${actorName}: ${summary}`,
      );
    const untold = matching.length - lines.length;
    const more = untold > 0 ? `\n\nAnd ${untold} earlier ${untold === 1 ? "act" : "acts"}.` : "";
    return outcome("AUDIT_HISTORY", `${lines.join("\n")}${more}`, {
      cards: [{ type: "AuditTable", eventIds: matching.map((event) => event.id) }],
      suggestions: ["Which model is active?"],
      focus: subject ? { model: subject } : {},
    });
  },
};
