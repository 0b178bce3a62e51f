import { z } from "zod";
import { defineRead } from "../actions/define-action.ts";
import { genesisHash, hashEvent } from "./chain.ts";

export interface AuditVerification {
  valid: boolean;
  /** Events walked, the broken one included. */
  checked: number;
  /** The seq of the first event that does not fit. */
  brokenAt: number | null;
  reason: string | null;
  /** The hash of the last event that fits: note it elsewhere, and a log that was cut short shows too. */
  headHash: string;
}

const pageSize = 2_000;

/** Walks the whole chain, in pages. */
export const verifyAuditLog = defineRead({
  name: "verifyAuditLog",
  title: "Verify the audit log",
  description: "Walks the audit log's hash chain and says whether it is whole.",
  permission: "audit:read",
  input: z.object({}),
  async read({ services: { database } }): Promise<AuditVerification> {
    let previous = genesisHash;
    let seq = 0n;
    let checked = 0;
    for (;;) {
      const events = await database.auditEvent.findMany({
        where: { seq: { gt: seq } },
        orderBy: { seq: "asc" },
        take: pageSize,
      });
      for (const event of events) {
        checked += 1;
        const reason =
          event.seq !== seq + 1n
            ? `Event ${seq + 1n} is missing.`
            : event.previousHash !== previous
              ? `Event ${event.seq} does not follow the one before it.`
              : event.hash !== hashEvent(event)
                ? `Event ${event.seq} was changed after it was written.`
                : null;
        if (reason) return { valid: false, checked, brokenAt: Number(event.seq), reason, headHash: previous };
        previous = event.hash;
        seq = event.seq;
      }
      if (events.length < pageSize) return { valid: true, checked, brokenAt: null, reason: null, headHash: previous };
    }
  },
});
