import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { runAction, runRead } from "../actions/run-action.ts";
import { archiveVersion } from "../models/archive-version.ts";
import { promoteVersion } from "../models/promote-version.ts";
import { removeModel } from "../models/remove-model.ts";
import { rollback } from "../models/rollback.ts";
import { setTag } from "../models/set-tag.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { mostAttempts, takeDelivery } from "./attempts.ts";
import { createWebhook, mostWebhooks } from "./create-webhook.ts";
import { deleteWebhook } from "./delete-webhook.ts";
import { type DelivererOptions, startDeliverer } from "./deliverer.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { pruneDeliveries } from "./prune-deliveries.ts";
import { redeliverWebhook } from "./redeliver-webhook.ts";
import { testWebhook } from "./test-webhook.ts";

interface Received {
  headers: IncomingMessage["headers"];
  body: string;
  path: string;
}

let setup: TrainingSetup;
let scope: TrainingSetup["scope"];
/** titanic, with one version. */
beforeAll(async () => {
  setup = await openTrainingSetup();
  scope = { ...setup.scope, services: { ...setup.scope.services, webhooks: { allowPrivate: true } } };
  const worker = setup.startWorker();
  await setup.ended(await setup.train());
  await worker.stop();
});
afterAll(() => setup.close());

