import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { deployMigrations } from "../../api/platform/migrations/deploy.ts";
import type { Migration } from "../../api/platform/migrations/folder.ts";
import { DatabaseAheadError, MigrationError } from "../../api/platform/migrations/history.ts";
import { createTestDatabase } from "../testing/database.ts";
import { diffToSchema } from "./schema-engine.ts";
import { withScratchDatabase } from "./scratch-database.ts";
import { migrationStatus } from "./status.ts";

const first: Migration = { name: "1_first", sql: "CREATE TABLE a (id INT); INSERT INTO a VALUES (1);", checksum: "c1" };
const second: Migration = { name: "2_second", sql: "ALTER TABLE a ADD COLUMN b INT;", checksum: "c2" };

function scratch<T>(use: (url: string) => Promise<T>): Promise<T> {
  return withScratchDatabase(inject("postgresUrl"), use);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a migration is applied once and recorded as Prisma records it", () =>
  scratch(async (url) => {
    expect(await deployMigrations(url, [first])).toEqual(["1_first"]);
    expect(await deployMigrations(url, [first])).toEqual([]);
    expect(await deployMigrations(url, [first, second])).toEqual(["2_second"]);
    expect(await query(url, "SELECT * FROM a")).toEqual([{ id: 1, b: null }]);
    const history = await query(
      url,
      "SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY started_at",
    );
    expect(history).toEqual([
      { migration_name: "1_first", checksum: "c1", applied_steps_count: 1, done: true },
      { migration_name: "2_second", checksum: "c2", applied_steps_count: 1, done: true },
    ]);
  }));

test("of processes that migrate at once, one does", () =>
  scratch(async (url) => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => deployMigrations(url, [first, second])));
    expect(applied.flat().sort()).toEqual(["1_first", "2_second"]);
    expect(await query(url, "SELECT id FROM a")).toEqual([{ id: 1 }]);
  }));

test("a migration that fails leaves nothing behind, and can be tried again", () =>
  scratch(async (url) => {
    const broken = { ...second, sql: "CREATE TABLE c (id INT);\nSELECT nonsense();" };
    await expect(deployMigrations(url, [first, broken])).rejects.toThrow(
      /2_second failed and was undone.*nonsense.*\(line 2\)/,
    );
    expect(await migrationStatus(url, [first, second])).toEqual([
      { name: "1_first", applied: true },
      { name: "2_second", applied: false },
    ]);
    expect(await query(url, "SELECT to_regclass('c') AS c")).toEqual([{ c: null }]);
    expect(await deployMigrations(url, [first, second])).toEqual(["2_second"]);
  }));

test("an edited, an unknown and a half-way failed migration are refused", () =>
  scratch(async (url) => {
    await deployMigrations(url, [first, second]);
    await expect(deployMigrations(url, [{ ...first, checksum: "other" }, second])).rejects.toThrow(
      /1_first was edited/,
    );
    await expect(deployMigrations(url, [first])).rejects.toThrow(/2_second is not known here/);
    await expect(deployMigrations(url, [first])).rejects.toBeInstanceOf(DatabaseAheadError);
    // Not later than all that is known, or beside what is not applied: another version's, not a newer one's.
    for (const others of [[second], [first, { ...second, name: "3_third" }]])
      await expect(deployMigrations(url, others)).rejects.not.toBeInstanceOf(DatabaseAheadError);
    await query(url, "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'");
    await expect(deployMigrations(url, [first, second])).rejects.toThrow(/2_second failed half-way/);
  }));

test("a server that isn't there is an error that says what to do, not a wait", async () => {
  await expect(deployMigrations("postgresql://nobody:secret@127.0.0.1:1/nothing")).rejects.toThrow(
    new MigrationError(
      "No PostgreSQL answers at 127.0.0.1:1 (connect ECONNREFUSED 127.0.0.1:1). Start it, or correct DATABASE_URL or its parts.",
    ),
  );
});

test("so is one that refuses, without a word of the password", async () => {
  const url = new URL(inject("postgresUrl"));
  const refused = {
    password: [/password authentication failed/, "a-wrong-one"],
    pathname: [/does not exist/, "/nothing"],
  } as const;
  for (const [part, [reason, value]] of Object.entries(refused)) {
    const wrong = Object.assign(new URL(url), { [part]: value });
    const message = await deployMigrations(wrong.href).catch((error: unknown) => String(error));
    expect(message).toMatch(reason);
    expect(message).toContain(`The PostgreSQL at ${url.host} refuses: `);
    expect(message).not.toContain(wrong.password);
  }
});

