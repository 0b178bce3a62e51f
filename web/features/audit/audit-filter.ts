import type { AuditAction, AuditOutcome } from "../../gql/graphql.ts";

/** What the log is filtered by, as the address holds it: texts, empty where there is no filter. */
export interface AuditFilter {
  subject: string;
  actor: string;
  action: AuditAction | "";
  outcome: AuditOutcome | "";
  /** Days as a date field has them, 2026-11-27: the first and the last that are shown, in the reader's time. */
  from: string;
  to: string;
}

/** The actions as a person says them, in the order to offer. */
export const actionWords: Record<AuditAction, string> = {
  trainModel: "Train model",
  cancelTraining: "Cancel training",
  registerModel: "Register model",
  registerVersion: "Register version",
  reproduceVersion: "Reproduce version",
  endReproduction: "End of a reproduction",
  registerLogged: "Register logged model",
  followRegistry: "Changed on the MLflow server",
  reserveModel: "Reserve name",
  changeReserved: "Describe reserved name",
  releaseModel: "Release name",
  promoteVersion: "Promote version",
  archiveVersion: "Archive version",
  rollback: "Roll back",
  removeModel: "Remove model",
  restoreVersion: "Restore version",
  restoreModel: "Restore model",
  setPolicy: "Set policy",
  proposePromotion: "Propose promotion",
  approveProposal: "Approve proposal",
  rejectProposal: "Reject proposal",
  expireProposal: "Proposal expired",
  setAlias: "Set alias",
  deleteAlias: "Delete alias",
  setTag: "Set tag",
  deleteTag: "Delete tag",
  setDescription: "Describe",
  createWebhook: "Create webhook",
  deleteWebhook: "Delete webhook",
  testWebhook: "Test webhook",
  redeliverWebhook: "Deliver again",
  renameThread: "Rename conversation",
  deleteThread: "Delete conversation",
  restoreThread: "Restore conversation",
  stopReply: "Stop reply",
};

export const outcomeWords: Record<AuditOutcome, string> = { DONE: "Done", REFUSED: "Refused", FAILED: "Failed" };

/** What an address or a form says; what can't be is left out. */
export function filterOf(given: { get: (name: string) => unknown }): AuditFilter {
  const text = (name: string) => String(given.get(name) ?? "").trim();
  const among = <Value extends string>(words: Record<Value, string>, value: string) =>
    isKeyOf(words, value) ? value : "";
  const day = (name: string) => (startOf(text(name)) ? text(name) : "");
  return {
    subject: text("subject"),
    actor: text("actor"),
    action: among(actionWords, text("action")),
    outcome: among(outcomeWords, text("outcome")),
    from: day("from"),
    to: day("to"),
  };
}

/** The filter as an address holds it. */
export function addressOf(filter: AuditFilter): string {
  const parameters = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
  return parameters.size > 0 ? `/audit?${parameters}` : "/audit";
}

/** The filter as the API takes it. */
export function variablesOf({ subject, actor, action, outcome, from, to }: AuditFilter) {
  return {
    subject: subject || null,
    actor: actor || null,
    action: action || null,
    outcome: outcome || null,
    since: startOf(from)?.toISOString() ?? null,
    until: startOf(to, 1)?.toISOString() ?? null,
  };
}

const pageSize = 50;

/** A page of the log, as the API takes it. */
export function auditPageVariables(filter: AuditFilter, after: string | null = null) {
  return { first: pageSize, after, ...variablesOf(filter) };
}

/** When a day, or one so many days later, begins where the reader is; undefined when it is none. */
function startOf(day: string, daysLater = 0): Date | undefined {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const start = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(start.getTime()) ? undefined : start;
}

function isKeyOf<Key extends string>(record: Record<Key, unknown>, key: string): key is Key {
  return Object.hasOwn(record, key);
}