/** A receiver on loopback, what it received, and how it answers. */
let received: Received[];
let answer: (response: ServerResponse, request: Received) => void;
let server: ReturnType<typeof createServer>;
let url: string;
let deliverers: { stop(): Promise<void> }[];
beforeEach(async () => {
  received = [];
  deliverers = [];
  answer = (response) => response.end("thanks");
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const got = { headers: request.headers, body, path: request.url ?? "" };
    received.push(got);
    answer(response, got);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks?token=s3cret`;
});
afterEach(async () => {
  await Promise.all(deliverers.map((deliverer) => deliverer.stop()));
  await setup.database.webhook.deleteMany();
  server.closeAllConnections();
  server.close();
});

function start(options: Partial<DelivererOptions> = {}) {
  const { database, pubSub } = setup;
  const deliverer = startDeliverer({
    database,
    pubSub,
    log: scope.services.log,
    webhooks: { allowPrivate: true },
    pollMs: 20,
    wait: () => 0,
    ...options,
  });
  deliverers.push(deliverer);
  return deliverer;
}
const create = (input: object = {}) => runAction(createWebhook, { url, ...input }, scope);
const tag = (value: string) => runAction(setTag, { model: "titanic", key: "team", value }, scope);
const deliveries = (webhookId: string) =>
  setup.database.webhookDelivery.findMany({ where: { webhookId }, orderBy: { id: "asc" } });
/** The deliveries, as soon as that many are over. */
async function over(webhookId: string, count = 1) {
  for (;;) {
    const found = await deliveries(webhookId);
    if (found.filter(({ status }) => status !== "PENDING").length >= count) return found;
  }
}
const lastAudit = () => setup.database.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });

test("what changes is sent, signed, with what happened, from the webhook's making on", async () => {
  await tag("before");
  const { webhookId, secret } = await create();
  start();
  await tag("after");
  await runAction(promoteVersion, { model: "titanic", version: 1 }, scope).catch(() => {});
  const [tagged, promoted] = await over(webhookId, 2);
  expect(tagged).toMatchObject({
    event: "model.tag_set",
    status: "DELIVERED",
    attempts: 1,
    responseCode: 200,
    responseExcerpt: "thanks",
    error: null,
  });
  expect(promoted).toMatchObject({ event: "model.promoted", status: "DELIVERED" });
  expect(received).toHaveLength(2);
  const [first] = received as [Received, Received];
  expect(JSON.parse(first.body)).toEqual({
    type: "model.tag_set",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: { seq: Number(tagged?.changeId), model: "titanic", version: null, name: "team", actor: "local owner" },
  });
  expect(first.headers).toMatchObject({ "content-type": "application/json", "webhook-id": `msg_${tagged?.id}` });
  expect(first.path).toBe("/hooks?token=s3cret");
  const signed = `${first.headers["webhook-id"]}.${first.headers["webhook-timestamp"]}.${first.body}`;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  expect(key).toHaveLength(32);
  expect(first.headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  expect(Math.abs(Number(first.headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
});

test("only the events that it asked for are sent, and none of an act that was refused", async () => {
  const { webhookId } = await create({ events: ["TAG_SET"] });
  await runAction(setTag, { model: "titanic", version: 9, key: "a", value: "b" }, scope).catch(() => {});
  await runAction(promoteVersion, { model: "titanic", version: 9 }, scope).catch(() => {});
  await tag("wanted");
  start();
  expect(await over(webhookId)).toMatchObject([{ event: "model.tag_set" }]);
});

test("what fails is tried again by the same id, until it arrives", async () => {
  const { webhookId } = await create();
  const waited: number[] = [];
  answer = (response) => {
    response.statusCode = received.length < 3 ? 500 : 204;
    response.end();
  };
  await tag("again");
  start({
    wait: (attempts) => {
      waited.push(attempts);
      return 0;
    },
  });
  expect(await over(webhookId)).toMatchObject([{ status: "DELIVERED", attempts: 3, responseCode: 204, error: null }]);
  expect(waited).toEqual([1, 2]);
  expect(new Set(received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
});

test("what always fails is given up, and says why; it can be delivered again", async () => {
  const { webhookId } = await create();
  answer = (response) => response.writeHead(503).end("x".repeat(10_000));
  await tag("never");
  start();
  const [failed] = await over(webhookId);
  expect(failed).toMatchObject({ status: "FAILED", attempts: mostAttempts, error: "It was answered with 503." });
  expect(failed?.responseExcerpt).toBe("x".repeat(2_000));
  expect(received).toHaveLength(mostAttempts);
  answer = (response) => response.end();
  await runAction(redeliverWebhook, { deliveryId: failed?.id }, scope);
  expect(await lastAudit()).toMatchObject({
    action: "redeliverWebhook",
    outcome: "DONE",
    before: { status: "FAILED" },
  });
  while ((await deliveries(webhookId))[0]?.status !== "DELIVERED");
  expect(received.at(-1)?.headers["webhook-id"]).toBe(`msg_${failed?.id}`);
});

test("a redirect is not followed", async () => {
  const { webhookId } = await create();
  answer = (response) => response.writeHead(302, { location: "/elsewhere" }).end();
  await tag("moved");
  start();
  expect(await over(webhookId)).toMatchObject([{ status: "FAILED", responseCode: 302 }]);
  expect(new Set(received.map(({ path }) => path))).toEqual(new Set(["/hooks?token=s3cret"]));
});

test("whoever answers with 410 is sent nothing more", async () => {
  const { webhookId } = await create();
  answer = (response) => response.writeHead(410).end();
  for (const value of ["one", "two"]) await tag(value);
  start();
  expect(await over(webhookId, 2)).toMatchObject([
    { status: "FAILED", attempts: 1 },
    { status: "FAILED", attempts: 0 },
  ]);
  expect(received).toHaveLength(1);
  const [webhook] = await runRead(listWebhooks, {}, scope);
  expect(webhook).toMatchObject({ active: false, inactiveReason: expect.stringContaining("410") });
  await expect(runAction(testWebhook, { id: webhookId }, scope)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("one that does not answer in time, or sends without end, is left; the others are served meanwhile", async () => {
  const slow = await create({ url: `${url}&slow` });
  const endless = await create({ url: `${url}&endless` });
  const quick = await create();
  answer = (response, { path }) => {
    if (path.endsWith("slow")) return;
    if (!path.endsWith("endless")) return void response.end();
    const write = () => {
      while (response.write("y".repeat(10_000)));
    };
    response.on("drain", write);
    write();
  };
  await tag("late");
  start({ timeoutMs: 1_000 });
  await over(quick.webhookId);
  expect(await over(endless.webhookId)).toMatchObject([{ status: "DELIVERED", responseExcerpt: "y".repeat(2_000) }]);
  let waiting = await deliveries(slow.webhookId);
  while (!waiting[0]?.error) waiting = await deliveries(slow.webhookId);
  expect(waiting).toMatchObject([{ error: "There was no whole answer within 1 s.", responseCode: null }]);
});

test("an address of this machine is refused, whether the URL or the name's look-up says it", async () => {
  const strict = { ...scope, services: { ...scope.services, webhooks: { allowPrivate: false } } };
  await expect(runAction(createWebhook, { url: "https://127.0.0.1:4000/graphql" }, strict)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    issues: [{ path: "url" }],
  });
  // Made while it was allowed; and one whose name leads here, at the second look if not at the first.
  const { webhookId: literal } = await create();
  const port = new URL(url).port;
  const { webhookId: rebound } = await create({ url: `https://rebind.example:${port}/` });
  const lookedUp: string[] = [];
  const lookup = ((hostname: string, _options: object, callback: (...found: unknown[]) => void) => {
    lookedUp.push(hostname);
    callback(null, [
      { address: "127.0.0.1", family: 4 },
      { address: "169.254.169.254", family: 4 },
    ]);
  }) as unknown as NonNullable<DelivererOptions["lookup"]>;
  await tag("inside");
  start({ webhooks: { allowPrivate: false }, lookup });
  expect(await over(literal)).toMatchObject([{ status: "FAILED", error: expect.stringContaining("https://") }]);
  expect(await over(rebound)).toMatchObject([
    { status: "FAILED", error: expect.stringContaining("leads to this machine or its network"), responseCode: null },
  ]);
  // Once for each attempt: what was looked at is what would be connected to.
  expect(lookedUp).toEqual(Array(mostAttempts).fill("rebind.example"));
  expect(received).toEqual([]);
});

