import { randomUUID } from "node:crypto";
import { request as ask } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationOf, type Product, runEvents, startProduct, trainTitanic } from "../../testing/product.ts";

const secret = "0123456789abcdef0123456789abcdef";
const machineKey = "fedcba9876543210fedcba9876543210";
const variables = {
  SIGN_IN: "PROXY",
  SIGN_IN_SECRET: secret,
  SIGN_IN_USER_HEADER: "X-Forwarded-User",
  SIGN_IN_EMAIL_HEADER: "X-Forwarded-Email",
  SIGN_IN_GROUPS_HEADER: "X-Forwarded-Groups",
  SIGN_IN_MACHINES: `robot=${machineKey}, idle=${machineKey.toUpperCase()}`,
  SIGN_IN_OWNERS: "Olga@example.com",
  SIGN_IN_APPROVERS: "group:reviewers, machine:robot",
  SIGN_IN_EDITORS: "ann@example.com, id:u-ed",
};

const person = (id: string, email?: string, groups?: string) => ({
  "x-modelwright-secret": secret,
  "x-forwarded-user": id,
  ...(email ? { "x-forwarded-email": email } : {}),
  ...(groups ? { "x-forwarded-groups": groups } : {}),
});
const ann = person("u-ann", "Ann@example.com");
const bob = person("u-bob", "bob@example.com", "staff,reviewers");
const eve = person("u-eve", "eve@example.com");
const olga = person("u-olga", "olga@example.com");
const robot = { authorization: `Bearer ${machineKey}` };

let product: Product;
let origin: string;
beforeAll(async () => {
  product = await startProduct({ variables });
  origin = new URL(product.url).origin;
});
afterAll(() => product.stop());

const viewer = "{ viewer { actor { id name } role permissions } }";
const whoIs = async (who: Record<string, string>) => (await product.as(who).graphql(viewer)).data?.viewer;

test("who is signed in has a name and a role, by address, group, id or default", async () => {
  expect(await whoIs(ann)).toMatchObject({ actor: { id: "u-ann", name: "ann@example.com" }, role: "EDITOR" });
  expect(await whoIs(person("u-ed"))).toMatchObject({ actor: { id: "u-ed", name: "u-ed" }, role: "EDITOR" });
  expect(await whoIs(bob)).toMatchObject({ role: "APPROVER" });
  expect((await whoIs(bob)).permissions).toContain("models:approve");
  expect(await whoIs(olga)).toMatchObject({ role: "OWNER" });
  const plain = await whoIs(eve);
  expect(plain).toMatchObject({ role: "VIEWER" });
  expect(plain.permissions).not.toContain("models:write");
  // An id that looks like another's address, or like a group, is neither.
  expect(await whoIs(person("olga@example.com"))).toMatchObject({ role: "VIEWER" });
  expect(await whoIs(person("group:reviewers"))).toMatchObject({ role: "VIEWER" });
});

test("a program has the role that its name was given, but is no second person; without one it may do nothing", async () => {
  const told = await whoIs(robot);
  expect(told).toMatchObject({ actor: { id: "machine:robot", name: "robot" }, role: "APPROVER" });
  expect(told.permissions).toContain("models:write");
  expect(told.permissions).not.toContain("models:approve");
  const idle = { authorization: `Bearer ${machineKey.toUpperCase()}` };
  expect(await whoIs(idle)).toMatchObject({ role: null, permissions: [] });
});

const refused: [string, Record<string, string>][] = [
  ["nobody", {}],
  ["the wrong secret", { ...ann, "x-modelwright-secret": `${secret}0` }],
  ["no secret", { "x-forwarded-user": "u-olga", "x-forwarded-email": "olga@example.com" }],
  ["nobody by the proxy", { "x-modelwright-secret": secret }],
  ["a key that is none", { authorization: `Bearer ${machineKey}0` }],
  ["the local owner", person("local-owner")],
  ["the service", person("system")],
  ["a program by its id", person("machine:robot")],
];
test.each(refused)("a request by %s is refused at every door", async (_who, headers) => {
  const query = await product.as(headers).graphql("{ models { nodes { name } } }");
  expect(query).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  const stream = await fetch(product.url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    body: JSON.stringify({ query: "subscription { modelEvents { seq } }" }),
  });
  expect(stream.status).toBe(401);
  expect(stream.headers.get("www-authenticate")).toContain("Bearer");
  await stream.body?.cancel();
  const card = await fetch(`${origin}/models/titanic/versions/1/card.md`, { headers });
  expect(card.status).toBe(401);
  expect(await card.json()).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  const search = await fetch(`${origin}/mlflow/api/2.0/mlflow/registered-models/search`, { headers });
  expect(search.status).toBe(401);
  expect(await search.json()).toMatchObject({ error_code: "UNAUTHENTICATED" });
  // Whoever watches over the process is nobody.
  expect((await fetch(`${origin}/healthz`, { headers })).status).toBe(200);
});

