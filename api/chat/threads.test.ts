import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../platform/database.ts";
import { openStream } from "../testing/event-stream.ts";
import { chatMutation, conversationOf, type Product, startProduct } from "../testing/product.ts";
import { forgetDeletedThreads } from "./deleted-threads.ts";

let product: Product;
let database: Database;
beforeAll(async () => {
  product = await startProduct({ worker: false });
  database = openDatabase({ url: product.databaseUrl, connections: 2 });
});
afterAll(async () => {
  await database.$disconnect();
  await product.stop();
});

const rename =
  "mutation R($id: ID!, $title: String!) { renameThread(id: $id, title: $title) { __typename ... on ChatThread { id title } ... on Error { code message } } }";
const remove =
  "mutation D($id: ID!) { deleteThread(id: $id) { __typename ... on DeletedThread { id turns } ... on Error { code message } } }";
const list = "query L($search: String) { threads(search: $search) { totalCount nodes { id title } } }";
const events =
  "query A($subject: String!) { auditLog(subject: $subject) { nodes { action outcome summary before after } } }";

async function say(message: string, threadId?: string): Promise<string> {
  const { data } = await product.graphql(chatMutation, { input: { message, ...(threadId && { threadId }) } });
  return data?.chat.threadId;
}

async function found(search: string): Promise<string[]> {
  const { data } = await product.graphql(list, { search });
  expect(data?.threads.totalCount).toBe(data?.threads.nodes.length);
  return data?.threads.nodes.map(({ id }: { id: string }) => id);
}

test("a conversation gets another title, tidied; its place and an audit event stay", async () => {
  const id = await say("hello");
  const newer = await say("help");
  const { data } = await product.graphql(rename, { id, title: "  The   Titanic\nstudy " });
  expect(data?.renameThread).toEqual({ __typename: "ChatThread", id, title: "The Titanic study" });
  const { data: after } = await product.graphql(list);
  expect(after?.threads.nodes.slice(0, 2).map((thread: { id: string }) => thread.id)).toEqual([newer, id]);
  const { data: log } = await product.graphql(events, { subject: id });
  expect(log?.auditLog.nodes).toEqual([
    {
      action: "renameThread",
      outcome: "DONE",
      summary: "Renamed a conversation to “The Titanic study”.",
      before: { title: "hello" },
      after: { title: "The Titanic study" },
    },
  ]);
});

test.each([
  ["an empty title", "   ", "INVALID_INPUT"],
  ["a title that is too long", "x".repeat(121), "INVALID_INPUT"],
])("%s is refused", async (_what, title, code) => {
  const id = await say("hello");
  const { data } = await product.graphql(rename, { id, title });
  expect(data?.renameThread.code).toBe(code);
});

test("a conversation that is not there, or another's, can be neither renamed nor deleted", async () => {
  const others = randomUUID();
  await database.thread.create({ data: { id: others, title: "secret", actorId: "someone else" } });
  for (const id of [others, randomUUID()]) {
    expect((await product.graphql(rename, { id, title: "mine" })).data?.renameThread.code).toBe("NOT_FOUND");
    expect((await product.graphql(remove, { id })).data?.deleteThread.code).toBe("NOT_FOUND");
  }
  expect(await database.thread.findUnique({ where: { id: others } })).toMatchObject({ title: "secret" });
  expect(await found("secret")).toEqual([]);
});

test("search finds the conversations in which all of the words stand: in the title, a message or a reply", async () => {
  const id = await say("what can zebras do?");
  await say("and what about 100% of the Ocelots", id);
  await product.graphql(rename, { id, title: "Animals" });
  for (const search of ["animals", "ZEBRAS", "zebras ocelots animals", "100%", "  ", ""]) {
    expect([search, (await found(search)).includes(id)]).toEqual([search, true]);
  }
  const { data } = await product.graphql(
    "query T($id: ID!) { thread(id: $id) { turns(last: 1) { nodes { content } } } }",
    {
      id,
    },
  );
  const word = data?.thread.turns.nodes[0].content.split(/\s+/).at(0);
  expect((await found(`zebras ${word}`)).includes(id)).toBe(true);
  // Neither word alone, nor a wildcard, nor what no text can hold.
  for (const search of ["zebras giraffes", "zebras_", "o%s", "\0"])
    expect([search, await found(search)]).toEqual([search, []]);
});