test("a database of somebody else's is refused, and nothing is made in it", () =>
  scratch(async (url) => {
    await query(url, "CREATE TABLE thread (id INT)");
    await expect(deployMigrations(url, [first])).rejects.toThrow(
      /is somebody else's: it holds thread\. .*an empty database/,
    );
    expect(await query(url, "SELECT to_regclass('_prisma_migrations') AS history")).toEqual([{ history: null }]);
    await query(url, "DROP TABLE thread");
    expect(await deployMigrations(url, [first])).toEqual(["1_first"]);
  }));

test("a user who may not create tables is told so, and which one", () =>
  scratch(async (url) => {
    const role = `reader_${randomBytes(6).toString("hex")}`;
    await query(url, `CREATE ROLE ${role}`);
    const asReader = new URL(url);
    asReader.searchParams.set("options", `-c role=${role}`);
    const refused = await deployMigrations(asReader.href, [first]).catch((error: unknown) => String(error));
    await query(url, `DROP ROLE ${role}`);
    expect(refused).toMatch(
      /^MigrationError: The user modelwright may not create tables in the database scratch_\w+: permission denied/,
    );
  }));

test("a database without room is told as such", () =>
  scratch(async (url) => {
    const full = { ...second, sql: "DO $$ BEGIN RAISE disk_full USING MESSAGE = 'could not extend file'; END $$" };
    await expect(deployMigrations(url, [first, full])).rejects.toThrow(
      "The disk of the database is full: could not extend file. Make room there and start again.",
    );
    expect(await deployMigrations(url, [first, second])).toEqual(["2_second"]);
  }));

let url: string;
const client = () => new Client({ connectionString: url });
let db: Client;
beforeAll(async () => {
  ({ url } = await createTestDatabase());
  db = client();
  await db.connect();
});
afterAll(() => db.end());

test("the migrations make what schema.prisma says, and a difference is seen", async () => {
  expect(await diffToSchema(url)).toBe("");
  const copy = await createTestDatabase();
  await query(copy.url, "ALTER TABLE thread DROP COLUMN title");
  expect(await diffToSchema(copy.url)).toContain(`ADD COLUMN     "title" TEXT NOT NULL`);
});

test("the registry has one policy", async () => {
  expect((await db.query("SELECT id, scope, revision FROM registry_policy")).rows).toEqual([
    { id: 1, scope: "MODEL", revision: 1 },
  ]);
  await expect(db.query("INSERT INTO registry_policy (id) VALUES (2)")).rejects.toThrow(/one_row/);
});

test.each(["audit_event", "stage_change"])("%s is append-only", async (table) => {
  for (const sql of [`DELETE FROM ${table}`, `UPDATE ${table} SET actor_id = 'other'`, `TRUNCATE ${table} CASCADE`]) {
    await expect(db.query(sql)).rejects.toThrow(/append-only/);
  }
});

test("a scope has one production version, a living name one model, a thread one open request", async () => {
  const model = "INSERT INTO model (id, name, description, task, target, definition, created_by, removed_at) VALUES";
  const values = (removed: string) => `(gen_random_uuid(), 'm', '', 'REGRESSION', 't', '{}', 'me', ${removed})`;
  await db.query(`${model} ${values("now()")}, ${values("now()")}, ${values("NULL")}`);
  await expect(db.query(`${model} ${values("NULL")}`)).rejects.toThrow(/model_name_live/);

  const version = (number: number, stage: string) =>
    db.query(
      `INSERT INTO model_version (id, model_id, version, stage, production_scope, algorithm, metrics, params, artifact_sha256, artifact_bytes, created_by)
       SELECT gen_random_uuid(), id, ${number}, '${stage}', 'scope', '', '[]', '{}', '', 0, 'me' FROM model WHERE removed_at IS NULL`,
    );
  await version(1, "PRODUCTION");
  await version(2, "ARCHIVED");
  await expect(version(3, "PRODUCTION")).rejects.toThrow(/model_version_production/);

  await db.query("INSERT INTO thread (id, title, actor_id) VALUES ('00000000-0000-0000-0000-000000000001', '', 'me')");
  const request = (status: string) =>
    db.query(
      `INSERT INTO pending_request (id, thread_id, agent_run_id, kind, status, request, schema)
       VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'run', 'CHOICE', '${status}', '{}', '{}')`,
    );
  await request("ANSWERED");
  await request("OPEN");
  await expect(request("OPEN")).rejects.toThrow(/pending_request_open/);
});

test.each(["-0.1", "1.1", "'NaN'"])("progress %s is refused", async (progress) => {
  const insert = `INSERT INTO training_event (run_id, seq, type, progress, message) VALUES (gen_random_uuid(), 1, 'PROGRESS', ${progress}, '')`;
  await expect(db.query(insert)).rejects.toThrow(/progress_check/);
});
