import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../../scripts/testing/database.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { countFound, searchPage } from "./search-page.ts";
import { modelSearch, versionSearch } from "./searches.ts";

let database: Database;
/** Names of rows by their ids: "titanic", "titanic/2". */
const names = new Map<string, string>();

interface Given {
  version: number;
  stage?: "CANDIDATE" | "PRODUCTION" | "ARCHIVED";
  accuracy?: number;
  trainAccuracy?: number;
  params?: object;
  tags?: Record<string, string>;
  aliases?: string[];
  createdAt?: string;
}

async function addModel(name: string, tags: Record<string, string>, versions: Given[], removedAt?: Date) {
  const { id: modelId } = await database.model.create({
    data: {
      name,
      description: `about ${name}`,
      task: "REGRESSION",
      target: "y",
      definition: {},
      createdBy: "x",
      removedAt: removedAt ?? null,
      tags: { create: Object.entries(tags).map(([key, value]) => ({ key, value })) },
    },
  });
  names.set(modelId, name);
  for (const { version, stage, accuracy, trainAccuracy, params, tags: own, aliases, createdAt } of versions) {
    const metrics = [
      ...(accuracy === undefined ? [] : [{ name: "accuracy", value: accuracy, split: "holdout" }]),
      ...(trainAccuracy === undefined ? [] : [{ name: "accuracy", value: trainAccuracy, split: "train" }]),
    ];
    const { id } = await database.modelVersion.create({
      data: {
        modelId,
        version,
        stage: stage ?? "CANDIDATE",
        productionScope: modelId,
        algorithm: "ridge_regression",
        metrics,
        params: params ?? {},
        artifactSha256: "0".repeat(64),
        artifactBytes: 1,
        createdBy: "x",
        createdAt: new Date(createdAt ?? "2026-11-01T00:00:00Z"),
        tags: { create: Object.entries(own ?? {}).map(([key, value]) => ({ key, value })) },
      },
    });
    names.set(id, `${name}/${version}`);
    for (const alias of aliases ?? []) {
      await database.modelAlias.create({
        data: { modelId, name: alias, versionId: id, setAt: new Date(), setBy: "x" },
      });
    }
  }
}

beforeAll(async () => {
  database = openDatabase({ url: (await createTestDatabase()).url });
  await addModel("titanic", { team: "risk", owner: "ann" }, [
    { version: 1, accuracy: 0.7, trainAccuracy: 0.99, params: { C: 1, solver: "newton" }, tags: { team: "risk" } },
    {
      version: 2,
      accuracy: 0.9,
      stage: "PRODUCTION",
      params: { C: 10 },
      tags: { team: "fraud" },
      aliases: ["champion"],
    },
    { version: 3, stage: "ARCHIVED", tags: { "a b": "100%", quote: "it's" } },
  ]);
  await addModel("penguins", { team: "birds" }, [
    {
      version: 1,
      accuracy: 0.8,
      stage: "PRODUCTION",
      aliases: ["challenger", "champion"],
      createdAt: "2026-11-20T00:00:00Z",
    },
  ]);
  await addModel("Cars_and\\more", {}, [{ version: 1, tags: { team: `x${"y".repeat(600)}` } }]);
  await addModel("gone", { team: "risk" }, [{ version: 1, accuracy: 0.95, tags: { team: "risk" } }], new Date());
});
afterAll(() => database.$disconnect());

const named = (ids: string[]) => ids.map((id) => names.get(id));
const versions = async (filter: string, orderBy: string[] = ["name", "version_number"], page = {}) =>
  named(await searchPage(database, versionSearch({ filter, orderBy }), { take: 50, ...page }));
const models = async (filter: string, orderBy: string[] = ["name"]) =>
  named(await searchPage(database, modelSearch({ filter, orderBy }), { take: 50 }));

const cars = "Cars_and\\more/1";