test("of a name's addresses only those are connected to that may be", async () => {
  const port = new URL(url).port;
  const { webhookId } = await create({ url: `http://mixed.example:${port}/` });
  const lookup = ((_hostname: string, _options: object, callback: (...found: unknown[]) => void) =>
    callback(null, [{ address: "127.0.0.1", family: 4 }])) as unknown as NonNullable<DelivererOptions["lookup"]>;
  await tag("by name");
  start({ lookup });
  expect(await over(webhookId)).toMatchObject([{ status: "DELIVERED" }]);
  expect(received[0]?.headers.host).toBe(`mixed.example:${port}`);
});

test("nobody there: the delivery says so", async () => {
  const { webhookId } = await create();
  server.close();
  await tag("nobody");
  start();
  expect(await over(webhookId)).toMatchObject([
    { status: "FAILED", error: "The connection was refused.", responseCode: null },
  ]);
});

test("a test is sent at once, and one at a time", async () => {
  const { webhookId: id } = await create({ events: ["REMOVED"] });
  await runAction(testWebhook, { id }, scope);
  await expect(runAction(testWebhook, { id }, scope)).rejects.toMatchObject({ code: "CONFLICT" });
  // No look within the minute: only the notice can have woken it.
  start({ pollMs: 60_000 });
  await over(id);
  await runAction(testWebhook, { id }, scope);
  expect(await over(id, 2)).toMatchObject([{ event: "webhook.test" }, { event: "webhook.test" }]);
  expect(JSON.parse(received[0]?.body ?? "")).toMatchObject({ type: "webhook.test", data: { actor: "local owner" } });
});

test("a deliverer that died is taken over from; two of them send once", async () => {
  const { webhookId } = await create();
  await runAction(testWebhook, { id: webhookId }, scope);
  const taken = await takeDelivery(setup.database, [], 60_000);
  expect(taken).toMatchObject({ webhookId, attempts: 1 });
  expect(await takeDelivery(setup.database, [], 60_000)).toBeNull();
  await setup.database.webhookDelivery.updateMany({ data: { leaseUntil: new Date(0) } });
  start();
  start();
  expect(await over(webhookId)).toMatchObject([{ status: "DELIVERED", attempts: 2 }]);
  expect(received).toHaveLength(1);
});

