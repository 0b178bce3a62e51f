import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBalancerSigner } from "../../api/testing/balancer-signer.ts";
import { openBucketDouble } from "../../api/testing/bucket-double.ts";
import { clientOf, conversationOf, runEvents } from "../../api/testing/product.ts";
import { encryptConnections } from "../testing/encrypt-connections.mjs";
import { startTemporaryPostgres } from "../testing/temporary-postgres.mjs";
import { buildImage, imageConfig } from "./build.mjs";
import { startContainer } from "./container.mjs";
import { standInBase } from "./stand-in.mjs";
import { BUILDERS, installTools } from "./tools.mjs";

/** @typedef {Awaited<ReturnType<typeof startContainer>>} Container */

/** @type {{ api: string, web: string }} */
let images;
/** @type {Awaited<ReturnType<typeof startTemporaryPostgres>>} */
let postgres;
/** @type {Awaited<ReturnType<typeof openBucketDouble>>} */
let bucket;
/** Of this test; a file in it is what the database is known by. */
const dir = mkdtempSync(join(tmpdir(), "modelwright-images-"));
const OWN_CERTIFICATE = "/run/certificates/own.pem";
/** @type {Record<string, string>} */
let variables;
/** @type {Date} */
let started;
/** @type {Container[]} */
const containers = [];

beforeAll(async () => {
  await installTools(BUILDERS);
  const base = await standInBase();
  const [api, web] = await Promise.all([buildImage("api", base), buildImage("web", base)]);
  images = { api, web };
  postgres = await startTemporaryPostgres();
  writeFileSync(join(dir, "own.pem"), await encryptConnections(postgres.url), { mode: 0o644 });
  bucket = await openBucketDouble();
  const { port, username, password, pathname } = new URL(postgres.url);
  // As a deployment names it: by parts, with its certificate checked.
  variables = {
    DATABASE_HOST: "localhost",
    DATABASE_PORT: port,
    DATABASE_NAME: pathname.slice(1),
    DATABASE_USER: username,
    DATABASE_PASSWORD: password,
    DATABASE_SSLMODE: "verify-full",
    DATABASE_SSLROOTCERT: OWN_CERTIFICATE,
    ARTIFACTS_URL: "s3://models/images",
    S3_ENDPOINT: bucket.endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "secret",
  };
});
afterAll(async () => {
  for (const container of containers) {
    await container.stop();
    await container.remove();
  }
  await bucket?.close();
  await postgres?.stop();
  rmSync(dir, { recursive: true, force: true });
});

/**
 * @param {string} image
 * @param {Parameters<typeof startContainer>[1]} options
 */
async function start(image, options) {
  const container = await startContainer(image, { files: { [OWN_CERTIFICATE]: join(dir, "own.pem") }, ...options });
  containers.push(container);
  return container;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return String(port);
}

/**
 * Asks until it is ready, or its container has ended.
 * @param {Container} container
 * @param {string} port
 */
async function ready(container, port) {
  let over = false;
  void container.ended.then(() => {
    over = true;
  });
  while (!over) {
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
    if (status === 200) return;
    await pause(50);
  }
  throw new Error(`the container ended:\n${container.lines.join("\n")}`);
}

/**
 * Asks until it takes no more work.
 * @param {string} port
 */
async function stopping(port) {
  while ((await fetch(`http://127.0.0.1:${port}/readyz`)).status !== 503);
}

/**
 * What was written in a container since it was started, besides its data and what buildah itself puts there.
 * @param {Container} container
 */
async function writtenIn(container) {
  const root = await container.mount();
  const own = ["data", "proc", "sys", "dev", "run", "etc/hosts", "etc/resolv.conf"];
  const found = execFileSync("find", [root, "-xdev", "-newermt", started.toISOString(), "-type", "f"], {
    encoding: "utf8",
  });
  const paths = found
    .split("\n")
    .filter(Boolean)
    .map((path) => path.slice(root.length + 1));
  return paths.filter((path) => !own.some((name) => path === name || path.startsWith(`${name}/`)));
}

/**
 * Speaks with what was started as a deployment's own task does, by the program that the API's image has for it.
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
async function smokeTest(args, env = {}) {
  const container = await start(images.api, { entryPoint: ["node", "scripts/smoke.mjs"], args, env });
  await container.ended;
  // buildah tells of a program that fails, too.
  const told = container.lines.flatMap((line) => /^(?:ok|failed)(?= )/.exec(line) ?? []);
  return { ...container, told };
}

describe("each image", () => {
  test.each(/** @type {const} */ (["api", "web"]))(
    "%s runs as nobody in particular, tells its port and its health",
    async (name) => {
      const config = await imageConfig(images[name]);
      expect(config).toMatchObject({ User: "1000:1000", Entrypoint: ["node", "api/main.ts"], Cmd: [name] });
      expect(Object.keys(config.ExposedPorts)).toEqual([name === "api" ? "4000/tcp" : "3000/tcp"]);
      expect(config.Healthcheck?.Test).toEqual(["CMD", "node", "scripts/images/healthcheck.mjs"]);
      expect(config.Env.filter((entry) => /PASSWORD|SECRET|_KEY=|DATABASE_URL/.test(entry))).toEqual([]);
    },
  );
});

test("the API's image knows Amazon RDS's certificates, and speaks with nobody who shows another", async () => {
  const file = "/app/certificates/rds.pem";
  const migrate = await start(images.api, { args: ["migrate"], env: { ...variables, DATABASE_SSLROOTCERT: file } });
  expect(await migrate.ended).toBe(1);
  expect(migrate.lines.join("\n")).toContain("self-signed certificate");
});

