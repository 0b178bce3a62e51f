import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../actions/run-action.ts";
import { ConfigurationError } from "../platform/errors.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { applyProductionScope, productionScopeOf } from "./production-scope.ts";
import { promoteVersion } from "./promote-version.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
});
afterEach(() => setup.close());

async function scopes(): Promise<{ modelId: string; productionScope: string }[]> {
  return setup.database.modelVersion.findMany({ select: { modelId: true, productionScope: true } });
}

test("versions have the scope of the policy, those that were there and those that are registered under it", async () => {
  await setup.ended(await setup.train({ model: "titanic" }));
  for (const policy of ["REGISTRY", "MODEL"] as const) {
    await applyProductionScope(setup.database, policy);
    await setup.ended(await setup.train({ model: "penguins" }));
    const found = await scopes();
    expect(found.map(({ productionScope }) => productionScope)).toEqual(
      found.map(({ modelId }) => productionScopeOf(policy, modelId)),
    );
    expect(new Set(found.map(({ productionScope }) => productionScope)).size).toBe(policy === "REGISTRY" ? 1 : 2);
  }
});

test("with two versions in production REGISTRY is refused: which one stays is for a person to choose", async () => {
  for (const model of ["titanic", "penguins"]) {
    await setup.ended(await setup.train({ model }));
    await runAction(promoteVersion, { model, version: 1 }, setup.scope);
  }
  const refused = applyProductionScope(setup.database, "REGISTRY");
  await expect(refused).rejects.toThrow(ConfigurationError);
  await expect(refused).rejects.toThrow(
    /PRODUCTION_SCOPE=REGISTRY allows one .* titanic version 1, penguins version 1\. Start with PRODUCTION_SCOPE=MODEL/,
  );
  expect(await setup.database.registryPolicy.findUnique({ where: { id: 1 } })).toMatchObject({ scope: "MODEL" });
});
