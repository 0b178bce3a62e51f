import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as ask } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Product, startProduct } from "../../testing/product.ts";
import { routes } from "./routes.ts";

let product: Product;
let dataDir: string;
let origin: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "modelwright-mlflow-"));
  product = await startProduct({ worker: false, variables: { MODELWRIGHT_DATA_DIR: dataDir } });
  origin = new URL(product.url).origin;
});
afterAll(async () => {
  await product?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const api = (path: string) => `${origin}/mlflow/api/2.0${path}`;

async function post(path: string, body: object): Promise<{ status: number; body: any }> {
  const answer = await fetch(api(path), { method: "POST", body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

async function newRun(): Promise<{ id: string; folder: string }> {
  const { body } = await post("/mlflow/runs/create", { experiment_id: "0" });
  const { run_id: id, artifact_uri: uri } = body.run.info;
  return { id, folder: uri.replace("mlflow-artifacts:/", "") };
}

async function stored(): Promise<string[]> {
  const files = await readdir(join(dataDir, "artifacts"), { recursive: true, withFileTypes: true }).catch(() => []);
  return files.filter((file) => file.isFile() && !file.parentPath.endsWith(".registries")).map((file) => file.name);
}

describe("MLflow's door", () => {
  test("each route is there once", () => {
    const named = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(named).size).toBe(named.length);
  });

  test("health and version are plain text", async () => {
    expect(await (await fetch(`${origin}/mlflow/health`)).text()).toBe("OK");
    expect(await (await fetch(`${origin}/mlflow/version`)).text()).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("what is not there is told in MLflow's own form", async () => {
    const answer = await fetch(api("/mlflow/none"));
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error_code: "ENDPOINT_NOT_FOUND" });
    expect(await post("/mlflow/traces", {})).toMatchObject({ status: 501, body: { error_code: "NOT_IMPLEMENTED" } });
    expect(await post("/mlflow/runs/delete", { run_id: "x" })).toMatchObject({
      status: 404,
      body: { error_code: "RESOURCE_DOES_NOT_EXIST" },
    });
    expect(await post("/mlflow/experiments/create", { name: "Default" })).toMatchObject({
      status: 400,
      body: { error_code: "RESOURCE_ALREADY_EXISTS" },
    });
  });

  test("a page of another site changes nothing, and no other name is answered", async () => {
    const foreign = await fetch(api("/mlflow/experiments/create"), {
      method: "POST",
      headers: { origin: "https://example.com" },
      body: "{}",
    });
    expect(foreign.status).toBe(403);
  });

  test("a file is kept under its path, replaced, listed and deleted", async () => {
    const { folder } = await newRun();
    const url = api(`/mlflow-artifacts/artifacts/${folder}/a/b.txt`);
    for (const text of ["first", "second"]) {
      expect((await fetch(url, { method: "PUT", body: text })).status).toBe(200);
      const got = await fetch(url);
      expect(await got.text()).toBe(text);
      expect(got.headers.get("x-content-type-options")).toBe("nosniff");
    }
    const listed = await (await fetch(api(`/mlflow-artifacts/artifacts?path=${folder}`))).json();
    expect(listed).toEqual({ files: [{ path: "a", is_dir: true }] });
    expect((await fetch(url, { method: "DELETE" })).status).toBe(200);
    expect((await fetch(url)).status).toBe(404);
  });

  test("an upload that is cut leaves the path as it was, and nothing half on the disk", async () => {
    const { folder } = await newRun();
    const url = api(`/mlflow-artifacts/artifacts/${folder}/file.bin`);
    await fetch(url, { method: "PUT", body: "whole" });
    const before = (await stored()).toSorted();
    await new Promise<void>((resolve) => {
      const cut = ask(url, { method: "PUT", headers: { "content-length": "1000000" } });
      cut.on("error", () => resolve());
      cut.write(Buffer.alloc(200_000), () => cut.destroy());
      cut.on("close", () => resolve());
    });
    await expect.poll(async () => (await stored()).toSorted()).toEqual(before);
    expect(await (await fetch(url)).text()).toBe("whole");
  });

  test("a file that is announced as too long is refused with a sentence, before it comes", async () => {
    const { folder } = await newRun();
    const url = api(`/mlflow-artifacts/artifacts/${folder}/large.bin`);
    const answer = await new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const large = ask(url, { method: "PUT", headers: { "content-length": String(2 ** 30 + 1) } });
      large.on("error", reject).on("response", async (response) => {
        let text = "";
        for await (const chunk of response.setEncoding("utf8")) {
          text += chunk;
          if (text.endsWith("}")) break;
        }
        resolve({ status: response.statusCode, text });
        large.destroy();
      });
      large.write(Buffer.alloc(100_000));
    });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      error_code: "INVALID_PARAMETER_VALUE",
      message: `A file has at most ${2 ** 30} bytes. Nothing of it was kept.`,
    });
    expect((await fetch(url)).status).toBe(404);
  });

  test.each(["..%2f..%2fx", "a%2f%2fb", "a%5c..%5cb", "%00"])("no path leads elsewhere: %s", async (path) => {
    const { folder } = await newRun();
    const answer = await fetch(api(`/mlflow-artifacts/artifacts/${folder}/${path}`), { method: "PUT", body: "x" });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error_code: "INVALID_PARAMETER_VALUE" });
  });

  test("what is logged is answered as it was told, with the latest of each metric", async () => {
    const { id } = await newRun();
    const metrics = [
      { key: "loss", value: 2, timestamp: 10, step: 2 },
      { key: "loss", value: 1, timestamp: "20", step: "1" },
      { key: "odd", value: "NaN", timestamp: 1 },
    ];
    const params = [{ key: "C", value: "1.0" }];
    expect((await post("/mlflow/runs/log-batch", { run_id: id, metrics, params })).status).toBe(200);
    const { run } = await (await fetch(api(`/mlflow/runs/get?run_id=${id}`))).json();
    expect(run.data.params).toEqual(params);
    expect(run.data.metrics).toEqual([
      { key: "loss", value: 2, timestamp: 10, step: 2 },
      { key: "odd", value: "NaN", timestamp: 1, step: 0 },
    ]);
    const changed = {
      run_id: id,
      params: [{ key: "C", value: "2.0" }],
      metrics: [{ key: "x", value: 1, timestamp: 1 }],
    };
    expect((await post("/mlflow/runs/log-batch", changed)).status).toBe(400);
    const after = await (await fetch(api(`/mlflow/runs/get?run_id=${id}`))).json();
    expect(after.run.data.metrics).toHaveLength(2);
  });

  test("a run's list of models begins anew where its tag is no list", async () => {
    const { id } = await newRun();
    await post("/mlflow/runs/set-tag", { run_id: id, key: "mlflow.log-model.history", value: "x" });
    const logged = { run_id: id, model_json: '{"artifact_path":"model"}' };
    expect(await post("/mlflow/runs/log-model", logged)).toMatchObject({ status: 200 });
    expect(await post("/mlflow/runs/log-model", logged)).toMatchObject({ status: 200 });
    const { run } = await (await fetch(api(`/mlflow/runs/get?run_id=${id}`))).json();
    const tag = run.data.tags.find(({ key }: { key: string }) => key === "mlflow.log-model.history");
    expect(JSON.parse(tag.value)).toEqual([{ artifact_path: "model" }, { artifact_path: "model" }]);
  });

  test("what is too long for an index is refused with a sentence", async () => {
    const { id, folder } = await newRun();
    // In an order that no index makes short.
    const noise = randomBytes(6_000).toString("base64");
    const refused = { status: 400, body: { error_code: "INVALID_PARAMETER_VALUE" } };
    const metric = { run_id: id, key: "loss", value: 1, timestamp: 1, model_id: noise };
    expect(await post("/mlflow/runs/log-metric", metric)).toMatchObject(refused);
    expect(await post("/mlflow/logged-models", { experiment_id: "0", source_run_id: noise })).toMatchObject(refused);
    const letters = Array.from(randomBytes(900), (byte, index) =>
      String.fromCharCode(0x4e00 + byte * 37 + (index % 37)),
    );
    const path = [0, 225, 450, 675].map((start) => letters.slice(start, start + 225).join("")).join("/");
    const answer = await fetch(api(`/mlflow-artifacts/artifacts/${folder}/${encodeURI(path)}`), {
      method: "PUT",
      body: "x",
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject(refused);
  });

  test("names that every object has are keys as any", async () => {
    const created = await post("/mlflow/logged-models", { experiment_id: "0", name: "keys" });
    const path = `/mlflow/logged-models/${created.body.model.info.model_id}/params`;
    expect(await post(path, { params: [{ key: "toString", value: "1" }] })).toMatchObject({ status: 200 });
    await post("/mlflow/registered-models/create", { name: "keys" });
    const gone = await fetch(api("/mlflow/registered-models/delete-tag"), {
      method: "DELETE",
      body: JSON.stringify({ name: "keys", key: "toString" }),
    });
    expect(gone.status).toBe(404);
  });

  test("a search is by what is in quotes, and by nothing else", async () => {
    const { id } = await newRun();
    await post("/mlflow/runs/set-tag", { run_id: id, key: "team", value: "it's" });
    const found = async (filter: string) => {
      const { body } = await post("/mlflow/runs/search", { experiment_ids: ["0"], filter });
      return body.runs?.map((run: any) => run.info.run_id) ?? body.error_code;
    };
    expect(await found("tags.team = 'it''s'")).toEqual([id]);
    expect(await found("tags.team = '' OR 1=1 --'")).toBe("INVALID_PARAMETER_VALUE");
    expect(await found("tags.team = '''; DROP TABLE program_run; --'")).toEqual([]);
    expect(await found(`run_id = '${id}'`)).toEqual([id]);
  });
});
