import { connect } from "../../api/platform/migrations/connect.ts";
import { type Migration, readMigrations } from "../../api/platform/migrations/folder.ts";
import { pendingMigrations } from "../../api/platform/migrations/history.ts";

/**
 * Which migrations of the folder a database has.
 * @throws {import("../../api/platform/migrations/history.ts").MigrationError} when the database can't be reached, or its history differs from the folder's
 */
export async function migrationStatus(
  databaseUrl: string,
  migrations: Migration[] = readMigrations(),
): Promise<{ name: string; applied: boolean }[]> {
  const client = await connect(databaseUrl);
  try {
    const pending = new Set((await pendingMigrations(client, migrations)).map((migration) => migration.name));
    return migrations.map(({ name }) => ({ name, applied: !pending.has(name) }));
  } finally {
    await client.end();
  }
}
