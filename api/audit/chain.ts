import { canonicalJson, sha256 } from "../platform/canonical-json.ts";

/** The hash before the first event. */
export const genesisHash = "0".repeat(64);

/** What the hash of an event covers: everything but the hash itself. */
export interface ChainedEvent {
  seq: bigint;
  id: string;
  at: Date;
  actorId: string;
  actorName: string;
  action: string;
  outcome: string;
  subject: string;
  version: number | null;
  summary: string;
  details: unknown;
  before: unknown;
  after: unknown;
  threadId: string | null;
  turnId: string | null;
  message: string | null;
  requestId: string;
  previousHash: string;
}

/** SHA-256 over the canonical JSON of the event, the hash before it included. */
export function hashEvent(event: ChainedEvent): string {
  return sha256(
    canonicalJson([
      event.seq.toString(),
      event.id,
      event.at.toISOString(),
      event.actorId,
      event.actorName,
      event.action,
      event.outcome,
      event.subject,
      event.version,
      event.summary,
      event.details,
      event.before ?? null,
      event.after ?? null,
      event.threadId,
      event.turnId,
      event.message,
      event.requestId,
      event.previousHash,
    ]),
  );
}
