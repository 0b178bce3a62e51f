import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { openBucketDouble } from "../testing/bucket-double.ts";
import { clientOf, trainTitanic } from "../testing/product.ts";
import { startRole } from "../testing/role-process.ts";

/** Each starts processes of the product, several at once on a machine that may be busy with others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

test("what a worker trained answers in an API that shares no disk with it, but a bucket", async () => {
  const bucket = await openBucketDouble();
  const parent = await mkdtemp(join(tmpdir(), "modelwright-apart-"));
  const variables = (own: string) => ({
    DATABASE_URL: database.url,
    MODELWRIGHT_DATA_DIR: join(parent, own),
    ARTIFACTS_URL: "s3://models/test",
    S3_ENDPOINT: bucket.endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "secret",
  });
  const database = await createTestDatabase();
  const [api, worker] = await Promise.all([
    startRole("api", variables("api")),
    startRole("worker", variables("worker")),
  ]);
  const client = clientOf(api.url);
  const version = await trainTitanic(client);
  const { data } = await client.graphql(
    'mutation P($version: Int!, $features: JSON!) { predict(input: { model: "titanic", version: $version, features: $features }) { ... on Prediction { version value } ... on Error { message } } }',
    { version, features: { sex: "female", pclass: 1, embarked: "C", age_group: "adult" } },
  );
  expect(data?.predict).toMatchObject({ version });
  expect([...bucket.objects.keys()].some((key) => /^test\/artifacts\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(key))).toBe(true);
  expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
  expect(await readdir(parent)).toEqual([]);
  await rm(parent, { recursive: true });
  await bucket.close();
});
