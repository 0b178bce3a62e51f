import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../../../scripts/testing/database.ts";
import type { Scope } from "../../actions/define-action.ts";
import type { Services } from "../../actions/services.ts";
import { localOwner } from "../../identity/actor.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { ForbiddenError, NotFoundError } from "../../platform/errors.ts";
import {
  findRegistered,
  findRegisteredByAlias,
  findRegisteredVersion,
  latestVersions,
  searchRegistered,
  searchRegisteredVersions,
} from "./registered-models.ts";

let database: Database;
let scope: Scope;
const at = new Date("2026-11-01T10:00:00.123Z");
const changed = new Date("2026-11-02T10:00:00.456Z");
const query = { filter: undefined, orderBy: [], limit: 100, after: undefined };

beforeAll(async () => {
  const { url } = await createTestDatabase();
  database = openDatabase({ url });
  scope = { actor: localOwner, cause: { requestId: "test" }, services: { database } as Services };
  await database.person.create({ data: { id: "oidc|ada", name: "Ada", groups: [] } });
  await addModel("titanic", ["ARCHIVED", "PRODUCTION", "CANDIDATE", "CANDIDATE"], {
    champion: 2,
    staging: 3,
    "a-b": 2,
  });
  await addModel("iris", ["CANDIDATE"], {});
  await addModel("gone", ["PRODUCTION"], {}, at);
  await database.reservedModel.createMany({
    data: [
      { name: "later", description: "to come", tags: { team: "risk" }, createdAt: at, updatedAt: at, createdBy: "x" },
      { name: "last", tags: {}, createdAt: at, updatedAt: at, createdBy: "x" },
    ],
  });
});
afterAll(() => database?.$disconnect());

async function addModel(
  name: string,
  stages: ("CANDIDATE" | "PRODUCTION" | "ARCHIVED")[],
  aliases: Record<string, number>,
  removedAt: Date | null = null,
) {
  const { id: modelId } = await database.model.create({
    data: {
      name,
      description: `about ${name}`,
      task: "REGRESSION",
      target: "y",
      definition: {},
      createdBy: "oidc|ada",
      createdAt: at,
      updatedAt: changed,
      removedAt,
      tags: { create: [{ key: "team", value: "risk" }, ...(name === "iris" ? [] : [{ key: "area", value: "sea" }])] },
    },
  });
  for (const [index, stage] of stages.entries()) {
    const version = index + 1;
    const { id } = await database.modelVersion.create({
      data: {
        modelId,
        version,
        stage,
        productionScope: modelId,
        algorithm: "ridge_regression",
        metrics: [
          { name: "rmse", value: version / 3, split: "holdout" },
          { name: "rmse", value: 1e-7, split: "train" },
        ],
        params: { seed: version, note: 'a "text"' },
        artifactSha256: "0".repeat(64),
        artifactBytes: 1,
        createdBy: version === 1 ? "somebody" : "local-owner",
        createdAt: at,
        updatedAt: changed,
        tags: {
          create: [
            { key: "b", value: "2" },
            { key: "a", value: "1" },
          ],
        },
        ...(version === 2 ? { origin: { create: { source: "runs:/1/model", runId: "1", runLink: null } } } : {}),
      },
    });
    for (const [alias, pointed] of Object.entries(aliases)) {
      if (pointed !== version) continue;
      await database.modelAlias.create({ data: { modelId, name: alias, versionId: id, setAt: at, setBy: "x" } });
    }
  }
}

const production = {
  model: "titanic",
  version: 2,
  stage: "PRODUCTION",
  createdAt: at.getTime(),
  updatedAt: changed.getTime(),
  createdBy: "local owner",
  description: "",
  metrics: [
    { name: "rmse", value: 2 / 3, split: "holdout" },
    { name: "rmse", value: 1e-7, split: "train" },
  ],
  params: { seed: 2, note: 'a "text"' },
  origin: { source: "runs:/1/model", runId: "1", loggedModelId: null, runLink: null },
  tags: [
    { key: "a", value: "1" },
    { key: "b", value: "2" },
  ],
  aliases: ["a-b", "champion"],
};
/** Lists leave out what was measured, as MLflow's do. */
const { metrics: _metrics, params: _params, ...listed } = production;

