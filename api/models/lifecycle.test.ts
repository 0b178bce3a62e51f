import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../platform/database.ts";
import { type Product, startProduct, trainTitanic } from "../testing/product.ts";

const result =
  "__typename ... on ModelVersion { version stage } ... on StaleAliasError { current } ... on Error { code message }";
const promote = `mutation P($version: Int!, $expectedCurrent: Int) { promoteVersion(model: "titanic", version: $version, expectedCurrent: $expectedCurrent) { ${result} } }`;
const stages = '{ model(name: "titanic") { production { version } versions { nodes { version stage } } } }';

let product: Product;
const act = async (query: string, variables?: object) =>
  Object.values((await product.graphql(query, variables)).data ?? {})[0] as any;
const production = async () => (await act(stages)).production?.version ?? null;

beforeAll(async () => {
  product = await startProduct();
  for (const seed of [1, 2, 3]) await trainTitanic(product, { seed });
});
afterAll(() => product.stop());

describe("the life of versions", () => {
  it("starts as a candidate that answers no predictions unless named", async () => {
    expect(await production()).toBeNull();
    const features = { sex: "male", pclass: "1", embarked: "C", age_group: "child" };
    const predict =
      "mutation P($input: PredictInput!) { predict(input: $input) { __typename ... on Prediction { version } ... on Error { code } } }";
    expect((await act(predict, { input: { model: "titanic", features } })).__typename).not.toBe("Prediction");
    expect((await act(predict, { input: { features } })).__typename).not.toBe("Prediction");
    expect(await act(predict, { input: { model: "titanic", version: 2, features } })).toMatchObject({ version: 2 });
  });

  it("compares those that are named, or the latest two, with what they were made of", async () => {
    const compare = (args: string) =>
      act(`{ compareVersions(${args}) { __typename
        ... on VersionsCompared { model { name } versions { version dataset { sha256 } trainingRun { seed } coefficients { feature class value } } }
        ... on Error { code message } } }`);
    const named = await compare('model: "titanic", versions: [3, 1]');
    expect(named.model).toEqual({ name: "titanic" });
    expect(named.versions.map(({ version, trainingRun }: any) => [version, trainingRun.seed])).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(named.versions[0].coefficients.map(({ feature }: any) => feature)).toContain("sex");
    expect(named.versions[0].dataset).toEqual(named.versions[1].dataset);
    const rows = await act(`{ compareVersions(model: "titanic", versions: [1, 2]) { ... on VersionsCompared {
      holdoutDifferences(rows: HELD_OUT_BY_ANY, first: 3) { __typename
        ... on HoldoutDifferences { compared total rows { row features truth spread predictions { version heldOut value probabilities } } }
        ... on Error { code } } } } }`);
    expect(rows.holdoutDifferences).toMatchObject({ __typename: "HoldoutDifferences", compared: expect.any(Number) });
    const latest = await compare('model: "titanic"');
    expect(latest.versions.map(({ version }: any) => version)).toEqual([2, 3]);
    expect(await compare('model: "titanic", versions: [1, 9]')).toMatchObject({ code: "NOT_FOUND" });
    expect(await compare('model: "titanic", versions: [1,2,3,4,5,6,7,8,9,10,11]')).toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  it("promotes, replaces and rolls back, step by step", async () => {
    for (const version of [1, 2, 3])
      expect(await act(promote, { version })).toMatchObject({ version, stage: "PRODUCTION" });
    expect((await act(stages)).versions.nodes).toEqual([
      { version: 3, stage: "PRODUCTION" },
      { version: 2, stage: "ARCHIVED" },
      { version: 1, stage: "ARCHIVED" },
    ]);
    const back = `mutation { rollback(model: "titanic") { ${result} } }`;
    expect(await act(back)).toMatchObject({ version: 2, stage: "PRODUCTION" });
    expect(await act(back)).toMatchObject({ version: 1, stage: "PRODUCTION" });
    expect(await act(back)).toMatchObject({ code: "CONFLICT" });
  });

  it("rolls back to the version that is named, if it was in production before", async () => {
    const to = (version: number) => act(`mutation { rollback(model: "titanic", version: ${version}) { ${result} } }`);
    const four = await trainTitanic(product, { seed: 5 });
    expect(await to(3)).toMatchObject({ version: 3, stage: "PRODUCTION" });
    expect(await to(3)).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("in production already") });
    expect(await to(four)).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("never in production") });
    expect(await to(99)).toMatchObject({ code: "NOT_FOUND" });
    expect(await to(1)).toMatchObject({ version: 1, stage: "PRODUCTION" });
  });

  it("keeps production when a newer version is trained", async () => {
    await trainTitanic(product, { seed: 4 });
    expect(await production()).toBe(1);
  });

  it("refuses what contradicts the present state", async () => {
    expect(await act(promote, { version: 1 })).toMatchObject({ code: "CONFLICT" });
    expect(await act(promote, { version: 99 })).toMatchObject({ code: "NOT_FOUND" });
    expect(await act(promote, { version: -1 })).toMatchObject({ code: "INVALID_INPUT" });
    expect(await act(promote, { version: 2, expectedCurrent: 3 })).toMatchObject({
      __typename: "StaleAliasError",
      code: "STALE_ALIAS",
      current: 1,
    });
    expect(await production()).toBe(1);
  });

  it("lets one of two promotes win that expect the same", async () => {
    const results = await Promise.all([2, 3].map((version) => act(promote, { version, expectedCurrent: 1 })));
    expect(results.map((each) => each.code ?? "DONE").sort()).toEqual(["DONE", "STALE_ALIAS"]);
    const nodes = (await act(stages)).versions.nodes;
    expect(nodes.filter((node: any) => node.stage === "PRODUCTION")).toHaveLength(1);
  });

  it("takes off production, and brings back", async () => {
    const current = await production();
    const archive = `mutation A($version: Int!) { archiveVersion(model: "titanic", version: $version) { ${result} } }`;
    expect(await act(archive, { version: current })).toMatchObject({ stage: "ARCHIVED" });
    expect(await act("{ activeModel { version } }")).toBeNull();
    expect(await act(archive, { version: current })).toMatchObject({ code: "CONFLICT" });
    expect(await act(`mutation { rollback(model: "titanic") { ${result} } }`)).toMatchObject({ version: current });
  });

  it("removes only what is named twice, and starts anew after", async () => {
    const remove =
      'mutation R($confirmName: String!) { removeModel(name: "titanic", confirmName: $confirmName) { __typename ... on Error { code } ... on RemovedModel { versions } } }';
    expect(await act(remove, { confirmName: "titanik" })).toMatchObject({ code: "INVALID_INPUT" });
    const careful = remove.replace("$confirmName)", "$confirmName, inProduction: false)");
    expect(await act(careful, { confirmName: "titanic" })).toMatchObject({ code: "CONFLICT" });
    expect(await act(remove, { confirmName: "titanic" })).toMatchObject({ versions: 5 });
    expect(await act(remove, { confirmName: "titanic" })).toMatchObject({ code: "NOT_FOUND" });
    expect(await act(promote, { version: 1 })).toMatchObject({
      __typename: "NotFoundError",
      code: "NOT_FOUND",
      message: expect.stringContaining("titanic was removed by local owner on "),
    });
    expect(await trainTitanic(product)).toBe(1);
  });

  it("tells each change, in order, with who and what it was before", async () => {
    const { auditLog, verifyAuditLog } = (
      await product.graphql(
        '{ auditLog(first: 100, subject: "titanic") { nodes { action outcome version before after actor { name } requestId } } verifyAuditLog { valid checked } }',
      )
    ).data as any;
    expect(verifyAuditLog.valid).toBe(true);
    const done = auditLog.nodes.filter((node: any) => node.outcome === "DONE").map((node: any) => node.action);
    expect(done.slice(-3)).toEqual(["registerVersion", "trainModel", "registerModel"]);
    expect(new Set(done)).toEqual(
      new Set([
        "registerModel",
        "trainModel",
        "registerVersion",
        "promoteVersion",
        "archiveVersion",
        "rollback",
        "removeModel",
      ]),
    );
    expect(auditLog.nodes.every((node: any) => node.actor.name && node.requestId)).toBe(true);
  });

  it("filters the log by action, outcome and time", async () => {
    const log = (args: string) =>
      act(`{ auditLog(first: 100, ${args}) { totalCount nodes { seq action outcome at } } }`);
    const refused = await log("action: removeModel, outcome: REFUSED");
    expect(refused.totalCount).toBe(3);
    expect(new Set(refused.nodes.map(({ action, outcome }: any) => `${action} ${outcome}`))).toEqual(
      new Set(["removeModel REFUSED"]),
    );
    const all = (await log('subject: "titanic"')).nodes;
    const middle = all[Math.floor(all.length / 2)].at;
    const before = await log(`subject: "titanic", until: "${middle}"`);
    const after = await log(`subject: "titanic", since: "${middle}"`);
    expect(after.nodes.at(-1).at).toBe(middle);
    expect(before.nodes.every(({ at }: any) => at < middle)).toBe(true);
    expect(before.totalCount + after.totalCount).toBe(all.length);
    const { errors } = await product.graphql("{ auditLog(action: dropTable) { totalCount } }");
    expect(errors?.[0]?.message).toContain("dropTable");
  });
});

