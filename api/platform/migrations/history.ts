import type { Client } from "pg";
import type { Migration } from "./folder.ts";

/** Why a database can't be migrated; the message says what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The database has all of the folder's migrations and later ones: a newer version was here, and was taken back. */
export class DatabaseAheadError extends MigrationError {
  override name = "DatabaseAheadError";
}

interface HistoryRow {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/**
 * The migrations that a database lacks, in order.
 * @throws {MigrationError} when its history and the folder's are not the same so far: an applied migration was edited, is not in the folder,
 *   or failed half-way (which only other tools leave behind)
 * @throws {DatabaseAheadError} when it is the folder's and goes on
 */
export async function pendingMigrations(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const rows = await readHistory(client);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = rows.filter((row) => !known.has(row.migration_name));
  for (const row of rows) {
    if (!row.finished_at) {
      throw new MigrationError(
        `The migration ${row.migration_name} failed half-way. Repair the database and resolve it with Prisma's own CLI.`,
      );
    }
    const migration = known.get(row.migration_name);
    if (migration && row.checksum !== migration.checksum) {
      throw new MigrationError(
        `The migration ${row.migration_name} was edited after it was applied. Restore its file; changes go into a new migration.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.migration_name));
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const [first] = unknown;
  if (first) {
    const last = migrations.at(-1)?.name ?? "";
    const ahead = pending.length === 0 && unknown.every((row) => row.migration_name > last);
    const message = `The database was migrated by a newer or another version (${first.migration_name} is not known here). Update this project, or use another database.`;
    throw ahead ? new DatabaseAheadError(message) : new MigrationError(message);
  }
  return pending;
}

async function readHistory(client: Client): Promise<HistoryRow[]> {
  const table = await client.query<{ present: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present",
  );
  if (!table.rows[0]?.present) return [];
  const { rows } = await client.query<HistoryRow>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at",
  );
  return rows;
}
