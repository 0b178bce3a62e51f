import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../api/platform/database.ts";
import { type Product, startProduct, trainTitanic } from "../../../api/testing/product.ts";
import { startRole } from "../../../api/testing/role-process.ts";
import { createModel, empty, namesThere, register, server, serverUrl, setAlias, there } from "./server.ts";
import { openWitness } from "./witness.ts";

const name = "between";
// Nothing is brought in but by an act, unless a test says so.
const variables = { REGISTRY: "mlflow", MLFLOW_FOLLOW_SECONDS: "3600" };
let witness: Awaited<ReturnType<typeof openWitness>>;
let product: Product;

const asked = async (of: Product, query: string): Promise<any> => {
  const { data, errors } = await of.graphql(query);
  return data ? Object.values(data)[0] : { faults: errors };
};
const promote = (version: number, expectedCurrent?: number, of = product) =>
  asked(
    of,
    `mutation { promoteVersion(model: "${name}", version: ${version}${expectedCurrent === undefined ? "" : `, expectedCurrent: ${expectedCurrent}`}) { __typename ... on ModelVersion { version stage } ... on Error { code message } } }`,
  );
const shown = async () => {
  const { production, versions } = await asked(
    product,
    `{ model(name: "${name}") { production { version } versions { nodes { version stage } } } }`,
  );
  return {
    production: production?.version ?? null,
    stages: Object.fromEntries(versions.nodes.map(({ version, stage }: any) => [version, stage])),
  };
};
const history = async () =>
  (await asked(product, `{ modelHistory(model: "${name}", first: 100) { nodes { type version actor } } }`)).nodes;