test("of two headers that say who asks none is believed", async () => {
  const body = JSON.stringify({ query: viewer });
  const status = await new Promise((resolve, reject) => {
    const sent = ask(product.url, {
      method: "POST",
      headers: { ...ann, "x-forwarded-user": ["u-olga", "u-ann"], "content-type": "application/json" },
    });
    sent.on("response", (response) => {
      resolve(response.statusCode);
      response.resume();
    });
    sent.on("error", reject);
    sent.end(body);
  });
  expect(status).toBe(400);
});

test("a conversation is its owner's alone, whoever knows its id", async () => {
  const own = conversationOf(product.as(ann));
  const turnId = randomUUID();
  const said = await own.say("what models are there?", turnId);
  const { threadId } = own;
  const other = product.as(eve);
  expect(
    (await other.graphql("query T($id: ID!) { thread(id: $id) { id } }", { id: threadId })).data?.thread,
  ).toBeNull();
  expect((await other.graphql("query T($id: ID!) { turn(id: $id) { id } }", { id: said.id })).data?.turn).toBeNull();
  expect(await conversationOf(other, threadId).say("and mine?")).toMatchObject({ code: "NOT_FOUND" });
  // Nor is a reply told to who sends its turn again.
  expect(await conversationOf(other, threadId).say("what models are there?", turnId)).toMatchObject({
    code: "CONFLICT",
  });
  const follow = "subscription R($id: ID!) { chatReply(threadId: $id) { seq payload } }";
  const [refusedStream] = await other.subscribe(follow, { id: threadId }, () => true);
  expect(refusedStream).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  const [first] = await product.as(ann).subscribe(follow, { id: threadId }, () => true);
  expect(first).toMatchObject({ seq: 1 });
  expect((await own.say("what models are there?", turnId)).id).toBe(said.id);
});

test("who follows an id before there is a conversation is told nothing when it becomes another's", async () => {
  const threadId = randomUUID();
  const follow = "subscription R($id: ID!) { chatReply(threadId: $id) { seq payload } }";
  const followed = product.as(eve).subscribe(follow, { id: threadId }, () => true);
  await conversationOf(product.as(ann), threadId).say("help");
  expect(await followed).toMatchObject([{ errors: [{ extensions: { code: "NOT_FOUND" } }] }]);
});

test("an open question is answered by who was asked", async () => {
  await trainTitanic(product.as(ann), { seed: 5 });
  const own = conversationOf(product.as(ann));
  const { pending } = await own.say("promote titanic version 1");
  expect(pending).toMatchObject({ kind: "CONFIRMATION" });
  const other = conversationOf(product.as(olga), own.threadId);
  expect(await other.answer(pending.id, { cancel: true })).toMatchObject({ code: "NOT_FOUND" });
  // What "it" is there, is not told either.
  const interpret = 'query I($id: ID!) { interpret(message: "promote it", threadId: $id) { intents { slots } } }';
  const read = async (who: Record<string, string>) =>
    (await product.as(who).graphql(interpret, { id: own.threadId })).data?.interpret.intents;
  expect(await read(ann)).toMatchObject([{ slots: { model: "titanic" } }]);
  expect(await read(olga)).toEqual([{ slots: {} }]);
  expect(await own.answer(pending.id, { cancel: true })).toMatchObject({ kind: "CANCELLED" });
  expect(await other.answer(pending.id, { cancel: true })).toMatchObject({ code: "NOT_FOUND" });
});

test("the worker acts in the name of who asked, and so says the log", async () => {
  const own = conversationOf(product.as(ann));
  const { cards } = await own.say("train titanic with seed 11");
  const [{ runId }] = cards;
  await runEvents(product.as(ann), runId);
  const log = await product
    .as(eve)
    .graphql('{ auditLog(first: 2, actor: "ann@example.com") { nodes { action outcome actor { id name } } } }');
  expect(log.data?.auditLog.nodes).toContainEqual({
    action: "registerVersion",
    outcome: "DONE",
    actor: { id: "u-ann", name: "ann@example.com" },
  });
});

test("who may only look is refused in words, and that is written down by their name", async () => {
  const reply = await conversationOf(product.as(eve)).say("train titanic");
  expect(reply.content).toContain("eve@example.com may not");
  const { data } = await product.as(eve).graphql('{ auditLog(first: 1, actor: "u-eve") { nodes { action outcome } } }');
  expect(data?.auditLog.nodes).toEqual([{ action: "trainModel", outcome: "REFUSED" }]);
});