describe("versions", () => {
  test.each<[string, string[]]>([
    ["", [cars, "penguins/1", "titanic/1", "titanic/2", "titanic/3"]],
    ["metrics.accuracy > 0.8", ["titanic/2"]],
    ["metrics.accuracy >= 0.8", ["penguins/1", "titanic/2"]],
    ["metrics.train.accuracy > 0.8", ["titanic/1"]],
    ["metrics.accuracy != 0.8", ["titanic/1", "titanic/2"]],
    ["NOT metrics.accuracy = 0.8", [cars, "titanic/1", "titanic/2", "titanic/3"]],
    ["metrics.accuracy IS NULL", [cars, "titanic/3"]],
    ["metrics.accuracy > 0.6 and tags.team = 'risk'", ["titanic/1"]],
    ["tags.team = 'risk' OR tags.team = 'fraud'", ["titanic/1", "titanic/2"]],
    ["tags.team != 'risk'", [cars, "titanic/2"]],
    ["tags.team IN ('risk', 'fraud')", ["titanic/1", "titanic/2"]],
    ["tags.team LIKE 'r%'", ["titanic/1"]],
    ["tags.team IS NOT NULL AND NOT tags.team = 'risk'", [cars, "titanic/2"]],
    [`tags.team = 'x${"y".repeat(600)}'`, [cars]],
    [`tags.team = 'x${"y".repeat(599)}'`, []],
    ["tags.`a b` = '100%'", ["titanic/3"]],
    ["tags.`a b` LIKE '100\\%'", []],
    ["tags.quote = 'it''s'", ["titanic/3"]],
    ["params.C = '1'", ["titanic/1"]],
    ["params.C LIKE '1%'", ["titanic/1", "titanic/2"]],
    ["params.solver ILIKE 'NEW%'", ["titanic/1"]],
    ["name = 'titanic'", ["titanic/1", "titanic/2", "titanic/3"]],
    ["name != 'titanic'", [cars, "penguins/1"]],
    ["name LIKE 'tit%'", ["titanic/1", "titanic/2", "titanic/3"]],
    ["name LIKE 'TIT%'", []],
    ["name ILIKE 'TIT%' AND version_number > 1", ["titanic/2", "titanic/3"]],
    ["name LIKE 'Cars_and\\%'", [cars]],
    ["name IN ('penguins', 'gone')", ["penguins/1"]],
    ["name NOT IN ('penguins', 'titanic')", [cars]],
    ["version_number = 1", [cars, "penguins/1", "titanic/1"]],
    ["version IN (2, 3)", ["titanic/2", "titanic/3"]],
    ["version_number < 1.5", [cars, "penguins/1", "titanic/1"]],
    ["version_number > 1e300", []],
    ["stage = 'PRODUCTION'", ["penguins/1", "titanic/2"]],
    ["current_stage = 'production'", ["penguins/1", "titanic/2"]],
    ["stage IN ('PRODUCTION', 'ARCHIVED')", ["penguins/1", "titanic/2", "titanic/3"]],
    ["stage != 'CANDIDATE'", ["penguins/1", "titanic/2", "titanic/3"]],
    ["aliases = 'champion'", ["penguins/1", "titanic/2"]],
    ["aliases = 'production'", ["penguins/1", "titanic/2"]],
    ["aliases LIKE 'prod%' AND run.name = 'titanic'", ["titanic/2"]],
    ["source_path = 'mlflow-artifacts:/registered/titanic/2'", ["titanic/2"]],
    ["aliases != 'champion'", [cars, "titanic/1", "titanic/3"]],
    ["alias LIKE 'chall%'", ["penguins/1"]],
    ["aliases IS NULL", [cars, "titanic/1", "titanic/3"]],
    ["run_id = 'x'", []],
    ["NOT run_id = 'x' AND name = 'penguins'", ["penguins/1"]],
    ["run_id IS NULL AND name = 'penguins'", ["penguins/1"]],
    [`creation_timestamp >= ${Date.parse("2026-11-20T00:00:00Z")}`, ["penguins/1"]],
    ["creation_timestamp > '2026-11-10'", ["penguins/1"]],
    ["tags.`mlflow.prompt.is_prompt` != 'true' AND version > 1", ["titanic/2", "titanic/3"]],
    ["tags.`mlflow.prompt.is_prompt` = 'false' AND version > 1", ["titanic/2", "titanic/3"]],
    ["tags.`mlflow.prompt.is_prompt` = 'true'", []],
    ["algorithm = 'ridge_regression' AND description = '' AND version > 2", ["titanic/3"]],
  ])("%s", async (filter, expected) => {
    expect(await versions(filter)).toEqual(expected);
    expect(await countFound(database, versionSearch({ filter }))).toBe(expected.length);
  });

  test.each<[string, string]>([
    ["color = 'red'", 'versions have no "color"; they have name, version_number'],
    ["__proto__ = 'x'", "versions have no"],
    ["constructor = 'x'", "versions have no"],
    ["constructor.a = 'x'", "has no parts"],
    ["dataset.name = 'x'", "versions are not searched by data sets"],
    ["metrics.accuracy > '0.8'", "a number without quotes"],
    ["metrics.accuracy LIKE '0%'", "LIKE and ILIKE are for texts"],
    ["tags.team = 1", "a text in quotes"],
    ["tags.team > 'a'", "texts compare with"],
    ["stage = 'nowhere'", "CANDIDATE, PRODUCTION, ARCHIVED"],
    ["stage > 'PRODUCTION'", "texts compare with"],
    ["creation_timestamp > 'yesterday'", "a time is expected"],
    ["creation_timestamp > 1e300", "a time is expected"],
    ["version_number = '1'", "a number without quotes"],
    ["name LIKE 5", "a pattern is a text"],
    ["name = '\0'", "characters that no text"],
  ])("%s is refused", async (filter, why) => {
    await expect(versions(filter)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining(why),
      issues: [{ path: "filter" }],
    });
  });

  test("are ordered, what lacks the value last, in either direction", async () => {
    const by = (...keys: string[]) => versions("", keys);
    expect(await by("metrics.accuracy DESC", "name")).toEqual([
      "titanic/2",
      "penguins/1",
      "titanic/1",
      cars,
      "titanic/3",
    ]);
    expect((await by("metrics.accuracy", "name")).slice(0, 3)).toEqual(["titanic/1", "penguins/1", "titanic/2"]);
    expect((await by("creation_timestamp DESC"))[0]).toBe("penguins/1");
    expect((await by("tags.team", "name")).slice(0, 2)).toEqual(["titanic/2", "titanic/1"]);
    // Without an order: the newest first.
    expect(await by()).toEqual([cars, "penguins/1", "titanic/3", "titanic/2", "titanic/1"]);
    await expect(by("aliases")).rejects.toMatchObject({ code: "INVALID_INPUT", issues: [{ path: "orderBy" }] });
    await expect(by("nothing")).rejects.toThrow('versions have no "nothing"');
  });

  // The value that is ordered by is the one that is asked for, and no other of the same name.
  test.each([
    "metrics.accuracy > 0.6",
    "metrics.accuracy = 0.8 OR name = 'titanic'",
    "NOT metrics.accuracy > 0.75",
    "metrics.accuracy IS NULL",
    "metrics.accuracy IS NOT NULL AND metrics.train.accuracy > 0",
    "metrics.holdout.accuracy < 0.85",
    "tags.team = 'risk' OR metrics.accuracy > 0.8",
    "params.C LIKE '1%' AND tags.team != 'risk'",
  ])("%s finds the same in whatever order", async (filter) => {
    const found = (await versions(filter)).toSorted();
    for (const key of ["metrics.accuracy", "metrics.train.accuracy DESC", "tags.team", "params.C"]) {
      expect((await versions(filter, [key])).toSorted(), key).toEqual(found);
    }
  });

  test.each([
    [["metrics.accuracy DESC"]],
    [["metrics.accuracy", "name DESC"]],
    [["name", "version_number DESC"]],
    [["tags.team DESC", "stage"]],
    [["creation_timestamp"]],
    [["promoted_at DESC", "version"]],
    [[]],
  ])("page after page, ordered by %j, each comes once", async (orderBy) => {
    const search = versionSearch({ orderBy });
    const whole = await searchPage(database, search, { take: 50 });
    for (const take of [1, 2, 3]) {
      const paged: string[] = [];
      for (;;) {
        const page = await searchPage(database, search, { take, after: paged.at(-1) });
        paged.push(...page);
        if (page.length < take) break;
      }
      expect(named(paged)).toEqual(named(whole));
    }
  });

  test("a page behind what is no more is refused", async () => {
    const after = randomUUID();
    await expect(versions("", [], { after })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      issues: [{ path: "after" }],
    });
  });

  test("whatever stands in quotes is a value: nothing is done by it, and it finds what has it", async () => {
    const { id } = await database.modelVersion.findFirstOrThrow({ where: { version: 3 } });
    const hostile = [
      "'; DROP TABLE version_tag; --",
      "' OR '1'='1",
      '" OR ""="',
      "$1",
      "\\'; SELECT pg_sleep(10); --",
      "%",
      "_",
      "#{id}",
      "x' UNION SELECT id::text FROM model --",
    ];
    for (const text of hostile) {
      await database.versionTag.create({ data: { versionId: id, key: text, value: text } });
      const quoted = text.replaceAll("'", "''");
      const key = text.replaceAll("`", "``");
      expect(await versions(`tags.\`${key}\` = '${quoted}'`)).toEqual(["titanic/3"]);
      expect(await versions(`name = '${quoted}'`)).toEqual([]);
      expect(await versions(`metrics.\`${key}\` > 0`)).toEqual([]);
      expect(await versions(`params.\`${key}\` = '${quoted}'`)).toEqual([]);
      expect(await versions("", [`tags.\`${key}\``])).toHaveLength(5);
    }
  });
});

