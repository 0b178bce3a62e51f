import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { openLog } from "../platform/log.ts";
import { leaseOwner, presenceOf } from "../platform/presence.ts";
import { openPubSub, type PubSub } from "../platform/pub-sub.ts";
import { claimTurn, findOrphans } from "./leases.ts";

const another = String(leaseOwner === "7" ? 8 : 7);
let url: string;
let database: Database;
beforeAll(async () => {
  ({ url } = await createTestDatabase());
  database = openDatabase({ url });
});
afterAll(() => database.$disconnect());
beforeEach(async () => {
  await database.turn.deleteMany();
});

/** A turn that somebody has, under a lease that is far from lapsing. */
async function takenTurn(owner: string): Promise<string> {
  const [threadId, id] = [randomUUID(), randomUUID()];
  await database.thread.create({ data: { id: threadId, title: "taken", actorId: "local-owner" } });
  const told = { actorId: "local-owner", requestId: "test", message: "help" };
  const lease = {
    status: "RUNNING",
    attempt: 1,
    leaseOwner: owner,
    leaseUntil: new Date(Date.now() + 3_600_000),
  } as const;
  await database.turn.create({ data: { id, threadId, position: 1, ...told, ...lease } });
  return id;
}

const orphans = async () => (await findOrphans(database)).map(({ id }) => id);

test("the turn of a process that is dead is free at once, once", async () => {
  const id = await takenTurn(another);
  expect(await orphans()).toEqual([id]);
  expect(await claimTurn(database, { id })).toMatchObject({ attempt: 2, leaseOwner });
  expect(await orphans()).toEqual([]);
  expect(await claimTurn(database, { id })).toBeNull();
});

test("the turn of one that lives is not, until it dies", async () => {
  const id = await takenTurn(another);
  const holder = new Client({ connectionString: url });
  await holder.connect();
  await holder.query(presenceOf(another));
  expect(await orphans()).toEqual([]);
  expect(await claimTurn(database, { id })).toBeNull();
  await holder.end();
  await expect.poll(orphans).toEqual([id]);
});

test.each([
  ["this process, which never takes itself for dead", leaseOwner],
  ["one of an older version, which shows no presence", "8b0a2c0e-0000-4000-8000-000000000000"],
])("the turn of %s waits for its lease", async (_who, owner) => {
  const id = await takenTurn(owner);
  expect(await orphans()).toEqual([]);
  expect(await claimTurn(database, { id })).toBeNull();
  await database.turn.update({ where: { id }, data: { leaseUntil: new Date(0) } });
  expect(await orphans()).toEqual([id]);
});

test("a process shows its presence as long as its connection for notices is open", async () => {
  const seen = async (on: Database) => {
    const [row] = await on.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks
      WHERE locktype = 'advisory' AND objsubid = 2 AND objid::text = ${leaseOwner}
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    return row?.count;
  };
  const pubSubs: PubSub[] = [];
  for (let n = 0; n < 2; n += 1) pubSubs.push(await openPubSub(url, openLog("silent", "test")));
  expect(await seen(database)).toBe(2);
  await Promise.all(pubSubs.map((pubSub) => pubSub.close()));
  await expect.poll(() => seen(database)).toBe(0);
});
