import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deployMigrations } from "../../api/platform/migrations/deploy.ts";
import { migrationsDir } from "../../api/platform/migrations/folder.ts";
import { diffToSchema } from "./schema-engine.ts";
import { withScratchDatabase } from "./scratch-database.ts";

/**
 * What the migrations lack to be schema.prisma: the SQL of the next migration, empty when they match.
 * @param serverUrl a PostgreSQL where a scratch database may be made
 */
export function missingMigration(serverUrl: string): Promise<string> {
  return withScratchDatabase(serverUrl, async (url) => {
    await deployMigrations(url);
    return diffToSchema(url);
  });
}

/**
 * Writes the next migration into the folder.
 * @returns its name; undefined when nothing changed
 */
export async function createMigration(serverUrl: string, title: string, now: Date): Promise<string | undefined> {
  const sql = await missingMigration(serverUrl);
  if (!sql) return undefined;
  const name = `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${title}`;
  mkdirSync(join(migrationsDir, name), { recursive: true });
  writeFileSync(join(migrationsDir, name, "migration.sql"), `${sql}\n`);
  return name;
}
