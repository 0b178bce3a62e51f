import { randomInt } from "node:crypto";
import { Prisma } from "./database.ts";

/** The first half of the advisory locks by which living processes are known; the second half is the process's own number. */
const presenceLocks = 7_305_010;

/**
 * This process, as lease_owner of what it works on. While it lives, its connection for notices holds the advisory lock of this number,
 * and the database lets that go as soon as the process is dead: nobody need wait for its leases to lapse.
 */
export const leaseOwner = String(randomInt(1, 2 ** 31 - 1));

/** For the connection for notices, when it opens. Shared, since the server may not have seen yet that the one before is gone. */
export const showPresence = presenceOf(leaseOwner);

/** The statement by which a connection shows that a process lives. */
export function presenceOf(owner: string): string {
  return `SELECT pg_advisory_lock_shared(${presenceLocks}, ${Number(owner)})`;
}

/**
 * A condition on a row with lease_owner and lease_until: nobody has it, since its lease has lapsed or its owner is dead. This process never
 * takes itself for dead, though its connection may be away for a moment. An owner that is no number, of a version before this one, is known
 * by its lease alone.
 */
export const leaseIsOver = Prisma.sql`(
  lease_until IS NULL OR lease_until < now()
  OR (lease_owner ~ '^[0-9]+$' AND lease_owner <> ${leaseOwner} AND NOT EXISTS (
    SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND classid::text = ${String(presenceLocks)}
      AND objid::text = lease_owner AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))))`;
