import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { TEMPLATE } from "./template.ts";

/**
 * A database of one's own with all migrations applied, on the test run's PostgreSQL. It goes with that server; nothing is to be dropped.
 * Close all connections to it before the test file ends.
 */
export async function createTestDatabase(): Promise<{ url: string }> {
  const server = new URL(inject("postgresUrl"));
  const name = `test_${randomBytes(8).toString("hex")}`;
  const admin = new Client({ connectionString: server.href });
  await admin.connect();
  try {
    // wal_log copies pages without the checkpoints that the other strategy waits for.
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY wal_log`);
  } finally {
    await admin.end();
  }
  server.pathname = `/${name}`;
  return { url: server.href };
}
