import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { composeConversation } from "../composition/compose-conversation.ts";
import { composeServices } from "../composition/compose-services.ts";
import { readEnvironment } from "../environment.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { openLog } from "../platform/log.ts";
import { chatMutation, conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
let database: Database;
beforeAll(async () => {
  product = await startProduct();
  database = openDatabase({ url: product.databaseUrl, connections: 2 });
  const version = await trainTitanic(product);
  await product.graphql(
    'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
    { version },
  );
});
afterAll(async () => {
  await database.$disconnect();
  await product.stop();
});

const chatReply =
  "subscription C($threadId: ID!, $after: Int) { chatReply(threadId: $threadId, after: $after) { seq turnId type payload } }";

/** A turn as a process leaves it that was killed while it served. */
async function abandonedTurn(message: string, attempt = 1): Promise<{ threadId: string; turnId: string }> {
  const threadId = randomUUID();
  const turnId = randomUUID();
  await database.thread.create({ data: { id: threadId, title: message, actorId: "local-owner" } });
  await database.turn.create({
    data: {
      id: turnId,
      threadId,
      position: 1,
      actorId: "local-owner",
      requestId: "test",
      message,
      status: "RUNNING",
      attempt,
      leaseOwner: "a process that was killed",
      leaseUntil: new Date(Date.now() - 1_000),
    },
  });
  return { threadId, turnId };
}

describe("a turn whose process died", () => {
  it("is served by another", async () => {
    const { threadId, turnId } = await abandonedTurn("what models are available?");
    const events = await product.subscribe(chatReply, { threadId }, (event) => event.type === "TURN_COMPLETED");
    expect(events.at(-1)).toMatchObject({ turnId, payload: { kind: "LIST_MODELS" } });
  });

  it("acts once, although it is served twice", async () => {
    const { threadId, turnId } = await abandonedTurn("train titanic with 30% held out");
    await product.subscribe(chatReply, { threadId }, (event) => event.type === "TURN_COMPLETED");
    await database.turn.update({ where: { id: turnId }, data: { status: "RUNNING", leaseUntil: new Date(0) } });
    await product.subscribe(
      chatReply,
      { threadId },
      (() => {
        let completed = 0;
        return (event: any) => event.type === "TURN_COMPLETED" && ++completed === 2;
      })(),
    );
    expect(await database.trainingRun.count({ where: { turnId } })).toBe(1);
  });

  it("does once what it asked for in place of what it called off", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("archive version 1 of titanic");
    const turnId = randomUUID();
    // As a process leaves it that died between the calling off and the rest.
    await database.pendingRequest.update({
      where: { id: asked.pending.id },
      data: { status: "CANCELLED", resolvedById: turnId, resolvedAt: new Date() },
    });
    const told = { actorId: "local-owner", requestId: "test", message: "no, train titanic instead" };
    const lost = {
      status: "RUNNING",
      attempt: 1,
      leaseOwner: "a process that was killed",
      leaseUntil: new Date(0),
    } as const;
    await database.turn.create({ data: { id: turnId, threadId: talk.threadId, position: 2, ...told, ...lost } });
    expect((await talk.say(told.message, turnId)).kind).toBe("TRAINING_STARTED");
    expect(await database.trainingRun.count({ where: { turnId } })).toBe(1);
  });

  it("is given up with an event when it was begun too often", async () => {
    const { threadId, turnId } = await abandonedTurn("help", 3);
    const events = await product.subscribe(chatReply, { threadId }, (event) => event.type === "TURN_FAILED");
    expect(events.at(-1)).toMatchObject({ turnId, type: "TURN_FAILED" });
    const next = await conversationOf(product, threadId).say("help");
    expect(next.kind).toBe("HELP");
  });
});

