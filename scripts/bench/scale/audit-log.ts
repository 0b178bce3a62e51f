import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import { type ChainedEvent, genesisHash, hashEvent } from "../../../api/audit/chain.ts";

const batchSize = 5_000;
const begun = Date.UTC(2024, 0, 1);

/**
 * Fills an empty audit log with events as the product writes them, chained: trainings, registrations, promotions, and now and then a
 * refusal.
 * @param nameOf the model that event number n is about
 */
export async function writeAuditLog(
  client: Client,
  count: number,
  nameOf: (event: number) => string,
  signal: AbortSignal,
): Promise<void> {
  let previousHash = genesisHash;
  for (let from = 1; from <= count; from += batchSize) {
    signal.throwIfAborted();
    const rows: (ChainedEvent & { hash: string })[] = [];
    for (let seq = from; seq < Math.min(from + batchSize, count + 1); seq += 1) {
      const event = eventOf(seq, nameOf(seq), previousHash);
      const hash = hashEvent(event);
      rows.push({ ...event, hash });
      previousHash = hash;
    }
    const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
    await client.query(
      `INSERT INTO audit_event (seq, id, at, actor_id, actor_name, action, outcome, subject, version, summary, details, before, after,
         thread_id, turn_id, message, request_id, previous_hash, hash)
       SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::"AuditOutcome"[],
         $8::text[], $9::int[], $10::text[], $11::jsonb[], $12::jsonb[], $13::jsonb[], $14::text[], $15::text[], $16::text[], $17::text[],
         $18::text[], $19::text[])`,
      [
        rows.map(({ seq }) => String(seq)),
        rows.map(({ id }) => id),
        rows.map(({ at }) => at.toISOString()),
        rows.map(({ actorId }) => actorId),
        rows.map(({ actorName }) => actorName),
        rows.map(({ action }) => action),
        rows.map(({ outcome }) => outcome),
        rows.map(({ subject }) => subject),
        rows.map(({ version }) => version),
        rows.map(({ summary }) => summary),
        rows.map(({ details }) => json(details)),
        rows.map(({ before }) => json(before)),
        rows.map(({ after }) => json(after)),
        rows.map(({ threadId }) => threadId),
        rows.map(({ turnId }) => turnId),
        rows.map(({ message }) => message),
        rows.map(({ requestId }) => requestId),
        rows.map((row) => row.previousHash),
        rows.map(({ hash }) => hash),
      ],
    );
  }
}

function eventOf(seq: number, subject: string, previousHash: string): ChainedEvent {
  const version = 1 + (seq % 20);
  const chat = seq % 2 === 0;
  return {
    seq: BigInt(seq),
    id: randomUUID(),
    at: new Date(begun + seq * 60_000),
    actorId: "local-owner",
    actorName: "local owner",
    ...whatHappened(seq, subject, version),
    subject,
    version,
    threadId: chat ? randomUUID() : null,
    turnId: chat ? randomUUID() : null,
    message: chat ? `please promote version ${version} of ${subject}, it is better on the holdout` : null,
    requestId: randomUUID(),
    previousHash,
  };
}

function whatHappened(seq: number, model: string, version: number) {
  const done = "DONE" as const;
  const training = {
    runId: randomUUID(),
    algorithm: "logistic_regression",
    testSize: 0.3,
    seed: seq % 1_000,
    dataset: model,
  };
  switch (seq % 4) {
    case 0:
      return {
        action: "promoteVersion",
        outcome: done,
        summary: `Promoted version ${version} of ${model} to production.`,
        details: {
          planDigest: sha("plan", seq),
          changes: [
            { model, version, from: "CANDIDATE", to: "PRODUCTION" },
            { model, version: version - 1, from: "PRODUCTION", to: "ARCHIVED" },
          ],
          answer: { turnId: randomUUID(), message: "yes" },
        },
        before: { production: [`${model}/${version - 1}`], stage: "CANDIDATE" },
        after: { production: [`${model}/${version}`], stage: "PRODUCTION" },
      };
    case 1:
      return {
        action: "trainModel",
        outcome: done,
        summary: `Started a training of ${model} by logistic regression.`,
        details: training,
        before: null,
        after: { status: "QUEUED" },
      };
    case 2:
      return {
        action: "registerVersion",
        outcome: done,
        summary: `Registered version ${version} of ${model} as a candidate.`,
        details: { ...training, artifactSha256: sha("file", seq), datasetSha256: sha("data", 1) },
        before: null,
        after: { stage: "CANDIDATE" },
      };
    default:
      return {
        action: "archiveVersion",
        outcome: "REFUSED" as const,
        summary: `Refused: Version ${version} of ${model} is archived already.`,
        details: {
          code: "CONFLICT",
          reason: `Version ${version} of ${model} is archived already.`,
          input: { model, version },
        },
        before: null,
        after: null,
      };
  }
}

/** Sixty-four hexadecimal digits that stand for a hash. */
function sha(what: string, n: number): string {
  return Buffer.from(`${what}${n}`.padEnd(32, "0")).toString("hex").slice(0, 64);
}
