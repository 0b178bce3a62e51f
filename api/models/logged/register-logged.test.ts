import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAction } from "../../actions/run-action.ts";
import type { Services } from "../../actions/services.ts";
import { localOwner } from "../../identity/actor.ts";
import { systemClock } from "../../platform/clock.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { type Product, startProduct } from "../../testing/product.ts";
import { encodeModel, int64s, type OnnxGraph } from "../../training/onnx/onnx-model.ts";
import { openArtifactStore } from "../artifacts.ts";
import { embeddedRegistry } from "../registry/registry.ts";
import { registerLogged } from "./register-logged.ts";

let product: Product;
let database: Database;
let origin: string;

beforeAll(async () => {
  product = await startProduct({ worker: false });
  database = openDatabase({ url: product.databaseUrl });
  origin = new URL(product.url).origin;
});
afterAll(async () => {
  await database?.$disconnect();
  await product?.stop();
});

async function call(method: string, path: string, body?: object): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${origin}/mlflow/api/2.0${path}`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: await answer.json() };
}

/** y = factor * x, with x's own name. */
function onnx(factor: number, input = "Size (cm)"): Uint8Array {
  const graph: OnnxGraph = {
    name: "small",
    inputs: [{ name: input, type: "double", shape: ["n", 1] }],
    outputs: [{ name: "y", type: "double", shape: ["n", 1] }],
    initializers: [
      { name: "factor", dims: [1, 1], type: "double", data: new Uint8Array(new Float64Array([factor]).buffer) },
    ],
    nodes: [{ op: "Mul", inputs: [input, "factor"], outputs: ["y"] }],
  };
  return encodeModel(graph, {});
}

function mlmodel(columns = ["Size (cm)"], flavor = "onnx"): string {
  const inputs = JSON.stringify(columns.map((name) => ({ type: "double", name, required: true })));
  return [
    "flavors:",
    `  ${flavor}: { data: model.onnx }`,
    "metadata: { modelwright: { target: weight, unit: kg } }",
    `signature: { inputs: '${inputs}' }`,
  ].join("\n");
}

/** Logs a model as a client does. @returns its id */
async function log(files: Record<string, string | Uint8Array>): Promise<string> {
  const { body } = await call("POST", "/mlflow/logged-models", { experiment_id: "0", name: "small" });
  const { model_id: id, artifact_uri: uri } = body.model.info;
  for (const [name, content] of Object.entries(files)) {
    const path = `${uri.replace("mlflow-artifacts:/", "")}/${name}`;
    const url = `${origin}/mlflow/api/2.0/mlflow-artifacts/artifacts/${path}`;
    expect((await fetch(url, { method: "PUT", body: content as BodyInit })).status).toBe(200);
  }
  return id;
}

async function register(name: string, files: Record<string, string | Uint8Array>) {
  const id = await log(files);
  return call("POST", "/mlflow/model-versions/create", { name, source: `models:/${id}`, model_id: id });
}

const predict = (model: string, version: number, features: object) =>
  product.graphql(
    `mutation($input: PredictInput!) { predict(input: $input) { __typename ... on Prediction { value } ... on Error { code message } } }`,
    { input: { model, version, features } },
  );

describe("a logged model", () => {
  test("becomes a version with a definition of its own, and answers", async () => {
    const { status, body } = await register("scales", { MLmodel: mlmodel(), "model.onnx": onnx(2) });
    expect({ status, version: body.model_version?.version }).toEqual({ status: 200, version: "1" });
    const answer = await predict("scales", 1, { size_cm: 21 });
    expect(answer.data?.predict).toEqual({ __typename: "Prediction", value: 42 });
    const model = await product.graphql(
      `{ model(name: "scales") { task trainable target features { name label kind } } }`,
    );
    expect(model.data?.model).toMatchObject({
      task: "REGRESSION",
      trainable: false,
      features: [{ name: "size_cm", kind: "NUMERIC" }],
    });
  });

  test("keeps its files when those that were logged are deleted", async () => {
    const { body } = await register("kept", { MLmodel: mlmodel(), "model.onnx": onnx(3) });
    const { source } = body.model_version;
    const folder = `0/models/${source.replace("models:/", "")}/artifacts`;
    expect((await call("DELETE", `/mlflow-artifacts/artifacts/${folder}`)).status).toBe(200);
    const got = await fetch(`${origin}/mlflow/api/2.0/mlflow-artifacts/artifacts/registered/kept/1/model.onnx`);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(Buffer.from(onnx(3)));
  });

  test.each([
    ["another flavor", { MLmodel: mlmodel(["Size (cm)"], "sklearn"), "model.pkl": "x" }, "flavor sklearn"],
    ["no MLmodel file", { "model.onnx": onnx(1) }, "no MLmodel file"],
    ["no ONNX file", { MLmodel: mlmodel() }, "no such file"],
    ["a file that is none", { MLmodel: mlmodel(), "model.onnx": "no" }, "no ONNX model"],
    ["names that are not its inputs", { MLmodel: mlmodel(["a", "b"]), "model.onnx": onnx(1) }, "a, b"],
    ["YAML that is none", { MLmodel: "a: [", "model.onnx": onnx(1) }, "no YAML"],
  ])("with %s is refused, audited, and leaves nothing", async (_what, files, reason) => {
    const name = `refused-${Math.random().toString(36).slice(2, 10)}`;
    const { status, body } = await register(name, files);
    expect({ status, code: body.error_code }).toEqual({ status: 400, code: "INVALID_PARAMETER_VALUE" });
    expect(body.message).toContain(reason);
    const audit = await product.graphql(
      `query($subject: String!) { auditLog(subject: $subject) { edges { node { action outcome } } } }`,
      { subject: name },
    );
    expect(audit.data?.auditLog.edges).toEqual([{ node: { action: "registerLogged", outcome: "REFUSED" } }]);
    expect((await call("GET", `/mlflow/registered-models/get?name=${name}`)).status).toBe(404);
  });

  test.each([
    ["MLmodel", "The MLmodel file is too long"],
    ["model.onnx", "The ONNX file has 999999999 bytes; the most is"],
  ])("is not read when its %s is too long to be one", async (file, reason) => {
    const id = await log({ MLmodel: mlmodel(), "model.onnx": onnx(1) });
    const path = `0/models/${id}/artifacts/${file}`;
    await database.loggedFile.update({ where: { path }, data: { bytes: 999_999_999n } });
    const { status, body } = await call("POST", "/mlflow/model-versions/create", {
      name: "long",
      source: `models:/${id}`,
    });
    expect(status).toBe(400);
    expect(body.message).toContain(reason);
  });

  test("is read and tried before the transaction begins, however long that takes", async () => {
    const id = await log({ MLmodel: mlmodel(), "model.onnx": "none" });
    const store = openArtifactStore(product.dataDir);
    const held: number[] = [];
    const look = async () => {
      const [row] = await database.$queryRaw<{ held: number }[]>`
        SELECT count(*)::int AS held FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`;
      held.push(row?.held ?? -1);
    };
    // The file that says what it is, and the one that is long.
    const get = (hash: string) => look().then(() => store.get(hash));
    const stream = (hash: string) => look().then(() => store.stream(hash));
    const parts = { database, artifacts: { ...store, get, stream }, registry: embeddedRegistry, clock: systemClock };
    const services = parts as unknown as Services;
    const scope = { actor: localOwner, cause: { requestId: "r" }, services };
    const act = runAction(registerLogged, { model: "slow", source: `models:/${id}` }, scope);
    await expect(act).rejects.toThrow("no ONNX model");
    expect(held).toEqual([0, 0]);
  });

  test("must fit the definition that its name has", async () => {
    const classes: OnnxGraph = {
      name: "classes",
      inputs: [{ name: "x", type: "float", shape: ["n", 1] }],
      outputs: [{ name: "y", type: "float", shape: ["n", 1] }],
      initializers: [],
      nodes: [{ op: "Identity", inputs: ["x"], outputs: ["y"] }],
    };
    const { body } = await register("titanic", { MLmodel: mlmodel(["x"]), "model.onnx": encodeModel(classes, {}) });
    expect(body.message).toContain("does not fit the definition of titanic");
    expect(body.message).toContain("it takes no sex");
    expect(body.message).toContain("it predicts a number");
  });

  test("two at once make two versions of one model", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map((factor) => register("twins", { MLmodel: mlmodel(), "model.onnx": onnx(factor) })),
    );
    // Who checked the file while the model was being made by another is told to register again.
    const made = answers.filter(({ status }) => status === 200);
    expect(made.length).toBeGreaterThan(0);
    for (const { status, body } of answers) {
      if (status !== 200) expect(body).toMatchObject({ error_code: "RESOURCE_CONFLICT" });
    }
    expect(new Set(made.map(({ body }) => body.model_version.version)).size).toBe(made.length);
  });

  test("is the latest of its old stage, however many candidates are newer", async () => {
    for (const factor of [1, 2, 3]) await register("staged", { MLmodel: mlmodel(), "model.onnx": onnx(factor) });
    await call("POST", "/mlflow/model-versions/transition-stage", { name: "staged", version: "1", stage: "Staging" });
    const latest = async (...stages: string[]) => {
      const { body } = await call("POST", "/mlflow/registered-models/get-latest-versions", { name: "staged", stages });
      return body.model_versions.map((each: any) => `${each.current_stage} ${each.version}`).toSorted();
    };
    expect(await latest("Staging")).toEqual(["Staging 1"]);
    expect(await latest("None")).toEqual(["None 3"]);
    await call("POST", "/mlflow/model-versions/transition-stage", { name: "staged", version: "3", stage: "Staging" });
    expect(await latest()).toEqual(["None 2", "Staging 3"]);
  });

  test("knows the classes that its operators name", async () => {
    const graph: OnnxGraph = {
      name: "named",
      inputs: [{ name: "colour", type: "string", shape: ["n", 1] }],
      outputs: [
        { name: "tone", type: "string", shape: ["n", 1] },
        { name: "shares", type: "float", shape: ["n", 2] },
      ],
      initializers: [
        { name: "halves", dims: [1, 2], type: "float", data: new Uint8Array(new Float32Array([0.5, 0.5]).buffer) },
      ],
      nodes: [
        {
          op: "LabelEncoder",
          domain: "ai.onnx.ml",
          inputs: ["colour"],
          outputs: ["code"],
          attributes: { keys_strings: ["red", "blue"], values_int64s: int64s([0, 1]) },
        },
        {
          op: "LabelEncoder",
          domain: "ai.onnx.ml",
          inputs: ["code"],
          outputs: ["tone"],
          attributes: { keys_int64s: int64s([0, 1]), values_strings: ["warm", "cold"] },
        },
        { op: "Cast", inputs: ["code"], outputs: ["number"], attributes: { to: 1 } },
        { op: "Mul", inputs: ["number", "halves"], outputs: ["none"] },
        { op: "Sub", inputs: ["none", "none"], outputs: ["zero"] },
        { op: "Add", inputs: ["zero", "halves"], outputs: ["shares"] },
      ],
    };
    const files = {
      MLmodel: mlmodel(["colour"]),
      "model.onnx": encodeModel(graph, { classes: '["warm","cold"]' }),
    };
    expect((await register("tones", files)).status).toBe(200);
    const answer = await predict("tones", 1, { colour: "blue" });
    expect(answer.data?.predict).toEqual({ __typename: "Prediction", value: "cold" });
  });
});

describe("a reserved name", () => {
  test("is searched as a model is, of which it has neither metrics nor a stage", async () => {
    const tags = [{ key: "team", value: "risk" }];
    await call("POST", "/mlflow/registered-models/create", { name: "reserved", tags });
    const found = async (filter: string) => {
      const { status, body } = await call("GET", `/mlflow/registered-models/search?${new URLSearchParams({ filter })}`);
      expect(status).toBe(200);
      return (body.registered_models ?? []).map(({ name }: { name: string }) => name);
    };
    expect(await found("tags.team = 'risk'")).toEqual(["reserved"]);
    expect(await found("metrics.accuracy > 0.8 and tags.team = 'risk'")).toEqual([]);
    expect(await found("stage = 'PRODUCTION' and tags.team = 'risk'")).toEqual([]);
    expect(await found("params.depth = '3' and tags.team = 'risk'")).toEqual([]);
  });

  test("is told of with what it lacks, until a version of it is registered", async () => {
    const told = async () => {
      const { data } = await product.graphql('{ registry { notShown(name: "ghost") { name why since } } }');
      return data?.registry.notShown;
    };
    const trained = async () => {
      const { data } = await product.graphql(
        'mutation { setDescription(model: "ghost", description: "x") { ... on Error { code message } } }',
      );
      return data?.setDescription;
    };
    expect(await told()).toEqual([]);
    await call("POST", "/mlflow/registered-models/create", { name: "ghost" });
    const lacking = {
      name: "ghost",
      why: expect.stringContaining("No version of it is registered yet. Log an ONNX model"),
    };
    expect(await told()).toEqual([{ ...lacking, since: expect.any(String) }]);
    expect(await trained()).toMatchObject({
      code: "NOT_FOUND",
      message: expect.stringContaining("The name ghost is taken"),
    });
    const { body } = await register("ghost", { MLmodel: mlmodel(["Size (cm)"], "sklearn"), "model.onnx": onnx(2) });
    expect(body.message).toContain("sklearn");
    expect(await told()).toMatchObject([{ why: expect.stringContaining(`was refused. ${body.message}`) }]);
    const { data } = await product.graphql("{ registry { notShown { name } } }");
    expect(data?.registry.notShown).toContainEqual({ name: "ghost" });
    await register("ghost", { MLmodel: mlmodel(), "model.onnx": onnx(2) });
    expect(await told()).toEqual([]);
  });
});
