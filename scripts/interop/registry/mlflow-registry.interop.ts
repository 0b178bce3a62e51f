import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../../api/testing/product.ts";
import { describeRegistry } from "../../../api/testing/registry-contract.ts";
import { openWay } from "../../../api/testing/tcp-way.ts";
import {
  createModel,
  deleteAlias,
  empty,
  predictInPython,
  register,
  runOf,
  server,
  serverUrl,
  setAlias,
  setVersionTag,
  stageTagOf,
  there,
} from "./server.ts";

const variables = { REGISTRY: "mlflow", MLFLOW_TRACKING_URI: serverUrl, MLFLOW_FOLLOW_SECONDS: "1" };

describeRegistry("on an MLflow server", async () => {
  await empty();
  const product = await startProduct({ variables });
  return { product, there, stop: () => product.stop() };
});

describe("an MLflow server as the registry", () => {
  const name = "outside";
  let product: Product;
  let way: Awaited<ReturnType<typeof openWay>>;
  const ask = async (query: string, given?: object): Promise<any> => {
    const { data, errors } = await product.graphql(query, given);
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  };
  const result = "__typename ... on ModelVersion { version stage } ... on Error { code message }";
  const promote = (model: string, version: number) =>
    ask(`mutation { promoteVersion(model: "${model}", version: ${version}) { ${result} } }`);
  const shown = (model = name) =>
    ask(
      `{ model(name: "${model}") { production { version } versions { nodes { version stage problem tags { key value } } } aliases { name version { version } } } }`,
    );
  const predict = (model = name) =>
    ask(
      "mutation P($input: PredictInput!) { predict(input: $input) { __typename ... on Prediction { version value } ... on Error { code message } } }",
      { input: { model, features: { x: 21 } } },
    );
  const history = async (model = name) =>
    (await ask(`{ modelHistory(model: "${model}", first: 100) { nodes { type version name actor } } }`)).nodes;
  const versions = async (model = name) => (await shown(model))?.versions.nodes ?? [];

  beforeAll(async () => {
    await empty();
    const { hostname: host, port } = new URL(serverUrl);
    way = await openWay({ host, port: Number(port) });
    await createModel(name);
    await register(name, { factor: 2 });
    const address = `http://127.0.0.1:${way.port}`;
    product = await startProduct({ variables: { ...variables, MLFLOW_TRACKING_URI: address } });
  }, 300_000);
  afterAll(async () => {
    await product.stop();
    await way.close();
  });

  it("shows what was there before, with what its run told", async () => {
    await expect.poll(() => versions()).toHaveLength(1);
    expect(await shown()).toMatchObject({
      production: null,
      versions: { nodes: [{ version: 1, stage: "CANDIDATE", problem: null }] },
    });
    const found = await ask(
      `{ modelVersions(filter: "metrics.logged.rmse < 1 and params.depth = '3'") { nodes { version model { name } } } }`,
    );
    expect(found.nodes).toEqual([{ version: 1, model: { name } }]);
  });

  it("serves what an alias is pointed to there, and says that it was done there", async () => {
    await register(name, { factor: 10 });
    await setAlias(name, "production", 1);
    await expect.poll(async () => (await shown()).production?.version).toBe(1);
    expect(await predict()).toMatchObject({ version: 1, value: 42 });
    await setAlias(name, "production", 2);
    await setAlias(name, "champion", 1);
    await setVersionTag(name, 1, "checked", "yes");
    await expect.poll(async () => (await predict()).value).toBe(210);
    await expect.poll(async () => (await shown()).aliases).toEqual([{ name: "champion", version: { version: 1 } }]);
    expect((await versions()).map(({ stage }: any) => stage)).toEqual(["PRODUCTION", "ARCHIVED"]);
    await expect
      .poll(async () => (await versions()).find(({ version }: any) => version === 1).tags)
      .toEqual([{ key: "checked", value: "yes" }]);
    // So that whoever reads the server alone knows it too, and no tag from before says otherwise later.
    expect(await stageTagOf(name, 1)).toBe("archived");
    const told = await history();
    expect(new Set(told.map(({ actor }: any) => actor))).toEqual(new Set(["MLflow server"]));
    expect(told).toEqual(
      expect.arrayContaining([
        { type: "PROMOTED", version: 2, name: null, actor: "MLflow server" },
        { type: "SUPERSEDED", version: 1, name: null, actor: "MLflow server" },
        { type: "ALIAS_SET", version: 1, name: "champion", actor: "MLflow server" },
      ]),
    );
    const { nodes } = await ask(
      `{ auditLog(subject: "${name}", first: 50) { nodes { action actor { name } summary } } }`,
    );
    expect(nodes).toContainEqual({
      action: "promoteVersion",
      actor: { name: "MLflow server" },
      summary: `Promoted version 2 of ${name} to production, on the MLflow server.`,
    });
  });

  it("stays as it is: what was seen once is not told again", async () => {
    const before = await history();
    await deleteAlias(name, "champion");
    await expect.poll(async () => (await shown()).aliases).toEqual([]);
    expect((await history()).length).toBe(before.length + 1);
  });

  it("refuses an act that rests on what is not so there any more, and goes on from what is", async () => {
    const plan = await ask(
      `{ plan(action: PROMOTE_VERSION, model: "${name}", version: 1) { ... on ActionPlan { digest } ... on Error { code message } } }`,
    );
    await deleteAlias(name, "production");
    expect(
      await ask(
        `mutation { promoteVersion(model: "${name}", version: 1, planDigest: "${plan.digest}") { ${result} } }`,
      ),
    ).toMatchObject({ code: "STALE_PLAN" });
    expect(await promote(name, 1)).toMatchObject({ version: 1, stage: "PRODUCTION" });
    expect((await there(name))?.production).toBe(1);
  });

  it("lists a version that is no ONNX model, with the reason that it can't serve", async () => {
    const pickled = await register(name, "pickle");
    await expect.poll(() => versions()).toHaveLength(3);
    const { problem } = (await versions()).find(({ version }: any) => version === pickled);
    expect(problem).toContain("of the flavor sklearn");
    expect(await promote(name, pickled)).toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("of the flavor sklearn"),
    });
    expect((await there(name))?.production).toBe(1);
    expect(await predict()).toMatchObject({ version: 1, value: 42 });
    const read = `{ modelVersion(model: "${name}", version: ${pickled}) { card lineage { artifactSha256 } } }`;
    expect(await ask(read)).toMatchObject({
      card: expect.stringMatching(/answer predictions here.+of the flavor sklearn/),
    });
    expect(
      await ask(
        `{ compareVersions(model: "${name}", versions: [1, ${pickled}]) { __typename ... on VersionsCompared { versions { version } } ... on Error { message } } }`,
      ),
    ).toMatchObject({ versions: [{ version: 1 }, { version: pickled }] });
    // Who puts it there all the same is told, not answered by another.
    await setAlias(name, "production", pickled);
    await expect
      .poll(() => predict())
      .toMatchObject({ code: "UNAVAILABLE", message: expect.stringContaining("of the flavor sklearn") });
    await setAlias(name, "production", 1);
    await expect.poll(() => predict()).toMatchObject({ version: 1 });
  });

  it("tells of a model that can't be shown, until it can", async () => {
    const other = "pickled-only";
    await createModel(other);
    await createModel("No Name For Here");
    await register(other, "pickle");
    const unshown = async () => (await ask("{ registry { server reachable notShown { name why } } }")).notShown;
    await expect.poll(unshown).toEqual([
      { name: "No Name For Here", why: expect.stringMatching(/small letters.+Rename it there/) },
      { name: other, why: expect.stringMatching(/None of its versions can serve.+of the flavor sklearn/) },
    ]);
    expect(await shown(other)).toBeNull();
    await register(other, { factor: 5 });
    await expect.poll(() => versions(other)).toHaveLength(2);
    expect(await unshown()).toHaveLength(1);
    expect((await versions(other)).map(({ problem }: any) => problem === null)).toEqual([true, false]);
  });

  it("keeps what was deleted there as archived, with the reason", async () => {
    await server.send("DELETE", "/mlflow/model-versions/delete", { name, version: "2" });
    await expect
      .poll(async () => (await versions()).find(({ version }: any) => version === 2))
      .toMatchObject({ stage: "ARCHIVED", problem: expect.stringContaining("deleted on the MLflow server") });
    expect(await promote(name, 2)).toMatchObject({ code: "CONFLICT" });
  });

  it("gives Python what was trained and promoted here", async () => {
    const version = await trainTitanic(product);
    expect(await promote("titanic", version)).toMatchObject({ version, stage: "PRODUCTION" });
    const features = { sex: "female", pclass: "1", embarked: "C", age_group: "adult" };
    const here = await ask(
      "mutation P($input: PredictInput!) { predict(input: $input) { ... on Prediction { value probabilities } } }",
      { input: { model: "titanic", features } },
    );
    const inPython = await predictInPython("titanic", features);
    expect(inPython.label).toBe(here.value);
    for (const [index, share] of Object.values<number>(here.probabilities).entries())
      expect(inPython.probabilities[index]).toBeCloseTo(share, 6);
    const { run } = await server.get<{ run: { data: { params: object[]; metrics: object[] } } }>("/mlflow/runs/get", {
      run_id: await runOf("titanic", version),
    });
    expect(run.data.params).toContainEqual({ key: "algorithm", value: "logistic_regression" });
    expect(run.data.metrics).toContainEqual(expect.objectContaining({ key: expect.stringMatching(/accuracy$/) }));
  });

  it("reads and predicts while the server is away, and refuses to change anything", async () => {
    way.cut();
    try {
      const away = { code: "UNAVAILABLE", message: expect.stringContaining("MLflow server at http://127.0.0.1") };
      expect(await promote(name, 2)).toMatchObject(away);
      expect(
        await ask(
          `mutation { setTag(model: "${name}", key: "team", value: "x") { __typename ... on Error { code message } } }`,
        ),
      ).toMatchObject(away);
      expect(
        await ask(`mutation { trainModel(input: { model: "penguins" }) { __typename ... on Error { code message } } }`),
      ).toMatchObject(away);
      expect((await conversationOf(product).say("train the penguins model")).content).toContain("MLflow server at");
      expect(await predict()).toMatchObject({ version: 1, value: 42 });
      expect((await shown()).production.version).toBe(1);
      const ready = await fetch(`${new URL(product.url).origin}/readyz`);
      expect([ready.status, await ready.json()]).toEqual([
        200,
        { status: "ready", registry: "mlflow, which does not answer" },
      ]);
    } finally {
      way.mend();
    }
    const tags = `mutation { setTag(model: "${name}", key: "team", value: "x") { __typename ... on Error { code message } } }`;
    expect(await ask(tags)).toMatchObject({ __typename: "Model" });
    expect((await there(name))?.tags).toEqual({ team: "x" });
  });

  it("registers nothing here, and says where", async () => {
    const answer = await fetch(`${new URL(product.url).origin}/mlflow/api/2.0/mlflow/registered-models/create`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "elsewhere" }),
    });
    expect(answer.ok).toBe(false);
    expect(await answer.json()).toMatchObject({
      error_code: expect.any(String),
      message: expect.stringContaining(`The registry is the MLflow server at http://127.0.0.1:${way.port}`),
    });
    expect(await there("elsewhere")).toBeNull();
  });

  it("sees that a model was deleted there", async () => {
    await server.send("DELETE", "/mlflow/registered-models/delete", { name });
    await expect.poll(() => shown()).toBeNull();
    expect(await promote(name, 1)).toMatchObject({
      message: expect.stringContaining(`The model ${name} was removed by MLflow server`),
    });
    expect((await history()).at(0)).toMatchObject({ type: "REMOVED", actor: "MLflow server" });
    expect(
      await ask(`mutation { restoreModel(name: "${name}") { __typename ... on Error { code message } } }`),
    ).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("no more") });
  });

  it("keeps a database for the server that it mirrors", async () => {
    await trainTitanic(product, { model: "cars" });
    const { databaseUrl } = product;
    await expect(startProduct({ databaseUrl })).rejects.toThrow("This database mirrors the MLflow server at");
    const other = { ...variables, MLFLOW_TRACKING_URI: "http://127.0.0.1:9" };
    await expect(startProduct({ databaseUrl, variables: other })).rejects.toThrow("MLFLOW_TRACKING_URI is");
  });
});
