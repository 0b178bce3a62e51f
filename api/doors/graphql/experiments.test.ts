import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Product, startProduct } from "../../testing/product.ts";

let product: Product;
let origin: string;
let experiment: string;
let parent: string;

beforeAll(async () => {
  product = await startProduct({ worker: false });
  origin = new URL(product.url).origin;
  experiment = (await post("/mlflow/experiments/create", { name: "ages", tags: [{ key: "team", value: "risk" }] }))
    .experiment_id;
  parent = await newRun("first");
  await newRun("second", [{ key: "mlflow.parentRunId", value: parent }]);
});
afterAll(() => product?.stop());

async function post(path: string, body: object): Promise<any> {
  const answer = await fetch(`${origin}/mlflow/api/2.0${path}`, { method: "POST", body: JSON.stringify(body) });
  expect(answer.status, path).toBe(200);
  return answer.json();
}

async function newRun(run_name: string, tags: object[] = []): Promise<string> {
  const start_time = Date.UTC(2026, 0, run_name === "first" ? 1 : 2);
  const { run } = await post("/mlflow/runs/create", { experiment_id: experiment, run_name, start_time, tags });
  return run.info.run_id;
}

const metrics = (values: [key: string, value: number | string, step: number][]) =>
  post("/mlflow/runs/log-batch", {
    run_id: parent,
    metrics: values.map(([key, value, step]) => ({ key, value, step, timestamp: 1_700_000_000_000 + step })),
  });

