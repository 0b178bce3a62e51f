import pg from "pg";
import { expect, it } from "vitest";
import { startTemporaryPostgres } from "../../scripts/testing/temporary-postgres.mjs";
import { openDatabase } from "./database.ts";
import { isDiskFull, isOutage } from "./outage.ts";

it("knows a database that goes away or has no room, in mid-query, between two of a transaction, and when it is asked", async () => {
  const server = await startTemporaryPostgres();
  const database = openDatabase({ url: server.url });
  const asked = database.$queryRaw`SELECT pg_sleep(60)::text`.catch((error: unknown) => error);
  const inTransaction = database
    .$transaction(async (tx) => void (await tx.$queryRaw`SELECT pg_sleep(60)::text`), { timeout: 60_000 })
    .catch((error: unknown) => error);
  const other = new pg.Client({ connectionString: server.url });
  await other.connect();
  const sleeping = "SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()";
  await expect.poll(async () => (await other.query(sleeping)).rowCount).toBe(2);
  await other.query(`SELECT pg_terminate_backend(pid) FROM (${sleeping}) AS asleep`);
  await other.end();
  expect(isOutage(await asked)).toBe(true);
  expect(isOutage(await inTransaction)).toBe(true);
  const full = database.$executeRaw`DO $$ BEGIN RAISE disk_full; END $$`.catch((error: unknown) => error);
  expect([isOutage(await full), isDiskFull(await full), isDiskFull(await asked)]).toEqual([true, true, false]);
  await server.stop();
  expect(isOutage(await database.$queryRaw`SELECT 1`.catch((error: unknown) => error))).toBe(true);
  await database.$disconnect();
});

it.each([
  new Error("no"),
  new TypeError("Client is not a function"),
  { code: "P2002" },
  { code: "23505" },
  null,
  "away",
])("takes %s for no outage", (error) => {
  expect(isOutage(error)).toBe(false);
});
