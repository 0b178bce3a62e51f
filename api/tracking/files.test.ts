import { afterAll, beforeAll, expect, test } from "vitest";
import { openArtifactStore } from "../models/artifacts.ts";
import { sweepArtifacts } from "../models/purge-artifacts.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { openLog } from "../platform/log.ts";
import { type Product, startProduct } from "../testing/product.ts";

let product: Product;
let database: Database;
let files: string;

beforeAll(async () => {
  product = await startProduct({ worker: false });
  database = openDatabase({ url: product.databaseUrl });
  const api = `${new URL(product.url).origin}/mlflow/api/2.0`;
  const created = await fetch(`${api}/mlflow/runs/create`, { method: "POST", body: '{"experiment_id":"0"}' });
  const { run } = (await created.json()) as { run: { info: { artifact_uri: string } } };
  files = `${api}/mlflow-artifacts/artifacts/${run.info.artifact_uri.replace("mlflow-artifacts:/", "")}`;
});
afterAll(async () => {
  await database?.$disconnect();
  await product?.stop();
});

function sweep(): Promise<number> {
  const artifacts = openArtifactStore(product.dataDir);
  const now = new Date(Date.now() + 2 * 60 * 60_000);
  const log = openLog("silent", "test");
  return sweepArtifacts({ database, artifacts, log, now, signal: new AbortController().signal });
}

const put = (name: string, body: string) => fetch(`${files}/${name}`, { method: "PUT", body });
const text = async (name: string) => (await fetch(`${files}/${name}`)).text();

test("a sweep keeps what stands under a path, and deletes what no path has any more", async () => {
  await put("kept.txt", "kept");
  await put("replaced.txt", "old");
  await put("replaced.txt", "new");
  await put("deleted.txt", "gone");
  await fetch(`${files}/deleted.txt`, { method: "DELETE" });
  expect(await sweep()).toBe(2);
  expect([await text("kept.txt"), await text("replaced.txt")]).toEqual(["kept", "new"]);
});

test("two paths with the same bytes are one file, which goes with the last", async () => {
  await put("one.txt", "same");
  await put("other.txt", "same");
  await fetch(`${files}/one.txt`, { method: "DELETE" });
  expect(await sweep()).toBe(0);
  expect(await text("other.txt")).toBe("same");
  await fetch(`${files}/other.txt`, { method: "DELETE" });
  expect(await sweep()).toBe(1);
});

test("a folder is what is below it: a name that begins like it is another", async () => {
  for (const name of ["a/1.txt", "a/b/2.txt", "a-b/3.txt", "a0.txt"]) await put(name, name);
  await fetch(`${files}/a`, { method: "DELETE" });
  const [at, path] = files.split("/artifacts/");
  const rest = path === undefined ? "" : files.slice((at as string).length + "/artifacts/".length);
  const listed = await fetch(`${at}/artifacts?path=${encodeURIComponent(rest)}`);
  const names = ((await listed.json()) as { files: { path: string }[] }).files.map((file) => file.path);
  expect(names).toEqual(expect.arrayContaining(["a-b", "a0.txt"]));
  expect(names).not.toContain("a");
});
