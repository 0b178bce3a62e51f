import { Client } from "pg";
import { type Migration, readMigrations } from "./folder.ts";
import { pendingMigrations } from "./history.ts";

/**
 * Which migrations of the folder a database has.
 * @throws {import("./history.ts").MigrationError} when its history differs from the folder's
 */
export async function migrationStatus(
  databaseUrl: string,
  migrations: Migration[] = readMigrations(),
): Promise<{ name: string; applied: boolean }[]> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 15_000 });
  await client.connect();
  try {
    const pending = new Set((await pendingMigrations(client, migrations)).map((migration) => migration.name));
    return migrations.map(({ name }) => ({ name, applied: !pending.has(name) }));
  } finally {
    await client.end();
  }
}
