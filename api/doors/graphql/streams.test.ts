import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../../scripts/testing/database.ts";
import { openStream } from "../../testing/event-stream.ts";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../testing/product.ts";
import { openWay } from "../../testing/tcp-way.ts";

let way: Awaited<ReturnType<typeof openWay>>;
let product: Product;
beforeAll(async () => {
  const url = new URL((await createTestDatabase()).url);
  way = await openWay({ host: url.hostname, port: Number(url.port) });
  url.port = String(way.port);
  product = await startProduct({ databaseUrl: url.href });
});
afterAll(async () => {
  await product.stop();
  await way.close();
});

const chatReply =
  "subscription C($threadId: ID!, $after: Int) { chatReply(threadId: $threadId, after: $after) { seq type } }";
const progress =
  "subscription P($runId: ID!, $after: Int) { trainingProgress(runId: $runId, after: $after) { seq type } }";
const changes = "subscription { modelEvents { seq } }";

/** The code that a stream is refused with, for good: by an answer that is no fault, and complete. */
async function refusal(query: string, variables: object): Promise<string | undefined> {
  const text = await (await openStream(product.url, query, variables)).end();
  expect(text).toContain("event: complete");
  return /"code":"(\w+)"/.exec(text)?.[1];
}

test("a cursor that a conversation can't have come to is refused, not waited for", async () => {
  const talk = conversationOf(product);
  await talk.say("hello");
  const { data } = await product.graphql("query T($id: ID!) { thread(id: $id) { lastSeq } }", { id: talk.threadId });
  const lastSeq = data?.thread.lastSeq;
  const at = (after: number, threadId = talk.threadId) => refusal(chatReply, { threadId, after });
  expect([await at(-1), await at(lastSeq + 1)]).toEqual(["INVALID_INPUT", "INVALID_INPUT"]);
  expect(await at(1, randomUUID())).toBe("NOT_FOUND");
  expect(await at(0, "no id")).toBe("INVALID_INPUT");
  // The newest event is a place to wait at, and so is a conversation that has not begun.
  const next = product.subscribe(chatReply, { threadId: talk.threadId, after: lastSeq }, () => true);
  await talk.say("and again");
  expect(await next).toEqual([{ seq: lastSeq + 1, type: "TURN_STARTED" }]);
  const fresh = conversationOf(product);
  const first = product.subscribe(chatReply, { threadId: fresh.threadId }, () => true);
  await fresh.say("hello");
  expect(await first).toEqual([{ seq: 1, type: "TURN_STARTED" }]);
});

test("so is one that a training run can't have come to", async () => {
  await trainTitanic(product);
  const { data } = await product.graphql("{ trainingRuns { nodes { id events { seq } } } }");
  const run = data?.trainingRuns.nodes[0];
  const [runId, lastSeq] = [run.id, run.events[0].seq];
  for (const after of [-1, lastSeq + 1]) expect(await refusal(progress, { runId, after })).toBe("INVALID_INPUT");
  expect(await refusal(progress, { runId: randomUUID() })).toBe("NOT_FOUND");
  // Nothing more is to come after the last one.
  expect(await product.subscribe(progress, { runId, after: lastSeq }, () => true)).toEqual([]);
});

test("the database goes away: streams end without being complete; none is opened till it is back, and nothing is lost", async () => {
  const talk = conversationOf(product);
  await talk.say("hello");
  const stream = await openStream(product.url, chatReply, { threadId: talk.threadId });
  await stream.until("TURN_COMPLETED");
  const other = await openStream(product.url, changes);
  way.cut();
  const text = await stream.end();
  for (const seen of [text, await other.end()]) {
    expect(seen).not.toContain("errors");
    expect(seen).not.toContain("event: complete");
  }
  const after = Number([...text.matchAll(/"seq":(\d+)/g)].at(-1)?.[1]);
  await expect(openStream(product.url, chatReply, { threadId: talk.threadId, after })).rejects.toThrow(
    /answered 503.*Subscribe again, `after` the last seq that you saw/s,
  );
  await expect(openStream(product.url, changes)).rejects.toThrow(/answered 503/);
  way.mend();
  const rest = product.subscribe(chatReply, { threadId: talk.threadId, after }, () => true);
  await talk.say("and again");
  expect(await rest).toEqual([{ seq: after + 1, type: "TURN_STARTED" }]);
});