async function ask(query: string, variables: object = {}): Promise<any> {
  const { data, errors } = await product.graphql(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const run = (fields: string, id = parent) => ask(`query($id: ID!) { loggedRun(id: $id) { ${fields} } }`, { id });

describe("what a program logged", () => {
  test("experiments are listed, a page at a time, with how many runs they have", async () => {
    const page = "nodes { id name runCount tags { key value } } pageInfo { endCursor hasNextPage }";
    const { experiments } = await ask(`{ experiments(first: 1) { ${page} } }`);
    expect(experiments.nodes).toEqual([
      { id: experiment, name: "ages", runCount: 2, tags: [{ key: "team", value: "risk" }] },
    ]);
    const { endCursor: after } = experiments.pageInfo;
    const next = await ask(`query($after: String) { experiments(first: 1, after: $after) { ${page} } }`, { after });
    expect(next.experiments).toMatchObject({ nodes: [{ id: "0", name: "Default" }], pageInfo: { hasNextPage: false } });
  });

  test("runs are found and sorted in MLflow's words, the newest first by themselves", async () => {
    await metrics([["auc", 0.75, 0]]);
    const found = async (args: string) => {
      const { experiment: at } = await ask(`{ experiment(id: "${experiment}") { runs${args} { nodes { name } } } }`);
      return at.runs.nodes.map(({ name }: { name: string }) => name);
    };
    expect(await found("")).toEqual(["second", "first"]);
    expect(await found(`(filter: "metrics.auc > 0.7")`)).toEqual(["first"]);
    expect(await found(`(orderBy: ["metrics.auc DESC"])`)).toEqual(["first", "second"]);
    const counted = await ask(`{ experiment(id: "${experiment}") { runCount(filter: "metrics.auc > 0.7") } }`);
    expect(counted.experiment.runCount).toBe(1);
  });

  test("a run tells its parameters, tags, data and the run that it is in", async () => {
    await post("/mlflow/runs/log-parameter", { run_id: parent, key: "C", value: "1.0" });
    await post("/mlflow/runs/log-inputs", {
      run_id: parent,
      datasets: [{ dataset: { name: "ages.csv", digest: "ab12", source_type: "local", source: "{}" } }],
    });
    const { loggedRun } = await run("name status params { key value } datasets { name digest source } parent { id }");
    expect(loggedRun).toMatchObject({
      name: "first",
      status: "RUNNING",
      params: [{ key: "C", value: "1.0" }],
      datasets: [{ name: "ages.csv", digest: "ab12" }],
      parent: null,
    });
    const { experiment: at } = await ask(
      `{ experiment(id: "${experiment}") { runs(first: 1) { nodes { parent { name } } } } }`,
    );
    expect(at.runs.nodes).toEqual([{ parent: { name: "first" } }]);
  });

  test("what is no number is told as text, and times that can't be are none", async () => {
    await metrics([["odd", "NaN", 0]]);
    await post("/mlflow/runs/log-metric", { run_id: parent, key: "late", value: 1, timestamp: "9223372036854775807" });
    const { loggedRun } = await run("metrics { key value text at }");
    expect(loggedRun.metrics).toContainEqual({ key: "odd", value: null, text: "NaN", at: expect.any(String) });
    expect(loggedRun.metrics).toContainEqual({ key: "late", value: 1, text: "1", at: null });
  });

  test("a metric's history is as long as it is drawn, with its first and its last", async () => {
    await metrics(Array.from({ length: 1_000 }, (_, step) => ["loss", 1_000 - step, step] as [string, number, number]));
    const { loggedRun } = await run('metricHistory(key: "loss", most: 50) { count points { value step } }');
    const { count, points } = loggedRun.metricHistory;
    expect(count).toBe(1_000);
    expect(points.length).toBeGreaterThan(40);
    expect(points.length).toBeLessThanOrEqual(50);
    expect([points[0], points.at(-1)]).toEqual([
      { value: 1_000, step: 0 },
      { value: 1, step: 999 },
    ]);
    const { loggedRun: few } = await run('metricHistory(key: "auc") { count points { value } }');
    expect(few.metricHistory).toEqual({ count: 1, points: [{ value: 0.75 }] });
    const { loggedRun: none } = await run('metricHistory(key: "none") { count points { value } }');
    expect(none.metricHistory).toEqual({ count: 0, points: [] });
    const { errors } = await product.graphql(
      `{ loggedRun(id: "${parent}") { metricHistory(key: "a", most: 1) { count } } }`,
    );
    expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
  });

  test("files are listed by folder, and downloaded from where it says", async () => {
    const path = `${experiment}/${parent}/artifacts/plots/a b%.txt`;
    const stored = `${origin}/mlflow/api/2.0/mlflow-artifacts/artifacts/${path.split("/").map(encodeURIComponent).join("/")}`;
    expect((await fetch(stored, { method: "PUT", body: "drawn" })).status).toBe(200);
    const { loggedRun } = await run("files { name path folder url }");
    expect(loggedRun.files).toEqual([{ name: "plots", path: "plots", folder: true, url: null }]);
    const { loggedRun: within } = await run('files(path: "plots") { name path bytes url }');
    const [file] = within.files;
    expect(file).toMatchObject({ name: "a b%.txt", path: "plots/a b%.txt", bytes: 5 });
    expect(await (await fetch(origin + file.url)).text()).toBe("drawn");
    const { errors } = await product.graphql(`{ loggedRun(id: "${parent}") { files(path: "../../0") { name } } }`);
    expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
  });

  test("a logged model is told, and is one that the run made", async () => {
    const { model } = await post("/mlflow/logged-models", {
      experiment_id: experiment,
      name: "net",
      source_run_id: parent,
      params: [{ key: "depth", value: "3" }],
    });
    const id = model.info.model_id;
    await post("/mlflow/runs/outputs", { run_id: parent, models: [{ model_id: id, step: 2 }] });
    const { loggedRun } = await run(
      "models { use step model { name params { key value } run { name } versions { id } } }",
    );
    expect(loggedRun.models).toEqual([
      {
        use: "OUTPUT",
        step: 2,
        model: { name: "net", params: [{ key: "depth", value: "3" }], run: { name: "first" }, versions: [] },
      },
    ]);
    const { loggedModel } = await ask(`{ loggedModel(id: "${id}") { status experiment { name } } }`);
    expect(loggedModel).toEqual({ status: "PENDING", experiment: { name: "ages" } });
  });

  test("a version tells which run and model it came of, and they tell of it", async () => {
    const { model } = await post("/mlflow/logged-models", { experiment_id: experiment, source_run_id: parent });
    const id = model.info.model_id;
    const database = (await import("../../platform/database.ts")).openDatabase({ url: product.databaseUrl });
    try {
      const { id: modelId } = await database.model.create({
        data: { name: "ages", description: "", task: "REGRESSION", target: "age", definition: {}, createdBy: "x" },
      });
      await database.modelVersion.create({
        data: {
          modelId,
          version: 1,
          productionScope: modelId,
          algorithm: "onnx",
          metrics: [],
          params: {},
          artifactSha256: "0".repeat(64),
          artifactBytes: 1,
          createdBy: "x",
          origin: { create: { source: `models:/${id}`, runId: parent, loggedModelId: id } },
        },
      });
    } finally {
      await database.$disconnect();
    }
    const { loggedRun } = await run("versions { version model { name } }");
    expect(loggedRun.versions).toEqual([{ version: 1, model: { name: "ages" } }]);
    const { loggedModel } = await ask(`{ loggedModel(id: "${id}") { versions { version } } }`);
    expect(loggedModel.versions).toEqual([{ version: 1 }]);
    const { modelVersion } = await ask(
      `{ modelVersion(model: "ages", version: 1) { origin { runId run { name } loggedModel { id } } } }`,
    );
    expect(modelVersion.origin).toEqual({ runId: parent, run: { name: "first" }, loggedModel: { id } });
  });

  test("what is not there is null; a cursor or size that can't be is refused", async () => {
    const none = await ask(
      '{ loggedRun(id: "x") { id } loggedModel(id: "m-x") { id } experiment(id: "12345") { id } }',
    );
    expect(none).toEqual({ loggedRun: null, loggedModel: null, experiment: null });
    for (const args of ['after: "!"', "first: -1", "first: 1000", 'filter: "metrics."']) {
      const { errors } = await product.graphql(`{ experiments(${args}) { nodes { id } } }`);
      expect(errors?.[0]?.extensions?.code, args).toBe("INVALID_INPUT");
    }
  });
});

test("a link that MLflow's client prints leads to where the web app shows it", async () => {
  for (const path of ["/mlflow", "/mlflow/"]) {
    const answer = await fetch(origin + path, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([302, "/experiments"]);
  }
  expect((await fetch(`${origin}/mlflow/`, { method: "POST", redirect: "manual" })).status).toBe(404);
});