test("one that is stopped breaks off what it sends, which does not count", async () => {
  const { webhookId } = await create();
  const reached = Promise.withResolvers<void>();
  answer = () => reached.resolve();
  await tag("stopping");
  const deliverer = start({ timeoutMs: 60_000 });
  await reached.promise;
  await deliverer.stop();
  expect(await deliveries(webhookId)).toMatchObject([{ status: "PENDING", attempts: 0, leaseOwner: null }]);
});

test("the log is bounded: the newest that are over are kept, and none for ever", async () => {
  const { webhookId } = await create();
  const rows = [0, 1, 2, 3, 4].map((n) => ({
    webhookId,
    event: `e${n}`,
    body: "{}",
    status: n === 0 ? ("PENDING" as const) : ("DELIVERED" as const),
    createdAt: n === 4 ? new Date(0) : new Date(),
  }));
  for (const data of rows) await setup.database.webhookDelivery.create({ data });
  expect(await pruneDeliveries(setup.database, 3)).toBe(2);
  expect((await deliveries(webhookId)).map(({ event }) => event)).toEqual(["e0", "e2", "e3"]);
});

test("secrets and the URL's path are told to nobody: not to who lists, not in the audit log", async () => {
  const { webhookId, secret } = await create();
  expect(await lastAudit()).toMatchObject({ action: "createWebhook", outcome: "DONE", subject: new URL(url).host });
  expect(JSON.stringify(await runRead(listWebhooks, {}, scope))).not.toContain(secret);
  await expect(create({ url: "https://a:b@x.example/t0ken" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  expect(await lastAudit()).toMatchObject({ outcome: "REFUSED", details: { input: { url: "x.example" } } });
  await runAction(deleteWebhook, { id: webhookId }, scope);
  expect(await lastAudit()).toMatchObject({ action: "deleteWebhook", subject: new URL(url).host });
  await expect(runAction(deleteWebhook, { id: webhookId }, scope)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const told = JSON.stringify(await setup.database.auditEvent.findMany({ omit: { seq: true } }));
  for (const part of [secret, "s3cret", "t0ken"]) expect(told).not.toContain(part);
});

test("only who manages webhooks may, and only so many", async () => {
  const reader = { id: "r", name: "reader", permissions: new Set(["models:read", "models:write"] as const) };
  const asReader = { ...scope, actor: reader };
  await expect(runAction(createWebhook, { url }, asReader)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(runRead(listWebhooks, {}, asReader)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await setup.database.webhook.createMany({
    data: Array.from({ length: mostWebhooks }, () => ({ url, secret: "whsec_AA==", afterChange: 0n, createdBy: "r" })),
  });
  await expect(create()).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
});

test("each kind of change is told: registered, promoted, archived, rolled back, removed", async () => {
  const { webhookId } = await create({ events: ["REGISTERED", "PROMOTED", "ARCHIVED", "ROLLED_BACK", "REMOVED"] });
  const worker = setup.startWorker();
  await setup.ended(await setup.train({ model: "cars" }));
  await worker.stop();
  await runAction(promoteVersion, { model: "cars", version: 1 }, scope);
  await runAction(archiveVersion, { model: "cars", version: 1 }, scope);
  await runAction(rollback, { model: "cars" }, scope);
  await runAction(removeModel, { name: "cars", confirmName: "cars", inProduction: true }, scope);
  start();
  const found = await over(webhookId, 6);
  expect(found.map(({ event }) => event)).toEqual([
    "model.registered",
    "model.promoted",
    "model.archived",
    "model.rolled_back",
    // The version that was in production, then the model itself.
    "model.removed",
    "model.removed",
  ]);
  expect(received.map(({ body }) => JSON.parse(body).data.version)).toEqual([1, 1, 1, 1, 1, null]);
});
