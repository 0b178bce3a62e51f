import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseCertificates } from "../../scripts/images/database-certificates.mjs";
import { encryptConnections } from "../../scripts/testing/encrypt-connections.mjs";
import { startTemporaryPostgres } from "../../scripts/testing/temporary-postgres.mjs";
import { clientOf } from "../testing/product.ts";
import { runRole, startRole } from "../testing/role-process.ts";

/** A server of its own: the settings that it gets are the whole server's. */
let postgres: Awaited<ReturnType<typeof startTemporaryPostgres>>;
let dir: string;
let variables: Record<string, string>;
beforeAll(async () => {
  [postgres, dir] = await Promise.all([startTemporaryPostgres(), mkdtemp(join(tmpdir(), "modelwright-certificates-"))]);
  await writeFile(join(dir, "own.pem"), await encryptConnections(postgres.url));
  await writeFile(join(dir, "rds.pem"), databaseCertificates().map(String).join(""));
  const { port, username, password, pathname } = new URL(postgres.url);
  variables = {
    DATABASE_HOST: "localhost",
    DATABASE_PORT: port,
    DATABASE_NAME: pathname.slice(1),
    DATABASE_USER: username,
    DATABASE_PASSWORD: password,
    DATABASE_SSLMODE: "verify-full",
    DATABASE_SSLROOTCERT: join(dir, "own.pem"),
    MODELWRIGHT_DATA_DIR: dir,
  };
}, 60_000);
afterAll(async () => {
  await postgres?.stop();
  await rm(dir, { recursive: true, force: true });
});

test("a database that shows the certificate it is known by is migrated and worked on, encrypted on every connection", async () => {
  expect(await runRole("migrate", variables).ended).toBe(0);
  const api = await startRole("api", variables);
  expect((await clientOf(api.url).graphql("{ models { nodes { name } } }")).errors).toBeUndefined();
  const admin = new Client({ connectionString: postgres.url });
  await admin.connect();
  const { rows } = await admin.query(
    "SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname IS NOT NULL AND pid <> pg_backend_pid()",
  );
  await admin.end();
  expect(rows).toEqual([{ ssl: true }]);
  expect(await api.stop()).toBe(0);
});

test.each([
  ["a certificate of somebody else", () => ({ DATABASE_SSLROOTCERT: join(dir, "rds.pem") }), /self-signed certificate/],
  ["another's name in it", () => ({ DATABASE_HOST: "127.0.0.1" }), /does not match certificate/],
])("one that shows %s is told nothing", async (_what, instead, why) => {
  const migrate = runRole("migrate", { ...variables, ...instead() });
  expect(await migrate.ended).toBe(1);
  expect(migrate.log[0]).toMatchObject({ level: 60, err: { message: expect.stringMatching(why) } });
});
