import { availableParallelism } from "node:os";
import { z } from "zod";
import { defineRead } from "../actions/define-action.ts";
import type { Database } from "../platform/database.ts";
import { genesisHash } from "./chain.ts";
import { type CheckedPage, checkExactly, reasonOf } from "./check-page.ts";
import { checkedHere, openPageCheckers, type PageCheckers } from "./page-checkers.ts";
import { type PageRange, readExactly, readQuickly } from "./read-pages.ts";

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
/** A shorter log is walked before threads would have started. */
const longEnoughForThreads = 5 * pageSize;
/** Threads at the most: the database has to read for them, and others use the machine. */
const mostThreads = 4;

/** Walks the whole chain, in pages. */
export const verifyAuditLog = defineRead({
  name: "verifyAuditLog",
  title: "Verify the audit log",
  description: "Walks the audit log's hash chain and says whether it is whole.",
  permission: "audit:read",
  input: z.object({}),
  async read({ services: { database } }): Promise<AuditVerification> {
    const head = (await database.auditEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
    if (head < longEnoughForThreads) return walk(database, head, checkedHere);
    const mine = oneAtATime.then(() => walkByThreads(database, head));
    oneAtATime = mine.catch(() => {});
    return mine;
  },
});

/** Each has the machine to itself as far as this process goes: two at a time would take twice as long, and twice the threads. */
let oneAtATime: Promise<unknown> = Promise.resolve();

async function walkByThreads(database: Database, head: bigint): Promise<AuditVerification> {
  const checkers = openPageCheckers(Math.max(1, Math.min(availableParallelism(), mostThreads)));
  try {
    return await walk(database, head, checkers);
  } finally {
    await checkers.close();
  }
}

/** Pages are read and checked side by side, and put together in their order. */
async function walk(database: Database, head: bigint, checkers: PageCheckers): Promise<AuditVerification> {
  const found = { checked: 0, seq: 0n, hash: genesisHash };
  const pages: Promise<CheckedPage>[] = [];
  let next = 0n;
  const begin = () => {
    if (next >= head) return;
    const after = next;
    next += BigInt(pageSize);
    const page = checkRange(database, { after, upTo: next < head ? next : head }, checkers);
    // What comes after a fault is of no interest any more, nor is how it fails.
    page.catch(() => {});
    pages.push(page);
  };
  for (let ahead = 0; ahead <= checkers.count; ahead += 1) begin();
  for (let page = pages.shift(); page; page = pages.shift()) {
    const checked = await page;
    begin();
    const fault = faultOf(checked, found);
    if (fault) {
      return {
        valid: false,
        checked: found.checked + fault.checked,
        brokenAt: fault.seq,
        reason: fault.reason,
        headHash: fault.headHash,
      };
    }
    found.checked += checked.checked;
    found.seq += BigInt(checked.checked);
    found.hash = checked.lastHash ?? found.hash;
  }
  return { valid: true, checked: found.checked, brokenAt: null, reason: null, headHash: found.hash };
}

/** The first event of a page that does not fit, after what was found before it; null when all do. */
function faultOf(page: CheckedPage, before: { seq: bigint; hash: string }) {
  const { first, fault } = page;
  // An empty page is a gap: it was read up to an event that there is.
  if (!first) {
    const missing = before.seq + 1n;
    return { checked: 1, seq: Number(missing), reason: `Event ${missing} is missing.`, headHash: before.hash };
  }
  const firstIsWhole = page.lastHash !== null;
  const reason = reasonOf(first.seq, String(before.seq + 1n), first.previousHash === before.hash, () => firstIsWhole);
  if (reason) return { checked: 1, seq: Number(first.seq), reason, headHash: before.hash };
  if (!fault) return null;
  return {
    checked: page.checked,
    seq: Number(fault.seq),
    reason: fault.reason,
    headHash: page.lastHash ?? before.hash,
  };
}

/** Most pages are as they should be, and quickly told to be. */
async function checkRange(database: Database, range: PageRange, checkers: PageCheckers): Promise<CheckedPage> {
  const quick = await checkers.check(await readQuickly(database, range));
  return quick ?? checkExactly(await readExactly(database, range));
}
