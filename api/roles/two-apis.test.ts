import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { openBalancer } from "../testing/balancer.ts";
import { openStream } from "../testing/event-stream.ts";
import { type Client, chatMutation, clientOf, conversationOf, trainTitanic } from "../testing/product.ts";
import { type RoleProcess, startRole } from "../testing/role-process.ts";

/** Each starts processes of the product, several at once on a machine that may be busy with others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let dataDir: string;
let variables: Record<string, string>;
let one: RoleProcess;
let two: RoleProcess;
let worker: RoleProcess;
let balancer: Awaited<ReturnType<typeof openBalancer>>;
let client: Client;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "modelwright-two-"));
  variables = { DATABASE_URL: (await createTestDatabase()).url, MODELWRIGHT_DATA_DIR: dataDir };
  [one, two, worker] = await Promise.all([
    startRole("api", variables),
    startRole("api", variables),
    startRole("worker", variables),
  ]);
  balancer = await openBalancer([one.url, two.url]);
  client = clientOf(balancer.url);
});
afterAll(async () => {
  await balancer.close();
  await Promise.all([one.stop(), two.stop(), worker.stop()]);
  await rm(dataDir, { recursive: true });
});

const chatReply =
  "subscription C($threadId: ID!, $after: Int) { chatReply(threadId: $threadId, after: $after) { seq type } }";
const completed = (event: any) => event.type === "TURN_COMPLETED";
test("a whole journey through the balancer, no two requests of which need the same process", async () => {
  const version = await trainTitanic(client);
  const talk = conversationOf(client);
  const plan = await talk.say(`promote version ${version} of titanic`);
  expect(plan.kind).toBe("CONFIRMATION_REQUIRED");
  expect((await talk.say("yes")).kind).toBe("PROMOTED");
  expect((await talk.say("a woman in third class")).kind).toBe("MISSING_INPUTS");
  expect((await talk.say("Southampton, an adult")).kind).toBe("PREDICTION");
  expect(Math.min(...balancer.served)).toBeGreaterThan(2);
});

test("subscriptions on one hear of acts on the other", async () => {
  const threadId = randomUUID();
  const heard = [one, two].map(({ url }) => clientOf(url).subscribe(chatReply, { threadId }, completed));
  const said = await clientOf(two.url).graphql(chatMutation, { input: { threadId, message: "help" } });
  expect(said.data?.chat.kind).toBe("HELP");
  const [onOne, onTwo] = await Promise.all(heard);
  expect(onOne).toEqual(onTwo);
});

test("what was promoted on one answers predictions on the other as soon as it is told of it", async () => {
  const version = await trainTitanic(client, { seed: 11 });
  const predict = async (url: string) => {
    const features = { sex: "female", pclass: 3, embarked: "S", age_group: "adult" };
    const { data } = await clientOf(url).graphql(
      'mutation P($features: JSON!) { predict(input: { model: "titanic", features: $features }) { ... on Prediction { version } ... on Error { message } } }',
      { features },
    );
    return data?.predict;
  };
  // Remembered by both, so that both must forget it.
  const before = await Promise.all([predict(one.url), predict(two.url)]);
  expect(before[0]).not.toMatchObject({ version });
  const news = await openStream(two.url, 'subscription { modelEvents(model: "titanic") { type version } }');
  await clientOf(one.url).graphql(
    `mutation { promoteVersion(model: "titanic", version: ${version}) { __typename ... on Error { message } } }`,
  );
  await news.until(`"PROMOTED","version":${version}`);
  expect(await predict(two.url)).toMatchObject({ version });
  expect(await predict(one.url)).toMatchObject({ version });
});

test("one is stopped: its streams end without being complete, and go on with the other where they were", async () => {
  const threadId = randomUUID();
  await clientOf(one.url).graphql(chatMutation, { input: { threadId, message: "help" } });
  const stream = await openStream(one.url, chatReply, { threadId });
  await stream.until("TURN_COMPLETED");
  expect(await one.stop()).toBe(0);
  // The end is orderly: a stream that was cut off would be an error here.
  const text = await stream.end();
  expect(text).not.toContain("event: complete");
  const seen = [...text.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq));
  const rest = client.subscribe(chatReply, { threadId, after: seen.at(-1) }, completed);
  expect((await conversationOf(client, threadId).say("help")).kind).toBe("HELP");
  const seqs = (await rest).map((event) => event.seq);
  expect(seqs).toEqual(seqs.map((_, index) => (seen.at(-1) ?? 0) + 1 + index));
});
