import { once } from "node:events";
import { request as ask, createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBalancerSigner } from "../../testing/balancer-signer.ts";
import { type Product, startProduct } from "../../testing/product.ts";

/** What comes past the balancer's sign-in with a key: the balancer writes nothing into it, so all that it says else is its sender's. */

const key = "fedcba9876543210fedcba9876543210";
const signer = openBalancerSigner();
let keys: Server;
let product: Product;
let origin: string;
beforeAll(async () => {
  keys = createServer((_request, response) => response.end(signer.publicKey)).listen(0, "127.0.0.1");
  await once(keys, "listening");
  product = await startProduct({
    worker: false,
    variables: {
      SIGN_IN: "AWS_ALB",
      SIGN_IN_BALANCER_ARN: signer.balancerArn,
      SIGN_IN_ISSUER: signer.issuer,
      SIGN_IN_CLIENT_ID: signer.clientId,
      SIGN_IN_KEYS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/keys`,
      SIGN_IN_MACHINES: `robot=${key}`,
      SIGN_IN_OWNERS: "ann@example.com",
      SIGN_IN_EDITORS: "machine:robot",
    },
  });
  origin = new URL(product.url).origin;
});
afterAll(async () => {
  await product?.stop();
  keys?.closeAllConnections();
  keys?.close();
});

/** A token of somebody who is an owner, such as a log or another service may have let slip: it is signed, and still holds. */
const ann = () => ({
  "x-amzn-oidc-data": signer.tokenOf(),
  "x-amzn-oidc-identity": "f0a1",
  "x-amzn-oidc-accesstoken": "of-ann",
});
const robot = { authorization: `Bearer ${key}` };
const stranger = { authorization: `Bearer ${key.replace("f", "0")}` };

test("who signed in at the balancer is who they are, and a key is its program's", async () => {
  const whoIs = async (who: Record<string, string>) =>
    (await product.as(who).graphql("{ viewer { actor { id } role } }")).data?.viewer;
  expect(await whoIs(ann())).toEqual({ actor: { id: "f0a1" }, role: "OWNER" });
  expect(await whoIs(robot)).toEqual({ actor: { id: "machine:robot" }, role: "EDITOR" });
  // No more than that, whoever else it says it is.
  expect(await whoIs({ ...robot, ...ann() })).toEqual({ actor: { id: "machine:robot" }, role: "EDITOR" });
});

test.each<[string, () => Record<string, string>]>([
  ["a key of nobody", () => stranger],
  ["a key of nobody, and a person's token", () => ({ ...stranger, ...ann() })],
  ["a bearer of nothing, and a person's token", () => ({ authorization: "Bearer ", ...ann() })],
  ["two keys in one, and a person's token", () => ({ authorization: `Bearer x ${key}`, ...ann() })],
  ["another scheme, and a person's token", () => ({ authorization: "Basic YTpi", ...ann() })],
  ["the headers that carry no signature", () => ({ ...stranger, "x-amzn-oidc-identity": "f0a1" })],
])("with %s nobody is let in, at any door", async (_what, headers) => {
  const query = await product.as(headers()).graphql("{ viewer { role } }");
  expect(query).toMatchObject({ status: 401, errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
  const doors = [
    "/graphql",
    "/models/titanic/versions/1/card.md",
    "/mlflow/api/2.0/mlflow/registered-models/search",
    "/mlflow/api/2.0/mlflow-artifacts/artifacts?path=0",
  ];
  for (const door of doors) {
    const answer = await fetch(`${origin}${door}`, { headers: { accept: "text/html", ...headers() } });
    expect(answer.status, door).toBe(401);
    expect(answer.headers.get("www-authenticate"), door).toContain("Bearer");
  }
});

test("of two keys the balancer may have seen the one and we see the other: no person comes of either", async () => {
  const sent = ask(product.url, { method: "POST", headers: { ...ann(), "content-type": "application/json" } });
  sent.setHeader("authorization", ["Basic YTpi", `Bearer ${key}`]);
  sent.end(JSON.stringify({ query: "{ viewer { role } }" }));
  const [response] = await once(sent, "response");
  response.resume();
  expect(response.statusCode).toBe(401);
});

test("who has no key is told so before what they send is read", async () => {
  const path = "/mlflow/api/2.0/mlflow-artifacts/artifacts/0/run/artifacts/model.onnx";
  const sent = ask(`${origin}${path}`, { method: "PUT", headers: { ...stranger, "content-length": 500_000_000 } });
  sent.on("error", () => {});
  sent.flushHeaders();
  // Nothing of the body is ever sent.
  const [response] = await once(sent, "response");
  expect(response.statusCode).toBe(401);
  sent.destroy();
});
