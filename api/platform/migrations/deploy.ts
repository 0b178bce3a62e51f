import { randomUUID } from "node:crypto";
import { type Client, DatabaseError } from "pg";
import { isDiskFull, isOutage } from "../outage.ts";
import { connect } from "./connect.ts";
import { type Migration, readMigrations } from "./folder.ts";
import { MigrationError, pendingMigrations } from "./history.ts";

/** Prisma's own advisory lock for migrating, so that its CLI and this runner exclude each other. */
const LOCK = 72707369;
/** As long as another deploy may take before this one gives up. */
const LOCK_TIMEOUT_MS = 60_000;

const CREATE_HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Applies the migrations that the database lacks, each in one transaction together with its row in Prisma's history table, so that it is
 * applied and recorded or neither. Several processes may do this at once.
 * @returns the names of those applied; none when the database was up to date
 * @throws {MigrationError} when the database can't be reached or is somebody else's, its history differs from the folder's, or a migration
 *   fails
 */
export async function deployMigrations(
  databaseUrl: string,
  migrations: Migration[] = readMigrations(),
): Promise<string[]> {
  const client = await connect(databaseUrl);
  try {
    if ((await pendingMigrations(client, migrations)).length === 0) return [];
    await takeLock(client);
    // Asked again under the lock: another process may have applied them meanwhile.
    const pending = await pendingMigrations(client, migrations);
    if (pending.length === migrations.length) await requireEmpty(client);
    await client.query(CREATE_HISTORY);
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } catch (error) {
    throw inWords(error, client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Nothing is made beside what is somebody else's. Relations of an extension are nobody's. */
async function requireEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class AS relation
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname <> '_prisma_migrations'
       AND NOT EXISTS (SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = relation.oid AND deptype = 'e')
     ORDER BY relname LIMIT 4`,
  );
  if (rows.length === 0) return;
  const names = rows.slice(0, 3).map(({ name }) => name);
  throw new MigrationError(
    `The database ${client.database} is somebody else's: it holds ${[...names, ...(rows.length > 3 ? ["…"] : [])].join(", ")}. Nothing was changed. Use an empty database.`,
  );
}

/** What stands in the way, for a person; an error that is no fault of the database or its settings as it is. */
function inWords(error: unknown, { user, database }: Client): unknown {
  if (error instanceof MigrationError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error))
    return new MigrationError(`The disk of the database is full: ${reason}. Make room there and start again.`, {
      cause: error,
    });
  if (error instanceof DatabaseError && error.code === "42501")
    return new MigrationError(
      `The user ${user} may not create tables in the database ${database}: ${reason}. Grant that, or name another user.`,
      { cause: error },
    );
  if (error instanceof DatabaseError || isOutage(error))
    return new MigrationError(`The database ${database} can't be migrated: ${reason}.`, { cause: error });
  return error;
}

async function takeLock(client: Client): Promise<void> {
  await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
  } catch (error) {
    throw new MigrationError("Another process has been migrating this database for too long.", { cause: error });
  }
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    // Of a connection that broke nothing is left to undo.
    await client.query("ROLLBACK").catch(() => {});
    if (isDiskFull(error)) throw error;
    throw new MigrationError(`The migration ${name} failed and was undone: ${describe(error, sql)}`, { cause: error });
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError)) return String(error);
  const line = error.position ? ` (line ${sql.slice(0, Number(error.position)).split("\n").length})` : "";
  return `${error.message}${line}`;
}
