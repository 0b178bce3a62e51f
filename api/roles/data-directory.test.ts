import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { clientOf, conversationOf, trainTitanic } from "../testing/product.ts";
import { startRole } from "../testing/role-process.ts";

/** Each starts processes of the product, several at once on a machine that may be busy with others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

test("nothing is written outside of the data directory: Node itself would refuse it", async () => {
  const parent = await mkdtemp(join(tmpdir(), "modelwright-written-"));
  const dataDir = join(parent, "data");
  const home = join(parent, "home");
  await Promise.all([mkdir(dataDir), mkdir(home)]);
  const node = ["--permission", "--allow-fs-read=*", `--allow-fs-write=${dataDir}`, "--allow-addons", "--allow-worker"];
  const variables = { DATABASE_URL: (await createTestDatabase()).url, MODELWRIGHT_DATA_DIR: dataDir, HOME: home };
  const before = new Set(await readdir("/tmp"));
  const [api, worker] = await Promise.all([startRole("api", variables, node), startRole("worker", variables, node)]);
  const client = clientOf(api.url);
  const version = await trainTitanic(client);
  const talk = conversationOf(client);
  await talk.say(`promote version ${version} of titanic`);
  await talk.say("yes");
  const prediction = await talk.say("a boy in first class who boarded in Cherbourg");
  expect(prediction.kind).toBe("PREDICTION");
  expect(await worker.stop()).toBe(0);
  expect([...api.log, ...worker.log].filter(({ level }) => level >= 40)).toEqual([]);
  expect(await readdir(dataDir)).toEqual(["artifacts"]);
  // Native code is held by no guard of Node's: what it would write is looked for.
  expect(await readdir(home)).toEqual([]);
  const left = (await readdir("/tmp")).filter((name) => !before.has(name) && name.includes(`${api.child.pid}.log`));
  expect(left).toEqual([]);

  // The guard holds: with another directory to keep to, the training can't be written down.
  const elsewhere = { ...variables, MODELWRIGHT_DATA_DIR: join(parent, "elsewhere") };
  const outside = await startRole("worker", elsewhere, node);
  await expect(trainTitanic(client, { seed: 3 })).rejects.toThrow(/FAILED/);
  expect(await Promise.all([outside.stop(), api.stop()])).toEqual([0, 0]);
  await rm(parent, { recursive: true });
});
