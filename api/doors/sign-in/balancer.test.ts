import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLog } from "../../platform/log.ts";
import { openBalancerSigner } from "../../testing/balancer-signer.ts";
import { balancerFront } from "./balancer.ts";

const { balancerArn, issuer, clientId, kid, publicKey, tokenOf } = openBalancerSigner();

let keys: Server;
let asked: string[];
let answer: RequestListener;
beforeEach(async () => {
  asked = [];
  answer = (request, response) => {
    asked.push(request.url ?? "");
    if (request.url !== `/keys/${kid}`) return response.writeHead(404).end();
    response.end(publicKey);
  };
  keys = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await once(keys, "listening");
});
afterEach(() => {
  keys.closeAllConnections();
  keys.close();
});

function front() {
  const keysUrl = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`;
  const settings = {
    kind: "AWS_ALB",
    balancerArn,
    issuer,
    clientId,
    groupsClaim: "groups",
    keysUrl,
  } as const;
  return balancerFront(settings, openLog("silent", "test"));
}

const requestWith = (token?: string, more: object = {}) =>
  ({
    headers: { ...(token === undefined ? {} : { "x-amzn-oidc-data": token }), ...more },
  }) as unknown as IncomingMessage;

test("a token that the balancer signed says who asks; its key is read once", async () => {
  const identify = front();
  const ann = { id: "f0a1", name: "ann@example.com", email: "ann@example.com", groups: [] };
  expect(await identify(requestWith(tokenOf()))).toEqual(ann);
  expect(await identify(requestWith(tokenOf({ groups: ["b", "a"] })))).toEqual({ ...ann, groups: ["a", "b"] });
  expect(asked).toEqual([`/keys/${kid}`]);
});

test("an address that nobody has verified is not believed, and not what somebody is called", async () => {
  const identify = front();
  const unknown = { id: "f0a1", name: "f0a1", email: null };
  for (const email_verified of ["false", false, undefined, "yes, really"]) {
    const told = identify(requestWith(tokenOf({ email_verified })));
    if (email_verified === "yes, really") await expect(told).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    else expect(await told).toMatchObject(unknown);
  }
});

test.each(["Bearer of-nobody-here", "Basic YTpi", ""])(
  "of a request that shows a key (%j) no person is believed, whoever they signed in as",
  async (authorization) => {
    const told = front()(requestWith(tokenOf(), { authorization }));
    await expect(told).rejects.toMatchObject({ code: "UNAUTHENTICATED", message: expect.stringContaining("key") });
    expect(asked).toEqual([]);
  },
);

const another = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const long = Math.floor(Date.now() / 1_000) - 5;
test.each<[string, string | undefined]>([
  ["is missing", undefined],
  ["is no token", "a.b.c"],
  ["another key has signed", tokenOf({}, {}, another)],
  ["another balancer has signed", tokenOf({}, { signer: `${balancerArn}0` })],
  ["is of another issuer", tokenOf({ iss: "https://evil.example" })],
  ["is for another client", tokenOf({}, { client: "other" })],
  ["has expired", tokenOf({ exp: long })],
  ["never expires", tokenOf({ exp: undefined })],
  ["is signed with a key that the balancer does not have", tokenOf({}, { kid: randomUUID() })],
  ["leads to a key elsewhere", tokenOf({}, { kid: "../x" })],
  ["says that it is not signed", tokenOf({}, { alg: "none" })],
  ["names nobody", tokenOf({ sub: undefined })],
  ["names the local owner", tokenOf({ sub: "local-owner" })],
  ["names the service", tokenOf({ sub: "system" })],
  ["names a program", tokenOf({ sub: "machine:smoke-test" })],
])("a token that %s is not believed", async (_what, token) => {
  await expect(front()(requestWith(token))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  expect(asked.every((path) => /^\/keys\/[0-9a-f-]{36}$/.test(path))).toBe(true);
});

test("when keys can't be read somebody is told to try again, and the next time it is tried again", async () => {
  const identify = front();
  const works = answer;
  answer = (_request, response) => response.writeHead(503).end();
  await expect(identify(requestWith(tokenOf()))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  answer = (_request, response) => response.end("x".repeat(100_000));
  await expect(identify(requestWith(tokenOf()))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  answer = works;
  expect(await identify(requestWith(tokenOf()))).toMatchObject({ id: "f0a1" });
});

test("made-up keys are looked for a few at a time", async () => {
  const identify = front();
  let waiting = 0;
  const held: (() => void)[] = [];
  answer = (_request, response) => {
    waiting += 1;
    held.push(() => response.writeHead(404).end());
    if (waiting === 4) for (const end of held) end();
  };
  const codes = await Promise.all(
    Array.from({ length: 10 }, () =>
      identify(requestWith(tokenOf({}, { kid: randomUUID() }))).catch(({ code }: { code: string }) => code),
    ),
  );
  expect(codes.toSorted()).toEqual([...Array(4).fill("UNAUTHENTICATED"), ...Array(6).fill("UNAVAILABLE")]);
  expect(waiting).toBe(4);
});
