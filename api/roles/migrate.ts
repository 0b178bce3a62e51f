import type { Environment } from "../environment.ts";
import type { Logger } from "../platform/log.ts";
import { deployMigrations } from "../platform/migrations/deploy.ts";
import { DatabaseAheadError } from "../platform/migrations/history.ts";
import type { Role } from "./role.ts";

/**
 * Applies the migrations that the database lacks, and is done. A deployment that is taken back runs this of the version before, on a
 * database that the newer one has migrated already: each migration leaves the version before it working, so that is as it should be.
 */
export async function startMigrate({ databaseUrl }: Environment, log: Logger): Promise<Role> {
  try {
    const applied = await deployMigrations(databaseUrl);
    log.info({ applied }, applied.length > 0 ? "migrated the database" : "the database is up to date");
  } catch (error) {
    if (!(error instanceof DatabaseAheadError)) throw error;
    log.warn({ why: error.message }, "a newer version has migrated the database; nothing is to be done");
  }
  return { ready: {}, done: true, async stop() {} };
}
