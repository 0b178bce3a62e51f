import { afterAll, beforeAll, expect, test } from "vitest";
import { type MlflowApi, openMlflow } from "../../api/models/mlflow-server/mlflow-api.ts";
import type { SourceModel, SourceVersion } from "../../api/models/mlflow-server/read-registry.ts";
import { type Product, startProduct } from "../../api/testing/product.ts";
import { encodeModel } from "../../api/training/onnx/onnx-model.ts";
import { copyModel } from "./copy-model.ts";
import type { Both } from "./copy-version.ts";

/** Two of the product: what is brought over from is a server that speaks MLflow's API like any other. */
let products: Product[];
let both: Both;
beforeAll(async () => {
  products = await Promise.all([startProduct({ worker: false }), startProduct({ worker: false })]);
  const [from, to] = products.map(({ url }) => openMlflow(`${new URL(url).origin}/mlflow`));
  if (!from || !to) throw new Error("two are needed");
  both = { from, to, experimentId: "0" };
});
afterAll(() => Promise.all(products.map((product) => product.stop())));

const mlmodel = [
  "flavors:",
  "  onnx: { data: model.onnx }",
  `signature: { inputs: '[{"type": "double", "name": "x", "required": true}]' }`,
].join("\n");

/** y = factor * x */
const onnx = (factor: number) =>
  encodeModel(
    {
      name: "small",
      inputs: [{ name: "x", type: "double", shape: ["n", 1] }],
      outputs: [{ name: "y", type: "double", shape: ["n", 1] }],
      initializers: [
        { name: "factor", dims: [1, 1], type: "double", data: new Uint8Array(new Float64Array([factor]).buffer) },
      ],
      nodes: [{ op: "Mul", inputs: ["x", "factor"], outputs: ["y"] }],
    },
    {},
  );

async function register(api: MlflowApi, name: string, factor: number): Promise<void> {
  const logged = { experiment_id: "0", name };
  const { model } = await api.send<any>("POST", "/mlflow/logged-models", logged);
  const { model_id: id, artifact_uri: uri } = model.info;
  for (const [file, content] of Object.entries({ MLmodel: mlmodel, "model.onnx": onnx(factor) })) {
    const path = `${uri.replace("mlflow-artifacts:/", "")}/${file}`;
    const url = `${api.uri}/api/2.0/mlflow-artifacts/artifacts/${path}`;
    expect((await fetch(url, { method: "PUT", body: content as BodyInit })).status).toBe(200);
  }
  await api.send("POST", "/mlflow/model-versions/create", { name, source: `models:/${id}`, model_id: id });
}

const setAlias = (api: MlflowApi, name: string, alias: string, version: string) =>
  api.send("POST", "/mlflow/registered-models/alias", { name, alias, version });
const setTag = (api: MlflowApi, name: string, key: string, value: string) =>
  api.send("POST", "/mlflow/registered-models/set-tag", { name, key, value });
const describeModel = (api: MlflowApi, name: string, description: string) =>
  api.send("PATCH", "/mlflow/registered-models/update", { name, description });
const move = (api: MlflowApi, name: string, version: string, stage: string) =>
  api.send("POST", "/mlflow/model-versions/transition-stage", { name, version, stage });
const modelOf = async (api: MlflowApi, name: string) =>
  (await api.get<{ registered_model: SourceModel }>("/mlflow/registered-models/get", { name })).registered_model;
const stagesOf = async (api: MlflowApi, name: string) =>
  Promise.all(
    ["1", "2", "3"].map(
      async (version) =>
        (await api.get<{ model_version: SourceVersion }>("/mlflow/model-versions/get", { name, version })).model_version
          .current_stage,
    ),
  );

async function bringOver(name: string) {
  const lines: string[] = [];
  const copied = await copyModel(both, await modelOf(both.from, name), name, (line) => lines.push(line));
  return { copied, lines };
}

async function theirs(name: string): Promise<void> {
  const { from } = both;
  await from.send("POST", "/mlflow/registered-models/create", { name });
  for (const factor of [1, 2, 3]) await register(from, name, factor);
  await setAlias(from, name, "production", "1");
  await setAlias(from, name, "champion", "1");
  await setTag(from, name, "team", "risk");
  await describeModel(from, name, "Theirs");
  await move(from, name, "3", "Archived");
}

test("what people changed here since stays when a model is brought over once more", async () => {
  const name = "scales";
  await theirs(name);
  const { to } = both;
  const first = await bringOver(name);
  expect(first.copied).toMatchObject({ problems: [], aliases: 2, tags: 1 });
  expect(await modelOf(to, name)).toMatchObject({ description: "Theirs", tags: [{ key: "team", value: "risk" }] });
  expect(await stagesOf(to, name)).toEqual(["Production", "None", "Archived"]);

  await setAlias(to, name, "production", "2");
  await setAlias(to, name, "champion", "2");
  await setTag(to, name, "team", "ours");
  await describeModel(to, name, "Ours");
  for (const version of ["1", "3"]) await move(to, name, version, "None");
  const before = await modelOf(to, name);
  const again = await bringOver(name);
  // Down to the time of its last change: nothing was done to it.
  expect(await modelOf(to, name)).toEqual(before);
  expect(await stagesOf(to, name)).toEqual(["None", "Production", "None"]);
  expect(again.copied).toMatchObject({ problems: [], aliases: 0, tags: 0 });
  expect(again.lines.filter((line) => line.includes("stays"))).toEqual([
    "scales: the tag team stays as it is here: ours",
    "scales: the description stays as it is here: Ours",
    "scales: the alias production stays as it is here: version 2",
    "scales: the alias champion stays as it is here: version 2",
  ]);
});

test("what is missing is brought over later too; a model that was taken off production is not promoted again", async () => {
  const name = "later";
  await theirs(name);
  const { from, to } = both;
  await bringOver(name);
  await to.send("DELETE", "/mlflow/registered-models/alias", { name, alias: "production" });
  await move(to, name, "1", "None");
  await setAlias(from, name, "challenger", "2");
  await setTag(from, name, "region", "north");
  const { copied, lines } = await bringOver(name);
  expect(copied).toMatchObject({ problems: [], aliases: 2, tags: 2 });
  expect(lines).toContain("later: the alias production stays as it is here: deleted");
  const { aliases, tags } = await modelOf(to, name);
  expect(new Map(aliases?.map(({ alias, version }) => [alias, version]))).toEqual(
    new Map([
      ["champion", "1"],
      ["challenger", "2"],
    ]),
  );
  expect(tags).toEqual(expect.arrayContaining([{ key: "region", value: "north" }]));
  expect(await stagesOf(to, name)).toEqual(["None", "None", "Archived"]);
});
