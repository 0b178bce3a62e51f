import { expect, test } from "vitest";
import { encodeModel } from "../../api/training/onnx/onnx-model.ts";
import { violations } from "./axe.ts";
import { type Product, promote } from "./product.ts";
import { withSetting } from "./setting.ts";

let run = "";
let model = "";

const setting = withSetting(async (product) => {
  const { experiment_id: experiment } = await post(product, "/mlflow/experiments/create", { name: "ages" });
  run = await newRun(product, experiment);
  await post(product, "/mlflow/runs/log-batch", {
    run_id: run,
    metrics: [3, 2, 1].map((value, step) => ({ key: "loss", value, step, timestamp: step })),
    params: [{ key: "depth", value: "3" }],
    tags: [{ key: "team", value: "risk" }],
  });
  model = await logModel(product, experiment);
  await post(product, "/mlflow/runs/outputs", { run_id: run, models: [{ model_id: model, step: 0 }] });
  await upload(product, `${experiment}/${run}/artifacts/plots/roc.txt`, "drawn");
  await post(product, "/mlflow/model-versions/create", { name: "weights", source: `models:/${model}` });
  await promote(product, "weights");
});

async function post(product: Product, path: string, body: object): Promise<Record<string, string>> {
  const url = `${product.url}/mlflow/api/2.0${path}`;
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text);
}

async function newRun(product: Product, experiment_id = ""): Promise<string> {
  const made = await post(product, "/mlflow/runs/create", { experiment_id, run_name: "brave-owl" });
  return (made.run as unknown as { info: { run_id: string } }).info.run_id;
}

async function upload(product: Product, path: string, body: string | Uint8Array): Promise<void> {
  const url = `${product.url}/mlflow/api/2.0/mlflow-artifacts/artifacts/${path}`;
  expect((await fetch(url, { method: "PUT", body: body as BodyInit })).status).toBe(200);
}

/** y = size. @returns the logged model's id */
async function logModel(product: Product, experiment_id = ""): Promise<string> {
  const made = await post(product, "/mlflow/logged-models", { experiment_id, name: "net", source_run_id: run });
  const { info } = made.model as unknown as { info: { model_id: string; artifact_uri: string } };
  const folder = info.artifact_uri.replace("mlflow-artifacts:/", "");
  const onnx = encodeModel(
    {
      name: "small",
      inputs: [{ name: "size", type: "double", shape: ["n", 1] }],
      outputs: [{ name: "y", type: "double", shape: ["n", 1] }],
      initializers: [],
      nodes: [{ op: "Identity", inputs: ["size"], outputs: ["y"] }],
    },
    {},
  );
  const signature = `signature: { inputs: '[{"type":"double","name":"size"}]' }`;
  await upload(product, `${folder}/MLmodel`, `flavors:\n  onnx: { data: model.onnx }\n${signature}\n`);
  await upload(product, `${folder}/model.onnx`, onnx);
  return info.model_id;
}

test("the link that MLflow's client prints leads to the run, with all that it told", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/mlflow/#/experiments/1/runs/${run}`);
  await page.getByRole("heading", { name: "brave-owl" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/experiments/1/runs/${run}`);
  for (const [table, cells] of Object.entries({
    Metrics: /loss.*1.*step 2/,
    Parameters: /depth.*3/,
    Tags: /team.*risk/,
  })) {
    expect(await page.getByRole("table", { name: table, exact: true }).textContent()).toMatch(cells);
  }
  await page.getByRole("button", { name: "History of loss" }).click();
  await page.getByRole("img", { name: "loss went from 3 to 1 in 3 measurements." }).waitFor();
  await page.getByRole("button", { name: "plots/" }).click();
  const file = page.getByRole("link", { name: "roc.txt" });
  const [download] = await Promise.all([page.waitForEvent("download"), file.click()]);
  expect(download.suggestedFilename()).toBe("roc.txt");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "weights v1" }).click();
  await page.getByRole("heading", { name: "What was logged of version 1" }).waitFor();
  expect(await page.getByRole("table", { name: "Metrics of version 1" }).textContent()).toMatch(/loss.*1/);
  expect(await page.getByRole("table", { name: "Versions of weights" }).textContent()).toMatch(/Loss.*as logged/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "brave-owl" }).click();
  await page.getByRole("heading", { name: "brave-owl" }).waitFor();
  await page.getByRole("link", { name: "net" }).click();
  await page.getByText("MLmodel").waitFor();
  expect(new URL(page.url()).pathname).toBe(`/experiments/1/models/${model}`);
  expect(await violations(page)).toEqual([]);
});

test("experiments and their runs are listed, found in MLflow's words, and on the page without a script", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/experiments`);
  await page.getByRole("link", { name: "ages" }).click();
  await page.getByRole("link", { name: "brave-owl" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Find runs").fill("metrics.loss > 2");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByText("No run matches this.").waitFor();
  await page.getByLabel("Find runs").fill("metrics.loss ~ 2");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.getByRole("alert").waitFor();
  const plain = await setting.newPage({ javaScriptEnabled: false });
  const read = async () => {
    await plain.goto(`${setting.product.url}/experiments/1/runs/${run}`);
    return plain.getByRole("main").textContent();
  };
  await expect.poll(read, { timeout: 20_000 }).toContain("depth");
});

test("a name without a version is listed with what it lacks, also where its page would be", async () => {
  await post(setting.product, "/mlflow/registered-models/create", { name: "ghost" });
  const page = await setting.newPage();
  for (const path of ["/models", "/models/ghost"]) {
    await page.goto(setting.product.url + path);
    const region = page.getByRole("heading", { name: "Registered by name, and not served (1)" });
    await region.waitFor();
    await page.getByText("No version of it is registered yet.").waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

test("a run that there is none of is answered 404", async () => {
  for (const path of ["/experiments/77", "/experiments/1/runs/none", "/experiments/1/models/m-none"]) {
    const status = async () => (await fetch(setting.product.url + path)).status;
    await expect.poll(status, { timeout: 20_000 }).toBe(404);
  }
});

test("on a narrow screen nothing is wider than it", async () => {
  const page = await setting.newPage({ viewport: { width: 360, height: 740 } });
  for (const path of ["/experiments", "/experiments/1", `/experiments/1/runs/${run}`, "/models/weights"]) {
    await page.goto(setting.product.url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect([path, width]).toEqual([path, room]);
  }
});