test("what is deleted is gone with all that was said; the audit log keeps what was done, and the deletion without its words", async () => {
  const id = await say("promote version 7 of titanic");
  await say("a very private remark", id);
  const { data: before } = await product.graphql("{ auditLog { totalCount } }");
  const { data } = await product.graphql(remove, { id });
  expect(data?.deleteThread).toEqual({ __typename: "DeletedThread", id, turns: 2 });

  const threadId = id;
  expect(await database.turn.count({ where: { threadId } })).toBe(0);
  expect(await database.chatEvent.count({ where: { threadId } })).toBe(0);
  expect((await product.graphql("query T($id: ID!) { thread(id: $id) { id } }", { id })).data?.thread).toBeNull();
  const { data: after } = await product.graphql("{ auditLog { totalCount } verifyAuditLog { valid } }");
  expect(after?.auditLog.totalCount).toBe(before?.auditLog.totalCount + 1);
  expect(after?.verifyAuditLog.valid).toBe(true);
  const { data: log } = await product.graphql(events, { subject: id });
  expect(log?.auditLog.nodes[0]).toEqual({
    action: "deleteThread",
    outcome: "DONE",
    summary: "Deleted a conversation of 2 messages.",
    before: { turns: 2 },
    after: null,
  });
  expect((await product.graphql(remove, { id })).data?.deleteThread.code).toBe("NOT_FOUND");
});

test("a conversation in which a reply is being made is not deleted", async () => {
  const threadId = randomUUID();
  await database.thread.create({ data: { id: threadId, title: "busy", actorId: "local-owner" } });
  const turn = { id: randomUUID(), threadId, position: 1, actorId: "local-owner", requestId: "r", message: "wait" };
  await database.turn.create({ data: turn });
  const { data } = await product.graphql(remove, { id: threadId });
  expect(data?.deleteThread).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("Wait for it") });
  expect(await database.thread.count({ where: { id: threadId } })).toBe(1);
});

const chatReply =
  "subscription C($threadId: ID!, $after: Int) { chatReply(threadId: $threadId, after: $after) { seq type } }";
const told = (code: string) => `"extensions":{"code":"${code}"}`;

test("who follows a conversation is told that it was deleted, and the stream is complete", async () => {
  const threadId = await say("hello");
  const stream = await openStream(product.url, chatReply, { threadId });
  await stream.until("TURN_COMPLETED");
  await product.graphql(remove, { id: threadId });
  const text = await stream.end();
  expect(text).toContain(told("NOT_FOUND"));
  expect(text).toContain("This conversation was deleted.");
  expect(text).toContain("event: complete");
  // Who comes back is told the same, from wherever they saw it.
  for (const after of [0, 1, 99]) {
    const again = await openStream(product.url, chatReply, { threadId, after });
    expect(await again.end()).toContain("This conversation was deleted.");
  }
});