describe("models", () => {
  test.each<[string, string[]]>([
    ["", ["Cars_and\\more", "penguins", "titanic"]],
    ["name LIKE 'tit%'", ["titanic"]],
    ["tags.team = 'risk'", ["titanic"]],
    ["metrics.accuracy > 0.8", ["titanic"]],
    ["metrics.accuracy > 0.75", ["penguins", "titanic"]],
    ["metrics.accuracy > 0.75 AND tags.team = 'birds'", ["penguins"]],
    ["params.C = '10'", ["titanic"]],
    ["params.C = '1'", []],
    ["stage = 'ARCHIVED'", ["titanic"]],
    ["stage != 'PRODUCTION'", ["Cars_and\\more"]],
    ["aliases = 'challenger'", ["penguins"]],
    ["aliases = 'production'", ["penguins", "titanic"]],
    ["algorithm = 'ridge_regression'", ["penguins", "titanic"]],
    ["task = 'REGRESSION' AND target = 'y' AND description ILIKE 'ABOUT c%'", ["Cars_and\\more"]],
    ["tags.`mlflow.prompt.is_prompt` != 'true'", ["Cars_and\\more", "penguins", "titanic"]],
  ])("%s", async (filter, expected) => {
    expect(await models(filter)).toEqual(expected);
  });

  test("are ordered by what the version in production has", async () => {
    expect(await models("", ["metrics.accuracy DESC"])).toEqual(["titanic", "penguins", "Cars_and\\more"]);
    expect(await models("", ["name DESC"])).toEqual(["titanic", "penguins", "Cars_and\\more"]);
    await expect(models("version = 1")).rejects.toThrow('models have no "version"');
    await expect(models("", ["stage"])).rejects.toThrow("several times");
  });

  test("by a part of a name, and by a stage, as a list of them has it", async () => {
    const list = async (query: object) => named(await searchPage(database, modelSearch(query), { take: 9 }));
    expect(await list({ search: "TAN" })).toEqual(["titanic"]);
    expect(await list({ search: "_" })).toEqual(["Cars_and\\more"]);
    expect(await list({ search: "%" })).toEqual([]);
    expect(await list({ search: "\\" })).toEqual(["Cars_and\\more"]);
    expect(await list({ stage: "PRODUCTION" })).toEqual(["titanic", "penguins"]);
    expect(await list({ stage: "PRODUCTION", search: "p", filter: "tags.team = 'birds'" })).toEqual(["penguins"]);
  });
});

test("metrics and params that are written again are found as they are then", async () => {
  const { id } = await database.modelVersion.findFirstOrThrow({ where: { model: { name: "penguins" } } });
  await database.modelVersion.update({
    where: { id },
    data: { metrics: [{ name: "f1", value: 0.5, split: "holdout" }], params: { depth: 3, nothing: null } },
  });
  expect(await versions("metrics.accuracy = 0.8")).toEqual([]);
  expect(await versions("metrics.f1 = 0.5 AND params.depth = '3' AND params.nothing IS NULL")).toEqual(["penguins/1"]);
});
