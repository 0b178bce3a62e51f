import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, trainTitanic } from "./product.ts";

/** What the contract asks of who runs it. */
export interface ContractSetup {
  product: Product;
  /** What a server says of the model, where one is the registry. */
  there?(
    model: string,
  ): Promise<{ production: number | null; aliases: object; tags: object; description: string } | null>;
  stop(): Promise<void>;
}

const result =
  "__typename ... on ModelVersion { version stage } ... on StaleAliasError { current } ... on Error { code message }";
const pointed = "__typename ... on ModelVersion { version } ... on Error { code message }";
const labelled = "__typename ... on Error { code message }";
const features = { sex: "female", pclass: "1", embarked: "C", age_group: "adult" };

/** What a registry does, whoever keeps it. */
export function describeRegistry(registry: string, open: () => Promise<ContractSetup>): void {
  let setup: ContractSetup;
  const ask = async (query: string, variables?: object): Promise<any> => {
    const { data, errors } = await setup.product.graphql(query, variables);
    if (!data) throw new Error(JSON.stringify(errors));
    return Object.values(data)[0];
  };
  const stagesNow = async () =>
    Object.fromEntries(
      (await ask('{ model(name: "titanic") { versions { nodes { version stage } } } }')).versions.nodes.map(
        ({ version, stage }: any) => [version, stage],
      ),
    );
  const promote = (args: string) => ask(`mutation { promoteVersion(model: "titanic", ${args}) { ${result} } }`);
  const archive = (version: number) =>
    ask(`mutation { archiveVersion(model: "titanic", version: ${version}) { ${result} } }`);
  const restore = (version: number) =>
    ask(`mutation { restoreVersion(model: "titanic", version: ${version}) { ${result} } }`);
  const rollback = () => ask(`mutation { rollback(model: "titanic") { ${result} } }`);
  const predict = () =>
    ask(
      "mutation P($input: PredictInput!) { predict(input: $input) { __typename ... on Prediction { version value } ... on Error { code message } } }",
      { input: { model: "titanic", features } },
    );
  const inProductionThere = async () => (await setup.there?.("titanic"))?.production ?? null;
  const expectProduction = async (version: number | null) => {
    expect((await ask('{ model(name: "titanic") { production { version } } }')).production?.version ?? null).toBe(
      version,
    );
    if (setup.there) expect(await inProductionThere()).toBe(version);
  };

  describe(`the registry's contract: ${registry}`, () => {
    beforeAll(async () => {
      setup = await open();
    }, 300_000);
    afterAll(() => setup.stop());

    it("registers what a training makes, as a candidate", async () => {
      expect(await ask('{ model(name: "titanic") { name } }')).toBeNull();
      expect(await trainTitanic(setup.product, { seed: 1 })).toBe(1);
      expect(await trainTitanic(setup.product, { seed: 2 })).toBe(2);
      expect(await stagesNow()).toEqual({ 1: "CANDIDATE", 2: "CANDIDATE" });
      expect(await predict()).toMatchObject({ code: "CONFLICT" });
      await expectProduction(null);
    });

    it("lists and searches", async () => {
      expect((await ask("{ models { nodes { name } } }")).nodes).toContainEqual({ name: "titanic" });
      const found = await ask(
        `{ modelVersions(model: "titanic", filter: "metrics.accuracy > 0.5 and algorithm = 'logistic_regression'", orderBy: ["version_number DESC"]) { nodes { version } } }`,
      );
      expect(found.nodes).toEqual([{ version: 2 }, { version: 1 }]);
    });

    it("promotes by the policy's gates, and by what the caller expects", async () => {
      const policy = (min: number) =>
        ask(
          `mutation { setPolicy(input: { model: "titanic", metrics: [{ name: "accuracy", atLeast: ${min} }] }) { ${labelled} } }`,
        );
      expect(await policy(0.999)).toMatchObject({ __typename: "Model" });
      expect(await promote("version: 1")).toMatchObject({ __typename: "GatesFailedError", code: "CONFLICT" });
      await expectProduction(null);
      await policy(0.1);
      expect(await promote("version: 1, expectedCurrent: 2")).toMatchObject({ code: "STALE_ALIAS", current: null });
      expect(await promote("version: 1, expectedCurrent: 0")).toMatchObject({ version: 1, stage: "PRODUCTION" });
      expect(await promote("version: 1")).toMatchObject({ code: "CONFLICT" });
      expect(await promote("version: 9")).toMatchObject({ code: "NOT_FOUND" });
      await expectProduction(1);
    });

    it("answers by the version in production, and by another as soon as that is", async () => {
      expect(await predict()).toMatchObject({ version: 1 });
      expect(await promote("version: 2, expectedCurrent: 1")).toMatchObject({ version: 2, stage: "PRODUCTION" });
      expect(await predict()).toMatchObject({ version: 2 });
      expect(await stagesNow()).toEqual({ 1: "ARCHIVED", 2: "PRODUCTION" });
      await expectProduction(2);
    });

    it("does only what was planned", async () => {
      const plan = await ask(
        '{ plan(action: PROMOTE_VERSION, model: "titanic", version: 1) { __typename ... on ActionPlan { digest effects } ... on Error { code message } } }',
      );
      expect(plan).toMatchObject({ __typename: "ActionPlan" });
      await archive(2);
      expect(await promote(`version: 1, planDigest: "${plan.digest}"`)).toMatchObject({ code: "STALE_PLAN" });
      await expectProduction(null);
      expect(await rollback()).toMatchObject({ version: 2, stage: "PRODUCTION" });
    });

    it("rolls back, archives and restores", async () => {
      expect(await rollback()).toMatchObject({ version: 1, stage: "PRODUCTION" });
      await expectProduction(1);
      expect(await archive(1)).toMatchObject({ version: 1, stage: "ARCHIVED" });
      await expectProduction(null);
      expect(await predict()).toMatchObject({ code: "CONFLICT" });
      expect(await restore(1)).toMatchObject({ version: 1, stage: "CANDIDATE" });
      expect(await restore(1)).toMatchObject({ code: "CONFLICT" });
      expect(await archive(1)).toMatchObject({ stage: "ARCHIVED" });
      expect(await restore(1)).toMatchObject({ stage: "CANDIDATE" });
      expect(await promote("version: 2")).toMatchObject({ version: 2 });
      expect(await stagesNow()).toEqual({ 1: "CANDIDATE", 2: "PRODUCTION" });
    });

    it("lets one of two win that promote at once", async () => {
      expect(await trainTitanic(setup.product, { seed: 3 })).toBe(3);
      const both = await Promise.all([1, 3].map((version) => promote(`version: ${version}, expectedCurrent: 2`)));
      expect(both.map(({ code }) => code ?? "DONE").sort()).toEqual(["DONE", "STALE_ALIAS"]);
      const now = await stagesNow();
      const [production] = Object.keys(now).filter((version) => now[version] === "PRODUCTION");
      await expectProduction(Number(production));
      expect(await promote("version: 2")).toMatchObject({ version: 2 });
    });

    it("keeps aliases, tags and descriptions", async () => {
      const alias = (name: string, version: number) =>
        ask(`mutation { setAlias(model: "titanic", alias: "${name}", version: ${version}) { ${pointed} } }`);
      expect(await alias("champion", 1)).toMatchObject({ version: 1 });
      expect(await alias("champion", 2)).toMatchObject({ version: 2 });
      expect(await alias("challenger", 1)).toMatchObject({ version: 1 });
      expect(await alias("production", 1)).toMatchObject({ code: "INVALID_INPUT" });
      expect(await alias("champion", 9)).toMatchObject({ code: "NOT_FOUND" });
      expect(await ask(`mutation { deleteAlias(model: "titanic", alias: "challenger") { ${pointed} } }`)).toMatchObject(
        { version: 1 },
      );
      const tag = (args: string) => ask(`mutation { setTag(model: "titanic", ${args}) { ${labelled} } }`);
      await tag('key: "team", value: "risk"');
      await tag('key: "team", value: "claims"');
      await tag('key: "gone", value: "soon"');
      await tag('key: "checked", value: "it\'s \\"so\\"", version: 2');
      await ask(`mutation { deleteTag(model: "titanic", key: "gone") { ${labelled} } }`);
      await ask(`mutation { setDescription(model: "titanic", description: "Who lived") { ${labelled} } }`);
      await ask(`mutation { setDescription(model: "titanic", version: 2, description: "The second") { ${labelled} } }`);
      expect(
        await ask(
          '{ model(name: "titanic") { description aliases { name version { version } } tags { key value } versions { nodes { version description tags { key value } } } } }',
        ),
      ).toMatchObject({
        description: "Who lived",
        aliases: [{ name: "champion", version: { version: 2 } }],
        tags: [{ key: "team", value: "claims" }],
        versions: {
          nodes: [
            { version: 3, description: "", tags: [] },
            { version: 2, description: "The second", tags: [{ key: "checked", value: 'it\'s "so"' }] },
            { version: 1, description: "", tags: [] },
          ],
        },
      });
      expect((await ask(`{ models(filter: "tags.team = 'claims'") { nodes { name } } }`)).nodes).toEqual([
        { name: "titanic" },
      ]);
      expect(await ask('{ modelVersionByAlias(model: "titanic", alias: "champion") { version } }')).toEqual({
        version: 2,
      });
      if (setup.there) {
        expect(await setup.there("titanic")).toEqual({
          production: 2,
          aliases: { champion: 2 },
          tags: { team: "claims" },
          description: "Who lived",
        });
      }
    });

    it("remembers who did what", async () => {
      const { nodes } = await ask(
        '{ modelHistory(model: "titanic", first: 100) { nodes { type version name actor } } }',
      );
      expect(new Set(nodes.map(({ actor }: any) => actor))).toEqual(new Set(["local owner"]));
      expect(nodes.at(0)).toMatchObject({ type: "DESCRIBED", version: 2 });
      expect(nodes.filter(({ type }: any) => type === "REGISTERED").map(({ version }: any) => version)).toEqual([
        3, 2, 1,
      ]);
      expect(nodes.filter(({ type }: any) => type === "ROLLED_BACK").map(({ version }: any) => version)).toEqual([
        1, 2,
      ]);
    });

    it("removes, restores, and begins anew", async () => {
      const remove = (args = "") =>
        ask(
          `mutation { removeModel(name: "titanic", confirmName: "titanic"${args}) { ${labelled} ... on RemovedModel { versions } } }`,
        );
      expect(await remove(", inProduction: false")).toMatchObject({ code: "CONFLICT" });
      expect(await remove()).toMatchObject({ versions: 3 });
      expect(await ask('{ model(name: "titanic") { name } }')).toBeNull();
      if (setup.there) expect(await setup.there("titanic")).toBeNull();
      expect(await predict()).toMatchObject({ code: "NOT_FOUND" });
      expect(
        await ask(`mutation { restoreModel(name: "titanic") { ${labelled} ... on Model { name } } }`),
      ).toMatchObject({ name: "titanic" });
      await expectProduction(null);
      expect((await stagesNow())[2]).toBe("ARCHIVED");
      expect(await ask('{ modelVersionByAlias(model: "titanic", alias: "champion") { version } }')).toEqual({
        version: 2,
      });
      expect(await rollback()).toMatchObject({ version: 2, stage: "PRODUCTION" });
      await expectProduction(2);
      expect(await remove()).toMatchObject({ versions: 3 });
      expect(await trainTitanic(setup.product, { seed: 4 })).toBe(1);
      expect(await stagesNow()).toEqual({ 1: "CANDIDATE" });
    });
  });
}