describe("what the database itself refuses", () => {
  it("holds one production version per scope, and lets nobody change the audit log", async () => {
    const database = openDatabase({ url: product.databaseUrl, connections: 1 });
    const version = await database.modelVersion.findFirstOrThrow({ where: { model: { removedAt: null } } });
    await database.modelVersion.update({ where: { id: version.id }, data: { stage: "PRODUCTION" } });
    const { id: _id, trainingRunId: _run, coefficients: _learned, metrics, params, ...copy } = version;
    const second = { ...copy, version: 99, stage: "PRODUCTION" as const, metrics: metrics ?? [], params: params ?? {} };
    await expect(database.modelVersion.create({ data: second })).rejects.toThrow(/[Uu]nique/);
    await expect(database.$executeRaw`UPDATE audit_event SET summary = 'x'`).rejects.toThrow();
    await expect(database.$executeRaw`DELETE FROM stage_change`).rejects.toThrow();
    await database.$disconnect();
  });
});

describe("the policy REGISTRY", () => {
  it("keeps one production version in all: promoting one archives the other model's", async () => {
    const registry = await startProduct({ variables: { PRODUCTION_SCOPE: "REGISTRY" } });
    await trainTitanic(registry);
    const database = openDatabase({ url: registry.databaseUrl, connections: 1 });
    const { id: _id, ...model } = await database.model.findFirstOrThrow();
    const other = await database.model.create({
      data: { ...model, name: "other", definition: model.definition ?? {} },
    });
    const {
      id: _version,
      trainingRunId: _run,
      coefficients: _learned,
      metrics,
      params,
      ...version
    } = await database.modelVersion.findFirstOrThrow();
    await database.modelVersion.create({
      data: { ...version, modelId: other.id, metrics: metrics ?? [], params: params ?? {} },
    });
    await database.$disconnect();
    const promoteIn = (name: string) =>
      registry.graphql("mutation P($name: String!) { promoteVersion(model: $name, version: 1) { __typename } }", {
        name,
      });
    await promoteIn("titanic");
    expect((await promoteIn("other")).data?.promoteVersion.__typename).toBe("ModelVersion");
    const { data } = await registry.graphql(
      "{ models { nodes { name production { version } } } activeModel { model { name } } }",
    );
    expect(data?.models.nodes).toEqual([
      { name: "titanic", production: null },
      { name: "other", production: { version: 1 } },
    ]);
    expect(data?.activeModel.model.name).toBe("other");
    const back = await registry.graphql(
      'mutation { rollback(model: "titanic") { ... on ModelVersion { version stage } } }',
    );
    expect(back.data?.rollback).toEqual({ version: 1, stage: "PRODUCTION" });
    await registry.stop();
  });
});
