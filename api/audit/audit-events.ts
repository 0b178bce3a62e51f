import { z } from "zod";

/**
 * What an audit event tells, by action: a closed union. `details` of an act that was done is typed here; of one that was refused or
 * failed it is always `refusalSchema`.
 */
const trainingDetails = z.object({
  runId: z.string(),
  algorithm: z.string(),
  testSize: z.number(),
  seed: z.number(),
  dataset: z.string(),
});
const stageDetails = z.object({
  planDigest: z.string().nullable(),
  /** Every version that moved: the one acted on first. */
  changes: z.array(z.object({ model: z.string(), version: z.number(), from: z.string().nullable(), to: z.string() })),
});

const deliveryDetails = z.object({ webhookId: z.string(), deliveryId: z.string() });
const proposalDetails = z.object({ proposalId: z.string() });

export const auditDetails = {
  registerModel: z.object({ definition: z.string() }),
  trainModel: trainingDetails,
  cancelTraining: z.object({ runId: z.string(), status: z.string() }),
  registerVersion: trainingDetails.extend({ artifactSha256: z.string(), datasetSha256: z.string() }),
  reproduceVersion: z.object({ reproductionId: z.string() }),
  endReproduction: z.object({
    reproductionId: z.string(),
    outcome: z.string(),
    artifactSha256: z.string(),
    largestDifference: z.number().nullable(),
  }),
  registerLogged: z.object({
    source: z.string(),
    runId: z.string().nullable(),
    loggedModelId: z.string().nullable(),
    artifactSha256: z.string(),
    /** Of the ONNX file as it was logged; the one that serves is made of it. */
    onnxSha256: z.string(),
    files: z.number(),
  }),
  /** What others changed on the MLflow server that is the registry, as it was seen here. */
  followRegistry: z.object({ server: z.string(), changes: z.array(z.string()) }),
  reserveModel: z.object({}),
  changeReserved: z.object({ changed: z.array(z.string()) }),
  releaseModel: z.object({}),
  promoteVersion: stageDetails,
  archiveVersion: stageDetails,
  rollback: stageDetails,
  removeModel: stageDetails.extend({ versions: z.number(), cancelledRuns: z.array(z.string()) }),
  setPolicy: z.object({ revision: z.number() }),
  proposePromotion: proposalDetails.extend({ planDigest: z.string(), expiresAt: z.string() }),
  approveProposal: proposalDetails.extend({ planDigest: z.string(), proposedBy: z.string() }),
  rejectProposal: proposalDetails.extend({ proposedBy: z.string() }),
  expireProposal: proposalDetails.extend({ proposedBy: z.string() }),
  restoreVersion: stageDetails,
  restoreModel: stageDetails.extend({ removedAt: z.string() }),
  setAlias: z.object({ alias: z.string() }),
  deleteAlias: z.object({ alias: z.string() }),
  setTag: z.object({ key: z.string() }),
  deleteTag: z.object({ key: z.string() }),
  setDescription: z.object({}),
  createWebhook: z.object({ webhookId: z.string(), events: z.array(z.string()) }),
  deleteWebhook: z.object({ webhookId: z.string() }),
  testWebhook: deliveryDetails,
  redeliverWebhook: deliveryDetails,
  renameThread: z.object({}),
  deleteThread: z.object({ turns: z.number() }),
  restoreThread: z.object({ turns: z.number() }),
  stopReply: z.object({ threadId: z.string(), done: z.number() }),
} as const;

export type AuditAction = keyof typeof auditDetails;
export const auditActions = Object.keys(auditDetails) as AuditAction[];

export const refusalSchema = z.object({
  /** The error's code; FAULT for a fault of our own. */
  code: z.string(),
  reason: z.string(),
  input: z.unknown(),
});

/** A cause as a row keeps it. */
export const causeSchema = z.object({
  requestId: z.string(),
  threadId: z.string().optional(),
  turnId: z.string().optional(),
  message: z.string().optional(),
  answer: z.object({ turnId: z.string(), message: z.string() }).optional(),
  comment: z.string().optional(),
});

/** What caused an act: the request, and in a chat the message that asked for it. */
export interface Cause {
  requestId: string;
  threadId?: string;
  turnId?: string;
  message?: string;
  /** What completed or confirmed the request, when the message alone did not do: "yes", "version 2". */
  answer?: CauseAnswer;
  /** Why, in the words of who acts. It is no part of a plan: the same is done with it and without. */
  comment?: string;
}

export const longestComment = 1_000;

const causeAnswer = z.object({ turnId: z.string(), message: z.string() });
export type CauseAnswer = z.infer<typeof causeAnswer>;

/** The answer that an event's details hold; null when its act needed none. */
export function answerOf(details: unknown): CauseAnswer | null {
  const parsed = z.object({ answer: causeAnswer }).safeParse(details);
  return parsed.success ? parsed.data.answer : null;
}

/** Why it was done, in the words of who did it; null when they said nothing. */
export function commentOf(details: unknown): string | null {
  const parsed = z.object({ comment: z.string() }).safeParse(details);
  return parsed.success ? parsed.data.comment : null;
}

interface EntryCommon {
  actor: { id: string; name: string };
  /** What was acted on: the model's name, mostly. */
  subject: string;
  version?: number;
  /** One sentence in the past tense. */
  summary: string;
  before?: unknown;
  after?: unknown;
  cause: Cause;
}

type DoneEntry<A extends AuditAction> = EntryCommon & {
  action: A;
  outcome: "DONE";
  details: z.input<(typeof auditDetails)[A]>;
};
type RefusedEntry = EntryCommon & {
  action: AuditAction;
  outcome: "REFUSED" | "FAILED";
  details: z.input<typeof refusalSchema>;
};
export type AuditEntry = { [A in AuditAction]: DoneEntry<A> }[AuditAction] | RefusedEntry;
