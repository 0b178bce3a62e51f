import type { Database } from "../platform/database.ts";

/** Of each webhook as many deliveries that are over are kept, and none for longer than this. */
export const mostKept = 500;
const longestKeptDays = 30;

/** Deletes deliveries that are over and no longer kept. @returns how many */
export function pruneDeliveries(database: Database, kept = mostKept): Promise<number> {
  return database.$executeRaw`
    DELETE FROM webhook_delivery WHERE id IN (
      SELECT id FROM (
        SELECT id, created_at, row_number() OVER (PARTITION BY webhook_id ORDER BY id DESC) AS place
        FROM webhook_delivery WHERE status <> 'PENDING') AS over
      WHERE place > ${kept} OR created_at < now() - ${longestKeptDays} * interval '1 day')`;
}