test("the id of a deleted conversation is not given again, also not while the deletion is under way", async () => {
  const threadId = await say("hello");
  await product.graphql(remove, { id: threadId });
  const talk = conversationOf(product, threadId);
  expect(await talk.say("and once more")).toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("was deleted. Begin a new one"),
  });
  expect(await database.thread.count({ where: { id: threadId } })).toBe(0);

  const second = await say("hello");
  const late = await database.$transaction(async (tx) => {
    await tx.thread.delete({ where: { id: second } });
    const said = conversationOf(product, second).say("just now");
    await expect
      .poll(() => database.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'transactionid'`)
      .not.toEqual([]);
    await tx.deletedThread.create({ data: { id: second } });
    return [said];
  });
  expect(await late[0]).toMatchObject({ code: "NOT_FOUND" });
});

test("a turn's id stands for its message: the same again is the same turn, another message is refused", async () => {
  const talk = conversationOf(product);
  const turnId = randomUUID();
  const first = await talk.say("what models are available?", turnId);
  expect((await talk.say(" what models are available?\n", turnId)).id).toBe(first.id);
  expect(await talk.say("remove titanic", turnId)).toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("another message"),
  });
});

const restore =
  "mutation R($id: ID!) { restoreThread(id: $id) { __typename ... on ChatThread { id title } ... on Error { code message } } }";
const whole = `query W($id: ID!) { thread(id: $id) { title lastSeq createdAt updatedAt
  turns(last: 9) { nodes { id message content createdAt cards { __typename } pending { id kind status schema missing } interpretation { source } suggestions } } } }`;

test("a deleted conversation is had back as it was, row for row, what it asked too, and goes on", async () => {
  const threadId = await say("what models are available?");
  const talk = conversationOf(product, threadId);
  const { id: turnId } = await talk.say("train the titanic model");
  const request = await database.pendingRequest.create({
    data: {
      id: randomUUID(),
      threadId,
      agentRunId: "a run",
      agentRun: Buffer.from([0, 255, 92, 7]),
      kind: "CONFIRMATION",
      status: "CANCELLED",
      request: { question: "“Really?” \\ \n" },
      schema: {},
      missing: ["a", "b"],
    },
  });
  await database.turn.update({ where: { id: turnId }, data: { pendingId: request.id } });
  const rows = () =>
    Promise.all([
      database.thread.findMany({ where: { id: threadId } }),
      database.turn.findMany({ where: { threadId }, orderBy: { position: "asc" } }),
      database.chatEvent.findMany({ where: { threadId }, orderBy: { seq: "asc" } }),
      database.pendingRequest.findMany({ where: { threadId } }),
    ]);
  const shown = async () => (await product.graphql(whole, { id: threadId })).data?.thread;
  const before = { rows: await rows(), shown: await shown() };
  expect(before.rows.map(({ length }) => length > 0)).toEqual([true, true, true, true]);

  await product.graphql(remove, { id: threadId });
  expect(await shown()).toBeNull();
  expect(await found("titanic")).not.toContain(threadId);
  const { data } = await product.graphql(restore, { id: threadId });
  expect(data?.restoreThread).toMatchObject({ __typename: "ChatThread", id: threadId });
  expect({ rows: await rows(), shown: await shown() }).toEqual(before);
  expect(await database.deletedThread.count({ where: { id: threadId } })).toBe(0);
  expect(await talk.say("help")).toMatchObject({ kind: "HELP" });
  const { data: log } = await product.graphql(events, { subject: threadId });
  expect(log?.auditLog.nodes.map(({ action }: { action: string }) => action)).toContain("restoreThread");

  const again = await product.graphql(restore, { id: threadId });
  expect(again.data?.restoreThread).toMatchObject({ code: "NOT_FOUND" });
});

test("what was deleted more than an hour ago is not had back, and nothing of it is kept", async () => {
  const threadId = await say("hello");
  await product.graphql(remove, { id: threadId });
  const other = await say("hello");
  await product.graphql(remove, { id: other });
  await database.deletedThread.update({
    where: { id: threadId },
    data: { deletedAt: new Date(Date.now() - 3_601_000) },
  });
  const { data } = await product.graphql(restore, { id: threadId });
  expect(data?.restoreThread).toMatchObject({ code: "NOT_FOUND", message: expect.stringContaining("too long ago") });
  expect(await forgetDeletedThreads(database, new Date())).toBe(1);
  expect(await database.deletedThread.findUnique({ where: { id: threadId } })).toMatchObject({
    actorId: null,
    kept: null,
  });
  expect(await database.deletedThread.findUnique({ where: { id: other } })).toMatchObject({ actorId: "local-owner" });
});

test("another's deleted conversation is had back by nobody else", async () => {
  const threadId = randomUUID();
  await database.deletedThread.create({
    data: { id: threadId, actorId: "somebody-else", kept: { turns: [], thread: {}, requests: [], events: [] } },
  });
  const { data } = await product.graphql(restore, { id: threadId });
  expect(data?.restoreThread).toMatchObject({ code: "NOT_FOUND", message: "There is no such conversation." });
});
