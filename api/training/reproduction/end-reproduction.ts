import type { Reproduction } from "../../../prisma/client/client.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { Transaction } from "../../platform/database.ts";
import type { PubSub } from "../../platform/pub-sub.ts";
import { runCause } from "../run-cause.ts";
import { changeReproduction } from "./change-reproduction.ts";
import type { Reproduced } from "./compare-outcome.ts";

/**
 * Fails a reproduction, with its audit event.
 * @returns false when it is no longer in the hands of this attempt; nothing was changed then
 */
export async function failReproduction(
  tx: Transaction,
  pubSub: PubSub,
  reproduction: Reproduction,
  { code, reason }: { code: string; reason: string },
): Promise<boolean> {
  const failed = { status: "FAILED", message: reason, error: reason, finishedAt: new Date() } as const;
  if (!(await changeReproduction(tx, pubSub, reproduction, failed))) return false;
  const named = await nameOf(tx, reproduction);
  await appendAudit(tx, {
    action: "endReproduction",
    outcome: "FAILED",
    ...(await runCause(tx, reproduction)),
    ...named,
    summary: `Version ${named.version} of ${named.subject} could not be trained again: ${reason}`,
    details: { code, reason, input: { reproductionId: reproduction.id } },
    before: { status: "RUNNING" },
    after: { status: "FAILED" },
  });
  return true;
}

const inWords = {
  BYTE_EQUAL: "came out byte for byte the same",
  PREDICTIONS_EQUAL: "predicts the same, from other bytes",
  DIFFERENT: "came out different",
} as const;

/**
 * Ends a reproduction with what came of it, with its audit event.
 * @returns false when it is no longer in the hands of this attempt; nothing was changed then
 */
export async function succeedReproduction(
  tx: Transaction,
  pubSub: PubSub,
  reproduction: Reproduction,
  { outcome, report }: Reproduced,
): Promise<boolean> {
  const named = await nameOf(tx, reproduction);
  const message = `Trained again, version ${named.version} of ${named.subject} ${inWords[outcome]}.`;
  const change = { status: "SUCCEEDED", progress: 1, message, outcome, report, finishedAt: new Date() } as const;
  if (!(await changeReproduction(tx, pubSub, reproduction, change))) return false;
  await appendAudit(tx, {
    action: "endReproduction",
    outcome: "DONE",
    ...(await runCause(tx, reproduction)),
    ...named,
    summary: message,
    details: {
      reproductionId: reproduction.id,
      outcome,
      artifactSha256: report.artifactSha256,
      largestDifference: report.largestDifference,
    },
    before: { status: "RUNNING" },
    after: { status: "SUCCEEDED", outcome },
  });
  return true;
}

async function nameOf(
  tx: Transaction,
  { versionId }: Pick<Reproduction, "versionId">,
): Promise<{ subject: string; version: number }> {
  const { version, model } = await tx.modelVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { version: true, model: { select: { name: true } } },
  });
  return { subject: model.name, version };
}