test("apart from each other on a real PostgreSQL they answer, chat, train and predict; asked to stop, they end well", async () => {
  started = new Date();
  const migrate = await start(images.api, { args: ["migrate"], env: variables });
  expect(await migrate.ended, migrate.lines.join("\n")).toBe(0);

  const [apiPort, workerPort, webPort] = [await freePort(), await freePort(), await freePort()];
  const api = await start(images.api, { env: { ...variables, PORT: apiPort, HEALTH_PORT: apiPort } });
  const worker = await start(images.api, { args: ["worker"], env: { ...variables, HEALTH_PORT: workerPort } });
  const web = await start(images.web, { env: { PORT: webPort, API_URL: `http://127.0.0.1:${apiPort}` } });
  await Promise.all([ready(api, apiPort), ready(worker, workerPort), ready(web, webPort)]);
  for (const container of [api, worker, web]) await container.exec(["node", "scripts/images/healthcheck.mjs"]);

  const page = await fetch(`http://127.0.0.1:${webPort}/`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("<title>");

  // Everything below goes through the web app's origin, as a browser's requests do.
  const client = clientOf(`http://127.0.0.1:${webPort}`);
  const talk = conversationOf(client);
  const asked = await talk.say("train titanic with 30% held out");
  const { runId } = asked.cards.find(
    (/** @type {{ __typename: string }} */ card) => card.__typename === "TrainingCard",
  );
  expect((await runEvents(client, runId)).at(-1)).toMatchObject({ type: "SUCCEEDED" });
  expect((await talk.say("promote it")).kind).toBe("CONFIRMATION_REQUIRED");
  expect((await talk.say("yes")).kind).toBe("PROMOTED");
  const predicted = await talk.say("a boy in first class who boarded in Cherbourg");
  expect(predicted.kind).toBe("PREDICTION");
  expect([...bucket.objects.keys()].filter((key) => key.startsWith("images/artifacts/"))).not.toEqual([]);

  // What a deployment is asked after it asks the same, from the image.
  const smoke = await smokeTest([`http://127.0.0.1:${webPort}`, "--train"]);
  expect(smoke.told).toEqual(["ok", "ok", "ok"]);
  expect(await smoke.ended, smoke.lines.join("\n")).toBe(0);

  // Asked to stop in the middle of a training, a worker hands it back, and another one ends it.
  const held = bucket.hold();
  const long = await talk.say("train penguins with 25% held out");
  const longId = long.cards.find(
    (/** @type {{ __typename: string }} */ card) => card.__typename === "TrainingCard",
  ).runId;
  await held.waiting;
  const workerEnded = worker.stop();
  await stopping(workerPort);
  held.release();
  expect(await workerEnded, worker.lines.join("\n")).toBe(0);
  const status = "query ($id: ID!) { trainingRun(id: $id) { status } }";
  expect((await client.graphql(status, { id: longId })).data?.trainingRun.status).toBe("QUEUED");
  const next = await start(images.api, { args: ["worker"], env: { ...variables, HEALTH_PORT: workerPort } });
  const events = await runEvents(client, longId);
  expect(events.map(({ message }) => message)).toContain("The worker is stopping; the run waits for the next one");
  expect(events.at(-1)).toMatchObject({ type: "SUCCEEDED" });

  for (const container of [web, api, worker, next]) {
    expect(await container.stop(), container.lines.join("\n")).toBe(0);
    expect(await writtenIn(container)).toEqual([]);
  }
});

test("behind a balancer with a sign-in the deployment's own task is let in by its key, and by nothing less", async () => {
  const migrate = await start(images.api, { args: ["migrate"], env: variables });
  expect(await migrate.ended, migrate.lines.join("\n")).toBe(0);
  const { balancerArn, issuer, clientId } = openBalancerSigner();
  const key = randomBytes(32).toString("hex");
  const [apiPort, webPort] = [await freePort(), await freePort()];
  const signIn = { SIGN_IN: "AWS_ALB" };
  const api = await start(images.api, {
    env: {
      ...variables,
      ...signIn,
      SIGN_IN_BALANCER_ARN: balancerArn,
      SIGN_IN_ISSUER: issuer,
      SIGN_IN_CLIENT_ID: clientId,
      SIGN_IN_MACHINES: `smoke-test=${key}`,
      SIGN_IN_OWNERS: "ann@example.com",
      SIGN_IN_EDITORS: "machine:smoke-test",
      PORT: apiPort,
    },
  });
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const web = await start(images.web, { env: { ...signIn, PORT: webPort, FIRST_VIEW_URL: apiUrl } });
  await Promise.all([ready(api, apiPort), ready(web, webPort)]);

  const args = [`http://127.0.0.1:${webPort}`, `--api=${apiUrl}`];
  const known = await smokeTest(args, { SMOKE_TEST_KEY: key });
  expect(known.told, known.lines.join("\n")).toEqual(["ok", "ok"]);
  expect(await known.ended).toBe(0);
  const unknown = await smokeTest(args);
  expect(unknown.told).toEqual(["ok", "failed"]);
  expect(unknown.lines.join("\n")).toContain("Sign in");
  expect(await unknown.ended).toBe(1);
  for (const container of [web, api]) expect(await container.stop(), container.lines.join("\n")).toBe(0);
});
