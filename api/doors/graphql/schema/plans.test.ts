import { afterAll, beforeAll, expect, it } from "vitest";
import { type Product, runEvents, startProduct } from "../../../testing/product.ts";

let product: Product;

async function train(model: string): Promise<void> {
  const { data } = await product.graphql(
    "mutation ($model: String!) { trainModel(input: {model: $model}) { ... on TrainingRun { id } } }",
    { model },
  );
  await runEvents(product, data?.trainModel.id);
}

/** What the act would change, or why it can't be done. */
async function plan(action: string, model: string, version?: number) {
  const { data, errors } = await product.graphql(
    `query ($action: PlannedAction!, $model: String!, $version: Int) {
      plan(action: $action, model: $model, version: $version) {
        __typename
        ... on ActionPlan { action question effects gates { name passed detail } digest }
        ... on Error { code message }
      }
    }`,
    { action, model, version },
  );
  expect(errors).toBeUndefined();
  return data?.plan;
}

async function act(field: string, args: string): Promise<{ code?: string }> {
  const { data } = await product.graphql(
    `mutation { result: ${field}(${args}) { __typename ... on Error { code message } } }`,
  );
  return data?.result;
}

const production = async () =>
  (await product.graphql("{ models { nodes { name production { version } } } }")).data?.models.nodes;

beforeAll(async () => {
  product = await startProduct({ variables: { PRODUCTION_SCOPE: "REGISTRY" } });
  await train("titanic");
  await train("penguins");
});
afterAll(() => product.stop());

it("tells all that promoting changes, also of another model, and does exactly what was shown", async () => {
  const first = await plan("PROMOTE_VERSION", "titanic", 1);
  expect(first).toMatchObject({ action: "promoteVersion", question: "Promote titanic version 1?" });
  expect(first.gates.length).toBeGreaterThan(0);
  expect(first.gates.every((gate: { passed: boolean }) => gate.passed)).toBe(true);
  expect(await act("promoteVersion", `model: "titanic", version: 1, planDigest: "${first.digest}"`)).toEqual({
    __typename: "ModelVersion",
  });

  const second = await plan("PROMOTE_VERSION", "penguins", 1);
  expect(second.effects.join("\n")).toMatch(/titanic version 1 leaves production/);
  const done = await act("promoteVersion", `model: "penguins", version: 1, planDigest: "${second.digest}"`);
  expect(done).toEqual({ __typename: "ModelVersion" });
  expect(await production()).toEqual([
    { name: "titanic", production: null },
    { name: "penguins", production: { version: 1 } },
  ]);
});

it("does nothing by a plan that is stale, for each of the four acts", async () => {
  const shown = {
    archiveVersion: [await plan("ARCHIVE_VERSION", "titanic", 1), 'model: "titanic", version: 1'],
    promoteVersion: [await plan("PROMOTE_VERSION", "titanic", 1), 'model: "titanic", version: 1'],
    rollback: [await plan("ROLLBACK", "titanic"), 'model: "titanic"'],
    removeModel: [await plan("REMOVE_MODEL", "titanic"), 'name: "titanic", confirmName: "titanic"'],
  } as const;
  expect(shown.archiveVersion[0]).toMatchObject({ code: "CONFLICT" });
  expect(shown.rollback[0]).toMatchObject({ question: "Roll titanic back to version 1?" });
  await train("titanic");
  expect(await act("archiveVersion", 'model: "penguins", version: 1')).toEqual({ __typename: "ModelVersion" });

  const before = await production();
  for (const [field, [{ digest }, args]] of Object.entries(shown).slice(1)) {
    expect([field, await act(field, `${args}, planDigest: "${digest}"`)]).toMatchObject([
      field,
      { __typename: "StalePlanError", code: "STALE_PLAN" },
    ]);
  }
  expect(await production()).toEqual(before);

  const archive = await plan("ARCHIVE_VERSION", "titanic", 2);
  expect(archive.question).toBe("Archive titanic version 2?");
  await act("promoteVersion", 'model: "titanic", version: 2');
  expect(await act("archiveVersion", `model: "titanic", version: 2, planDigest: "${archive.digest}"`)).toMatchObject({
    code: "STALE_PLAN",
  });
});

it("says why an act can't be shown", async () => {
  expect(await plan("PROMOTE_VERSION", "nobody", 1)).toMatchObject({ code: "NOT_FOUND" });
  expect(await plan("PROMOTE_VERSION", "titanic")).toMatchObject({ code: "INVALID_INPUT" });
  expect(await plan("ROLLBACK", "penguins")).toHaveProperty("digest");
  expect(await plan("REMOVE_MODEL", "")).toMatchObject({ code: "INVALID_INPUT" });
});