describe("what is told of the registry to programs", () => {
  test("a version, with all that stands beside it, by its number and by its aliases", async () => {
    expect(await findRegisteredVersion(scope, "titanic", 2)).toEqual(production);
    expect(await findRegisteredByAlias(scope, "titanic", "champion")).toEqual(production);
    expect(await findRegisteredByAlias(scope, "titanic", "production")).toEqual(production);
    expect(await findRegisteredByAlias(scope, "titanic", "latest")).toMatchObject({ version: 4, origin: null });
    expect(await findRegisteredVersion(scope, "titanic", 1)).toMatchObject({ createdBy: "somebody", aliases: [] });
  });

  test("a model, with the newest version of each old stage: the candidate that is tried is one of its own", async () => {
    expect(await findRegistered(scope, "titanic")).toMatchObject({
      name: "titanic",
      createdBy: "Ada",
      createdAt: at.getTime(),
      updatedAt: changed.getTime(),
      tags: [
        { key: "area", value: "sea" },
        { key: "team", value: "risk" },
      ],
      aliases: [
        { name: "a-b", version: 2 },
        { name: "champion", version: 2 },
        { name: "staging", version: 3 },
      ],
    });
    const latest = await latestVersions(scope, "titanic");
    expect(latest.map(({ version, stage }) => [version, stage])).toEqual([
      [4, "CANDIDATE"],
      [3, "CANDIDATE"],
      [2, "PRODUCTION"],
      [1, "ARCHIVED"],
    ]);
    expect(latest[2]).toEqual(listed);
  });

  test("a reserved name has no version", async () => {
    expect(await findRegistered(scope, "later")).toEqual({
      name: "later",
      description: "to come",
      tags: { team: "risk" },
      createdAt: at.getTime(),
      updatedAt: at.getTime(),
    });
    expect(await latestVersions(scope, "later")).toEqual([]);
  });

  test("a search gives models a page at a time, and reserved names behind the last", async () => {
    const names = ({ models }: Awaited<ReturnType<typeof searchRegistered>>) => models.map(({ name }) => name);
    const first = await searchRegistered(scope, { ...query, limit: 1 });
    expect(names(first)).toEqual(["titanic"]);
    const second = await searchRegistered(scope, { ...query, limit: 1, after: first.next ?? undefined });
    expect([names(second), second.next]).toEqual([["iris", "last", "later"], null]);
    expect(names(await searchRegistered(scope, { ...query, filter: "tags.team = 'risk'" }))).toEqual([
      "titanic",
      "iris",
      "later",
    ]);
    // By what stands beside: several statements find the ids.
    expect(
      names(await searchRegistered(scope, { ...query, orderBy: ["tags.area"], filter: "name != 'last'" })),
    ).toEqual(["titanic", "iris", "later"]);
  });

  test("a search gives versions in the order asked for, to the last page", async () => {
    const asked = { ...query, filter: "name = 'titanic'", orderBy: ["version_number DESC"], limit: 3 };
    const first = await searchRegisteredVersions(scope, asked);
    expect(first.versions.map(({ version }) => version)).toEqual([4, 3, 2]);
    expect(first.versions[2]).toEqual(listed);
    const second = await searchRegisteredVersions(scope, { ...asked, after: first.next ?? undefined });
    expect([second.versions.map(({ version }) => version), second.next]).toEqual([[1], null]);
    expect(await searchRegisteredVersions(scope, { ...query, filter: "name = 'none'" })).toEqual({
      versions: [],
      next: null,
    });
  });

  test("what is not there, or removed, is told in a sentence", async () => {
    await expect(findRegistered(scope, "gone")).rejects.toThrow(NotFoundError);
    await expect(findRegisteredVersion(scope, "gone", 1)).rejects.toThrow('There is no model called "gone"');
    await expect(findRegisteredVersion(scope, "titanic", 9)).rejects.toThrow(NotFoundError);
    await expect(findRegisteredByAlias(scope, "titanic", "none")).rejects.toThrow("It has: a-b, champion, staging.");
  });

  test("whoever may not read models is refused", async () => {
    const nobody = { ...scope, actor: { id: "x", name: "x", permissions: new Set<never>() } };
    for (const read of [
      () => findRegistered(nobody, "titanic"),
      () => findRegisteredVersion(nobody, "titanic", 1),
      () => findRegisteredByAlias(nobody, "titanic", "champion"),
      () => searchRegistered(nobody, query),
      () => searchRegisteredVersions(nobody, query),
    ])
      await expect(read()).rejects.toThrow(ForbiddenError);
  });
});
