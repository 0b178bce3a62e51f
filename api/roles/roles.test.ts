import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { withScratchDatabase } from "../../scripts/migrations/scratch-database.ts";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { clientOf } from "../testing/product.ts";
import { runRole, startRole } from "../testing/role-process.ts";
import { openWay } from "../testing/tcp-way.ts";

/** Each starts processes of the product, several at once on a machine that may be busy with others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let dataDir: string;
let database: { url: string };
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "modelwright-roles-"));
  database = await createTestDatabase();
});
afterAll(() => rm(dataDir, { recursive: true }));

const variables = (more: Record<string, string> = {}) => ({
  DATABASE_URL: database.url,
  MODELWRIGHT_DATA_DIR: dataDir,
  ...more,
});

/** Asks until the answer is that one: how long a process takes to notice something is not the question here. */
async function until(url: string, status: number): Promise<object> {
  for (;;) {
    const response = await fetch(url);
    const body = (await response.json()) as object;
    if (response.status === status) return body;
  }
}

describe("migrate", () => {
  test("brings an empty database to where the API can start, and ends; again it has nothing to do", async () => {
    await withScratchDatabase(inject("postgresUrl"), async (url) => {
      const first = runRole("migrate", { DATABASE_URL: url });
      expect({ code: await first.ended, log: first.log }).toMatchObject({
        code: 0,
        log: [{ role: "migrate", msg: "migrated the database" }, {}, {}],
      });
      expect(first.log[0]?.applied.length).toBeGreaterThan(0);
      const second = runRole("migrate", { DATABASE_URL: url });
      expect(await second.ended).toBe(0);
      expect(second.log[0]).toMatchObject({ msg: "the database is up to date", applied: [] });
      const api = await startRole("api", variables({ DATABASE_URL: url }));
      expect((await clientOf(api.url).graphql("{ models { nodes { name } } }")).status).toBe(200);
      // What starts workers reads it there.
      expect(api.log.find(({ msg }) => msg === "training queue")).toMatchObject({ level: 30, trainingQueueDepth: 0 });
      expect(await api.stop()).toBe(0);
    });
  });

  test("of a version that a deployment was taken back to finds a newer one's database, and lets it be", async () => {
    await withScratchDatabase(inject("postgresUrl"), async (url) => {
      expect(await runRole("migrate", { DATABASE_URL: url }).ended).toBe(0);
      const newer = new Client({ connectionString: url });
      await newer.connect();
      await newer.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('1', 'c', '29990101000000_newer', now())",
      );
      await newer.end();
      const back = runRole("migrate", { DATABASE_URL: url });
      expect(await back.ended).toBe(0);
      expect(back.log[0]).toMatchObject({
        level: 40,
        msg: "a newer version has migrated the database; nothing is to be done",
        why: expect.stringContaining("29990101000000_newer is not known here"),
      });
      const api = await startRole("api", variables({ DATABASE_URL: url }));
      expect(await api.stop()).toBe(0);
    });
  });

  test("ends with a failure that a deployment stops at when the database is not reached", async () => {
    const migrate = runRole("migrate", { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" });
    expect(await migrate.ended).toBe(1);
    expect(migrate.log[0]).toMatchObject({
      level: 60,
      err: { message: expect.stringContaining("No PostgreSQL answers") },
    });
  });
});

describe("worker", () => {
  test("tells on a port of its own whether it is ready: not while the database is away, and again when it is back", async () => {
    const { hostname, port } = new URL(database.url);
    const way = await openWay({ host: hostname, port: Number(port) });
    const url = new URL(database.url);
    url.port = String(way.port);
    const healthPort = await freePort();
    const worker = await startRole("worker", variables({ DATABASE_URL: url.href, HEALTH_PORT: String(healthPort) }));
    const health = `http://127.0.0.1:${healthPort}`;
    expect(await until(`${health}/readyz`, 200)).toEqual({ status: "ready" });
    way.cut();
    expect(await until(`${health}/readyz`, 503)).toEqual({ status: "unavailable" });
    expect(await until(`${health}/healthz`, 200)).toEqual({ status: "ok" });
    expect((await fetch(`${health}/graphql`)).status).toBe(404);
    way.mend();
    await until(`${health}/readyz`, 200);
    expect(await worker.stop()).toBe(0);
    await way.close();
  });

  test("listens to nothing when no health port is named", async () => {
    const worker = await startRole("worker", variables());
    expect(worker.url).toBe("http://127.0.0.1:undefined");
    expect(await worker.stop()).toBe(0);
  });
});

describe("an API that is asked to stop", () => {
  test("is not ready any more, and still serves while the balancer finds out", async () => {
    const api = await startRole("api", variables({ STOP_DELAY_SECONDS: "2", STOP_WITHIN_SECONDS: "10" }));
    expect(await until(`${api.url}/readyz`, 200)).toEqual({ status: "ready" });
    const ended = api.stop();
    expect(await until(`${api.url}/readyz`, 503)).toEqual({ status: "stopping" });
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
    expect((await clientOf(api.url).graphql("{ activeModel { version } }")).data).toEqual({ activeModel: null });
    expect(await ended).toBe(0);
  });

  test("answers what it has begun, and takes no more", async () => {
    const api = await startRole("api", variables());
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query(holdRuns);
    const asked = clientOf(api.url).graphql(
      'mutation { trainModel(input: { model: "titanic" }) { __typename ... on TrainingRun { status } } }',
    );
    await waiting(holder);
    const ended = api.stop();
    await expect(refused(api.url)).resolves.toMatchObject({ code: "ECONNREFUSED" });
    await holder.query("COMMIT");
    expect((await asked).data).toEqual({ trainModel: { __typename: "TrainingRun", status: "QUEUED" } });
    expect(await ended).toBe(0);
    await holder.end();
  });

  test("ends in time, whatever is not done", async () => {
    const api = await startRole("api", variables({ STOP_WITHIN_SECONDS: "5" }));
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query(holdRuns);
    const asked = clientOf(api.url)
      .graphql('mutation { trainModel(input: { model: "titanic" }) { __typename } }')
      .then(
        () => "answered",
        () => "cut off",
      );
    await waiting(holder);
    expect(await api.stop()).not.toBeNull();
    expect(await asked).toBe("cut off");
    await holder.end();
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Against writers alone: the API counts the queued runs by itself as it starts, and that is not the request that is waited for. */
const holdRuns = "BEGIN; LOCK TABLE training_run IN SHARE MODE";

/** Until somebody waits for the lock that is held. */
async function waiting(holder: Client): Promise<void> {
  for (;;) {
    const { rowCount } = await holder.query(
      "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'training_run'::regclass",
    );
    if (rowCount) return;
  }
}

/** Connects anew until nobody listens; what that fails with. */
async function refused(url: string): Promise<unknown> {
  for (;;) {
    try {
      await (await fetch(`${url}/healthz`, { headers: { connection: "close" } })).text();
    } catch (error) {
      const { cause } = error as { cause?: { code?: string } };
      // One that came in while the door was being shut is cut off; the next finds nobody.
      if (cause?.code !== "ECONNRESET" && cause?.code !== "UND_ERR_SOCKET") return cause;
    }
  }
}