describe("a turn during which the database went away", () => {
  it("is served again, and acts once", async () => {
    const holder = new Client({ connectionString: product.databaseUrl });
    await holder.connect();
    await holder.query("BEGIN; LOCK TABLE effect IN ACCESS EXCLUSIVE MODE");
    const turnId = randomUUID();
    const reply = conversationOf(product).say("train titanic with 30% held out", turnId);
    const cut = () => database.$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND query LIKE '%"effect"%' AND datname = current_database()`;
    await expect.poll(cut, { timeout: 10_000 }).toHaveLength(1);
    await holder.query("COMMIT");
    await holder.end();
    expect((await reply).kind).toBe("TRAINING_STARTED");
    expect(await database.trainingRun.count({ where: { turnId } })).toBe(1);
  });
});

describe("turns that wait behind one whose process died", () => {
  it("are served with it, in order, not one a sweep", async () => {
    const { url } = await createTestDatabase();
    const log = openLog("silent", "test");
    const environment = readEnvironment({ DATABASE_URL: url, MODELWRIGHT_DATA_DIR: product.dataDir });
    const composed = await composeServices(environment, log);
    const { conversation, close } = await composeConversation(environment, composed.services, log);
    const threads = composed.services.database;
    const threadId = randomUUID();
    await threads.thread.create({ data: { id: threadId, title: "abandoned", actorId: "local-owner" } });
    const lost = { status: "RUNNING", attempt: 1, leaseOwner: "one that was killed", leaseUntil: new Date(0) } as const;
    // Not old enough to be found by themselves.
    const queued = { status: "QUEUED", createdAt: new Date(Date.now() + 60_000) } as const;
    await threads.turn.createMany({
      data: ["help", "what models are available?", "help", "which model is active?"].map((message, index) => ({
        id: randomUUID(),
        threadId,
        position: index + 1,
        actorId: "local-owner",
        requestId: "test",
        message,
        ...(index === 0 ? lost : queued),
      })),
    });
    await conversation.recover();
    const turns = await threads.turn.findMany({ where: { threadId }, orderBy: { position: "asc" } });
    expect(turns.map(({ status, kind }) => [status, kind])).toEqual([
      ["COMPLETED", "HELP"],
      ["COMPLETED", "LIST_MODELS"],
      ["COMPLETED", "HELP"],
      ["COMPLETED", "ACTIVE_MODEL"],
    ]);
    await close(1_000);
    await composed.close();
  });

  it("are not shown as turns before they have a reply", async () => {
    const threadId = randomUUID();
    const turnId = randomUUID();
    await database.thread.create({ data: { id: threadId, title: "waiting", actorId: "local-owner" } });
    const taken = { status: "RUNNING", leaseOwner: "another", leaseUntil: new Date(Date.now() + 3_600_000) } as const;
    const told = { actorId: "local-owner", requestId: "test", message: "help" };
    await database.turn.create({ data: { id: turnId, threadId, position: 1, ...told, ...taken } });
    const read = () =>
      product.graphql(
        "query T($id: ID!, $turn: ID!) { turn(id: $turn) { kind } thread(id: $id) { turns { totalCount nodes { kind } } waiting { id message status } } }",
        { id: threadId, turn: turnId },
      );
    expect((await read()).data).toEqual({
      turn: null,
      thread: { turns: { totalCount: 0, nodes: [] }, waiting: [{ id: turnId, message: "help", status: "RUNNING" }] },
    });
    // The one that has it is gone: whoever sends the same turn again gets it complete.
    await database.turn.update({ where: { id: turnId }, data: { leaseUntil: new Date(0) } });
    expect((await conversationOf(product, threadId).say("help", turnId)).kind).toBe("HELP");
    expect((await read()).data).toEqual({
      turn: { kind: "HELP" },
      thread: { turns: { totalCount: 1, nodes: [{ kind: "HELP" }] }, waiting: [] },
    });
  });
});

describe("a stream", () => {
  it("resumes after the last seq with nothing lost or repeated, for two readers", async () => {
    const talk = conversationOf(product);
    const until = (event: any) => event.type === "TURN_COMPLETED";
    const [one, two] = await Promise.all([
      product.subscribe(chatReply, { threadId: talk.threadId }, until),
      product.subscribe(chatReply, { threadId: talk.threadId }, until),
      talk.say("a boy in first class who boarded in Cherbourg"),
    ]);
    expect(two).toEqual(one);
    const middle = one[Math.floor(one.length / 2)].seq;
    const rest = await product.subscribe(chatReply, { threadId: talk.threadId, after: middle }, until);
    expect(rest).toEqual(one.filter((event) => event.seq > middle));
    const text = one
      .filter((event) => event.type === "TOKEN")
      .map((event) => event.payload.text)
      .join("");
    const { data } = await product.graphql("query T($id: ID!) { turn(id: $id) { content } }", { id: one[0].turnId });
    expect(text).toBe(data?.turn.content);
  });
});

describe("a question", () => {
  it("keeps its run while it waits, and no longer", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("a woman in third class");
    const kept = () => database.pendingRequest.findUniqueOrThrow({ where: { id: asked.pending.id } });
    expect((await kept()).agentRun).not.toBeNull();
    expect((await talk.say("Queenstown, an adult")).kind).toBe("PREDICTION");
    expect(await kept()).toMatchObject({ status: "ANSWERED", agentRun: null });
  });

  it.each(["yes", "never mind", "archive version 1 of titanic"])(
    "is answered by the button that was accepted while “%s” waited to be served",
    async (words) => {
      const version = await trainTitanic(product, { seed: 11 });
      const talk = conversationOf(product);
      const asked = await talk.say(`promote version ${version} of titanic`);
      const told = { actorId: "local-owner", requestId: "test", message: words };
      const lost = {
        status: "RUNNING",
        attempt: 1,
        leaseOwner: "one that was killed",
        leaseUntil: new Date(0),
      } as const;
      await database.turn.create({
        data: { id: randomUUID(), threadId: talk.threadId, position: 2, ...told, ...lost },
      });
      expect((await talk.answer(asked.pending.id, { confirm: true })).kind).toBe("PROMOTED");
      const { data } = await product.graphql("{ activeModel { version } }");
      expect(data?.activeModel.version).toBe(version);
    },
  );

  it("is open again when the turn that answered it fails", async () => {
    const version = await trainTitanic(product, { seed: 12 });
    const talk = conversationOf(product);
    const asked = await talk.say(`promote version ${version} of titanic`);
    const turnId = randomUUID();
    // As a process leaves it that was killed three times while it served the yes.
    await database.pendingRequest.update({
      where: { id: asked.pending.id },
      data: { status: "ANSWERED", resolvedById: turnId, resolvedAt: new Date() },
    });
    const told = { actorId: "local-owner", requestId: "test", message: "yes" };
    const lost = {
      status: "RUNNING",
      attempt: 3,
      leaseOwner: "a process that was killed",
      leaseUntil: new Date(0),
    } as const;
    await database.turn.create({ data: { id: turnId, threadId: talk.threadId, position: 2, ...told, ...lost } });
    expect(await talk.say("yes", turnId)).toMatchObject({ kind: "ERROR", pending: { id: asked.pending.id } });
    expect((await talk.say("yes")).kind).toBe("PROMOTED");
  });

  it("waits over a restart, and any process goes on with it", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("a woman in third class");
    expect(asked.kind).toBe("MISSING_INPUTS");
    const second = await startProduct({
      databaseUrl: product.databaseUrl,
      worker: false,
      variables: { MODELWRIGHT_DATA_DIR: product.dataDir },
    });
    const { data } = await second.graphql(chatMutation, {
      input: { threadId: talk.threadId, message: "Queenstown, an adult" },
    });
    expect(data?.chat.kind).toBe("PREDICTION");
    await second.stop();
  });

  it("expires: a late yes does nothing", async () => {
    const version = await trainTitanic(product, { seed: 5 });
    const talk = conversationOf(product);
    const asked = await talk.say(`promote version ${version} of titanic`);
    await database.pendingRequest.update({ where: { id: asked.pending.id }, data: { expiresAt: new Date(0) } });
    expect(await talk.answer(asked.pending.id, { confirm: true })).toMatchObject({ code: "CONFLICT" });
    expect((await talk.say("yes")).kind).toBe("CLARIFICATION");
    const { data } = await product.graphql("{ activeModel { version } }");
    expect(data?.activeModel.version).not.toBe(version);
  });

  it("does not leak into another thread", async () => {
    await conversationOf(product).say("a woman in third class");
    const other = await conversationOf(product).say("Southampton, an adult");
    expect(other.kind).not.toBe("PREDICTION");
    const yes = await conversationOf(product).say("yes");
    expect(yes.kind).toBe("CLARIFICATION");
  });
});
