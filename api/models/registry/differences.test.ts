import { expect, test } from "vitest";
import { differencesOf } from "./differences.ts";
import type { MirroredModel } from "./mirror.ts";
import type { ServerModel, ServerVersion } from "./server-state.ts";

const none = new Map<string, never>();
const version = (number: number, more: Partial<ServerVersion> = {}): ServerVersion => ({
  version: number,
  description: "",
  tags: none,
  stage: null,
  trainingRun: null,
  runId: null,
  source: "",
  createdAt: new Date(0),
  ...more,
});
const server = (versions: ServerVersion[], more: Partial<ServerModel> = {}): ServerModel => ({
  name: "m",
  description: "",
  tags: none,
  aliases: none,
  production: null,
  versions,
  digest: "",
  ...more,
});
const mirror = (stages: MirroredModel["versions"][number]["stage"][], more: Partial<MirroredModel> = {}) => ({
  id: "m",
  name: "m",
  description: "",
  tags: none,
  aliases: none,
  versions: stages.map((stage, index) => ({
    id: String(index + 1),
    version: index + 1,
    stage,
    description: "",
    tags: none,
    gone: false,
  })),
  ...more,
});

test("what is the same is no difference, archived by a tag or by nothing that the server says", () => {
  expect(
    differencesOf(
      server([version(1), version(2, { stage: "ARCHIVED" }), version(3)], { production: 3 }),
      mirror(["ARCHIVED", "ARCHIVED", "PRODUCTION"]),
    ),
  ).toEqual([]);
});

test("an alias that moves takes the version that it leaves out of production first", () => {
  expect(
    differencesOf(
      server([version(1, { stage: "CANDIDATE" }), version(2)], { production: 2 }),
      mirror(["PRODUCTION", "CANDIDATE"]),
    ),
  ).toEqual([
    { kind: "STAGE", version: 1, from: "PRODUCTION", to: "ARCHIVED", reason: "SUPERSEDED" },
    { kind: "STAGE", version: 2, from: "CANDIDATE", to: "PRODUCTION", reason: "PROMOTED" },
  ]);
});

test("the alias decides, not the tag; without either a version that was in production is archived", () => {
  expect(differencesOf(server([version(1, { stage: "ARCHIVED" })], { production: 1 }), mirror(["PRODUCTION"]))).toEqual(
    [],
  );
  expect(differencesOf(server([version(1)]), mirror(["PRODUCTION"]))).toEqual([
    { kind: "STAGE", version: 1, from: "PRODUCTION", to: "ARCHIVED", reason: "ARCHIVED" },
  ]);
});

test("a tag archives a candidate, and gives it back", () => {
  expect(differencesOf(server([version(1, { stage: "ARCHIVED" })]), mirror(["CANDIDATE"]))).toMatchObject([
    { to: "ARCHIVED", reason: "ARCHIVED" },
  ]);
  expect(differencesOf(server([version(1, { stage: "CANDIDATE" })]), mirror(["ARCHIVED"]))).toMatchObject([
    { to: "CANDIDATE", reason: "RESTORED" },
  ]);
});

test("a model that is not here yet comes with its versions, and the one in production moves there", () => {
  const found = differencesOf(
    server([version(1), version(4)], { production: 4, description: "d", aliases: new Map([["champion", 1]]) }),
    null,
  );
  expect(found.map((each) => [each.kind, "version" in each ? each.version : null])).toEqual([
    ["NEW", version(1)],
    ["NEW", version(4)],
    ["DESCRIBED", null],
    ["STAGE", 4],
    ["ALIAS", 1],
  ]);
});

test("what a training here will register itself is left to it, with what points there", () => {
  const running = version(2, { trainingRun: "run", stage: "CANDIDATE" });
  const there = server([version(1), running], { production: 2, aliases: new Map([["champion", 2]]) });
  expect(differencesOf(there, mirror(["CANDIDATE"]), ({ trainingRun }) => trainingRun === "run")).toEqual([]);
  expect(differencesOf(there, mirror(["CANDIDATE"]))).toHaveLength(3);
});

test("tags, descriptions and aliases are compared, the model's and the versions'", () => {
  const there = server([version(1, { description: "new", tags: new Map([["a", "2"]]) })], {
    tags: new Map([["team", "risk"]]),
    aliases: new Map([["blue", 1]]),
  });
  const here = mirror(["CANDIDATE"], { tags: new Map([["old", "x"]]), aliases: new Map([["green", 1]]) });
  expect(differencesOf(there, here)).toEqual([
    { kind: "TAG", version: null, key: "team", value: "risk" },
    { kind: "TAG", version: null, key: "old", value: null },
    { kind: "DESCRIBED", version: 1, description: "new" },
    { kind: "TAG", version: 1, key: "a", value: "2" },
    { kind: "ALIAS", alias: "blue", version: 1 },
    { kind: "ALIAS", alias: "green", version: null },
  ]);
});

test("a version that is there no more is archived, and told of once", () => {
  const here = mirror(["CANDIDATE", "PRODUCTION"]);
  expect(differencesOf(server([version(1)]), here)).toEqual([
    { kind: "STAGE", version: 2, from: "PRODUCTION", to: "ARCHIVED", reason: "ARCHIVED" },
    { kind: "GONE", version: 2 },
  ]);
  const [first, second] = mirror(["CANDIDATE", "ARCHIVED"]).versions;
  if (!first || !second) throw new Error("two are needed");
  expect(differencesOf(server([version(1)]), { ...here, versions: [first, { ...second, gone: true }] })).toEqual([]);
});
