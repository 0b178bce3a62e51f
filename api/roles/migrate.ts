import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { deployMigrations } from "../platform/migrations/deploy.ts";
import type { Role } from "./role.ts";

/** Applies the migrations that the database lacks, and is done. */
export async function startMigrate({ databaseUrl }: Environment, log: Logger): Promise<Role> {
  const applied = await deployMigrations(databaseUrl);
  log.info({ applied }, applied.length > 0 ? "migrated the database" : "the database is up to date");
  return { ready: {}, done: true, async stop() {} };
}
