import { afterAll, beforeAll, expect, test } from "vitest";
import { openArtifactStore } from "../models/artifacts.ts";
import { sweepArtifacts } from "../models/purge-artifacts.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { openLog } from "../platform/log.ts";
import { type Product, startProduct } from "../testing/product.ts";
import { dropFilesOfDeleted } from "./drop-files.ts";

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

test("the files of a deleted run go when it was deleted long enough ago, and never those of another", async () => {
  const api = `${new URL(product.url).origin}/mlflow/api/2.0`;
  const post = async (path: string, body: object) =>
    (await fetch(`${api}/mlflow/${path}`, { method: "POST", body: JSON.stringify(body) })).json() as Promise<any>;
  const day = 24 * 60 * 60_000;
  const drop = (now: number) => dropFilesOfDeleted(database, { now: new Date(now), keptMs: day });
  await sweep();
  const runs: { id: string; url: string }[] = [];
  for (const name of ["deleted", "restored", "live"]) {
    const { info } = (await post("runs/create", { experiment_id: "0", run_name: name })).run;
    const url = `${api}/mlflow-artifacts/artifacts/${info.artifact_uri.replace("mlflow-artifacts:/", "")}/${name}.txt`;
    expect((await fetch(url, { method: "PUT", body: name })).status).toBe(200);
    runs.push({ id: info.run_id as string, url });
  }
  for (const run of runs.slice(0, 2)) await post("runs/delete", { run_id: run.id });
  await post("runs/restore", { run_id: runs[1]?.id });
  const statuses = () => Promise.all(runs.map(async ({ url }) => (await fetch(url)).status));
  expect([await drop(Date.now()), await statuses()]).toEqual([0, [200, 200, 200]]);
  expect([await drop(Date.now() + 2 * day), await statuses()]).toEqual([1, [404, 200, 200]]);
  expect(await sweep()).toBe(1);
  expect(await drop(Date.now() + 2 * day)).toBe(0);
});

test("the files of a deleted logged model go as well", async () => {
  const api = `${new URL(product.url).origin}/mlflow/api/2.0`;
  const created = await fetch(`${api}/mlflow/logged-models`, {
    method: "POST",
    body: JSON.stringify({ experiment_id: "0", name: "m" }),
  });
  const { model } = (await created.json()) as { model: { info: { model_id: string; artifact_uri: string } } };
  const path = model.info.artifact_uri.replace("mlflow-artifacts:/", "");
  const url = `${api}/mlflow-artifacts/artifacts/${path}/model.bin`;
  expect((await fetch(url, { method: "PUT", body: "model" })).status).toBe(200);
  const drop = () => dropFilesOfDeleted(database, { now: new Date(), keptMs: -1_000 });
  expect(await drop()).toBe(0);
  expect((await fetch(`${api}/mlflow/logged-models/${model.info.model_id}`, { method: "DELETE" })).status).toBe(200);
  expect(await drop()).toBe(1);
  expect((await fetch(url)).status).toBe(404);
});
