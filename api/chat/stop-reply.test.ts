import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../platform/database.ts";
import { chatMutation, conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
let database: Database;
beforeAll(async () => {
  product = await startProduct();
  database = openDatabase({ url: product.databaseUrl, connections: 2 });
  await trainTitanic(product);
});
afterAll(async () => {
  await database.$disconnect();
  await product.stop();
});

const stopMutation =
  "mutation S($turnId: ID!) { stopReply(turnId: $turnId) { __typename ... on ChatTurn { id kind status content pending { status } } ... on Error { code message } } }";
const stop = async (turnId: string) => (await product.graphql(stopMutation, { turnId })).data?.stopReply;

/** How many statements wait for a lock in the product's database. */
async function waiting(): Promise<number> {
  const [row] = await database.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  return row.count;
}

/** Takes a lock that the reply to a message has to wait for, says the message, and waits until its reply is held up. */
async function heldReply(lock: string, threadId: string, message: string) {
  const holder = new Client({ connectionString: product.databaseUrl });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query(lock);
  const turnId = randomUUID();
  const replied = product.graphql(chatMutation, { input: { threadId, turnId, message } });
  await expect.poll(waiting).toBeGreaterThan(0);
  return {
    turnId,
    replied,
    async release() {
      await holder.query("ROLLBACK");
      await holder.end();
    },
  };
}

const eventsOf = async (turnId: string) =>
  (await database.chatEvent.findMany({ where: { turnId }, orderBy: { seq: "asc" } })).map(({ type }) => type);

test("a reply that is stopped ends at once, with an event; what was still under way adds nothing, and the next message is served", async () => {
  const { threadId, say } = conversationOf(product);
  const held = await heldReply("LOCK TABLE model IN ACCESS EXCLUSIVE MODE", threadId, "What models are available?");
  expect(await stop(held.turnId)).toEqual({
    __typename: "ChatTurn",
    id: held.turnId,
    kind: "CANCELLED",
    status: "COMPLETED",
    content: "Stopped. Nothing was changed.",
    pending: null,
  });
  await held.release();
  expect((await held.replied).data?.chat).toMatchObject({ id: held.turnId, kind: "CANCELLED" });
  expect(await say("hi")).toMatchObject({ kind: "HELP" });
  // What was still under way has told nothing more, and has not written over it.
  expect(await eventsOf(held.turnId)).toEqual(["TOKEN", "TOKEN", "TURN_COMPLETED"]);
  expect(await database.turn.findUnique({ where: { id: held.turnId } })).toMatchObject({ kind: "CANCELLED" });
  expect(await stop(held.turnId)).toMatchObject({
    code: "CONFLICT",
    message: "The reply is there already. Nothing was stopped.",
  });
});

test("what was not done before the stop is not done after it; the question is open again, and can be answered", async () => {
  const { threadId, say } = conversationOf(product);
  const question = await say("promote version 1 of titanic");
  expect(question).toMatchObject({ kind: "CONFIRMATION_REQUIRED" });
  // The lock of the act's key comes first.
  const { digest } = question.cards[0];
  const key = `SELECT pg_advisory_xact_lock(hashtextextended('1:${digest}', 0))`;
  const held = await heldReply(key, threadId, "yes");
  expect(await stop(held.turnId)).toMatchObject({
    content: "Stopped. Nothing was changed.",
    pending: { status: "OPEN" },
  });
  await held.release();
  const refusals = () =>
    database.auditEvent.count({ where: { action: "promoteVersion", outcome: "REFUSED", threadId } });
  await expect.poll(refusals).toBe(1);
  expect((await product.graphql("{ activeModel { version } }")).data?.activeModel).toBeNull();
  expect(await say("yes")).toMatchObject({ kind: "PROMOTED" });
});

test("what was committed before the stop stays, and is told", async () => {
  const { threadId, say } = conversationOf(product);
  await say("archive version 1 of titanic");
  const held = await heldReply("SELECT 1 FROM model FOR UPDATE", threadId, "yes");
  const stopping = stop(held.turnId);
  await expect.poll(waiting).toBe(2);
  await held.release();
  expect((await stopping).content).toBe(
    "Stopped. This had been done already, and stays:\n\n- Took version 1 of titanic off production.",
  );
  expect((await product.graphql("{ activeModel { version } }")).data?.activeModel).toBeNull();
});

test("a message that is not there, or another's, can't be stopped", async () => {
  const threadId = randomUUID();
  await database.thread.create({ data: { id: threadId, title: "secret", actorId: "someone else" } });
  const turn = { id: randomUUID(), threadId, position: 1, actorId: "someone else", requestId: "r", message: "wait" };
  await database.turn.create({ data: turn });
  for (const id of [turn.id, randomUUID()]) expect(await stop(id)).toMatchObject({ code: "NOT_FOUND" });
  expect(await stop("no id!")).toMatchObject({ code: "INVALID_INPUT" });
});