const setsAlias = (method: string, path: string) => method === "POST" && path.includes("/registered-models/alias");
const registers = (method: string, path: string) => method === "POST" && path.includes("/model-versions/create");
const versionsThere = async () => {
  const query = { filter: "name = 'titanic'", order_by: "version_number ASC" };
  const { model_versions: versions = [] } = await server.get<{ model_versions?: { version: string }[] }>(
    "/mlflow/model-versions/search",
    query,
  );
  return versions.map(({ version }) => version);
};
const workerVariables = () => ({
  ...variables,
  MLFLOW_TRACKING_URI: witness.url,
  DATABASE_URL: product.databaseUrl,
  MODELWRIGHT_DATA_DIR: product.dataDir,
});
/** Ends the transaction that is under way. */
const ends = async () => {
  const database = openDatabase({ url: product.databaseUrl });
  await database.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'idle in transaction'`;
  await database.$disconnect();
};

beforeAll(async () => {
  await empty();
  await createModel(name);
  for (const factor of [1, 2, 3]) await register(name, { factor });
  witness = await openWitness(serverUrl);
  product = await startProduct({ worker: false, variables: { ...variables, MLFLOW_TRACKING_URI: witness.url } });
});
afterAll(async () => {
  await product.stop();
  await witness.close();
});

describe("between two that change the registry at once", () => {
  it("does nothing when a person changed it after it was looked at", async () => {
    expect(await promote(1)).toMatchObject({ version: 1, stage: "PRODUCTION" });
    const before = await history();
    witness.once({
      at: (method, path) => method === "GET" && path.includes("/model-versions/search"),
      after: async () => void (await setAlias(name, "production", 3)),
    });
    expect(await promote(2)).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/version 3 of between is in production, and version 1 was a moment ago/),
    });
    expect(witness.done()).toBe(true);
    expect((await there(name))?.production).toBe(3);
    expect((await shown()).stages[2]).toBe("CANDIDATE");
    expect(await history()).toEqual(before);
    // The next act sees it.
    expect(await promote(2, 1)).toMatchObject({ code: "STALE_ALIAS" });
    expect((await shown()).production).toBe(3);
    expect(await promote(2, 3)).toMatchObject({ version: 2, stage: "PRODUCTION" });
    expect((await there(name))?.production).toBe(2);
  });

  it("lets one of two processes win", async () => {
    const other = await startProduct({
      worker: false,
      databaseUrl: product.databaseUrl,
      variables: { ...variables, MLFLOW_TRACKING_URI: witness.url, MODELWRIGHT_DATA_DIR: product.dataDir },
    });
    try {
      const both = await Promise.all([promote(1, 2), promote(3, 2, other)]);
      expect(both.map(({ code }) => code ?? "DONE").sort()).toEqual(["DONE", "STALE_ALIAS"]);
      const { production } = await shown();
      expect((await there(name))?.production).toBe(production);
      expect(await promote(2)).toMatchObject({ version: 2 });
    } finally {
      await other.stop();
    }
  });
});

describe("what breaks off", () => {
  it("changes nothing here when the server fails at the last moment", async () => {
    const before = { shown: await shown(), history: await history() };
    witness.once({ at: setsAlias, before: async () => 500 });
    expect(await promote(1)).toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining("can't answer now"),
    });
    expect(witness.done()).toBe(true);
    expect((await there(name))?.production).toBe(2);
    expect({ shown: await shown(), history: await history() }).toEqual(before);
    expect(await promote(1)).toMatchObject({ version: 1, stage: "PRODUCTION" });
    expect((await shown()).stages).toEqual({ 1: "PRODUCTION", 2: "ARCHIVED", 3: before.shown.stages[3] });
  });

  it("is seen as the server's when our own commit failed after it", async () => {
    witness.once({ at: setsAlias, after: ends });
    expect(await promote(3)).toHaveProperty("faults");
    expect(witness.done()).toBe(true);
    expect(await shown()).toMatchObject({ production: 1 });
    expect((await there(name))?.production).toBe(3);
    // An act that looks at the model, whichever it is.
    expect(await promote(3)).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("already") });
    expect(await shown()).toMatchObject({ production: 3, stages: { 1: "ARCHIVED" } });
    expect((await history()).slice(0, 2)).toEqual([
      { type: "PROMOTED", version: 3, actor: "MLflow server" },
      { type: "SUPERSEDED", version: 1, actor: "MLflow server" },
    ]);
  });

  it("registers a training once when its worker died after the server had it", async () => {
    const worker = await startRole("worker", workerVariables());
    witness.once({
      at: registers,
      after: async () => {
        worker.child.kill("SIGKILL");
        await worker.ended;
      },
    });
    const training = trainTitanic(product);
    await worker.ended;
    const next = await startRole("worker", workerVariables());
    try {
      expect(await training).toBe(1);
    } finally {
      await next.stop();
    }
    expect(await versionsThere()).toEqual(["1"]);
    const { nodes } = await asked(product, '{ modelHistory(model: "titanic", first: 10) { nodes { type actor } } }');
    expect(nodes).toEqual([{ type: "REGISTERED", actor: "local owner" }]);
  });

  it("has the version of a training whose commit broke off after the server had it, once, and says whose it is", async () => {
    const worker = await startRole("worker", workerVariables());
    witness.once({ at: registers, after: ends });
    // It fails, or is taken up again where the failure could not be written down either; then it finds what it had registered.
    const ended = await trainTitanic(product)
      .catch((error: Error) => error.message)
      .finally(() => worker.stop());
    expect(witness.done()).toBe(true);
    expect(ended === 2 || String(ended).includes("ended FAILED")).toBe(true);
    expect(await versionsThere()).toEqual(["1", "2"]);
    await asked(product, 'mutation { setTag(model: "titanic", key: "a", value: "b") { __typename } }');
    const { nodes } = await asked(
      product,
      '{ modelHistory(model: "titanic", first: 2) { nodes { type version actor } } }',
    );
    expect(nodes).toEqual([
      { type: "TAG_SET", version: null, actor: "local owner" },
      { type: "REGISTERED", version: 2, actor: ended === 2 ? "local owner" : "MLflow server" },
    ]);
  });
});

describe("a removed model", () => {
  it("is renamed there, and deleted when its time is over", async () => {
    await asked(product, `mutation { removeModel(name: "${name}", confirmName: "${name}") { __typename } }`);
    expect(await namesThere()).toContainEqual(expect.stringMatching(/^between \(removed, [0-9a-f-]{36}\)$/));
    // Keeps house at its start.
    const worker = await startRole("worker", { ...workerVariables(), REMOVED_MODELS_KEPT_DAYS: "0" });
    try {
      await expect.poll(() => namesThere()).toEqual(["titanic"]);
    } finally {
      await worker.stop();
    }
  });
});
