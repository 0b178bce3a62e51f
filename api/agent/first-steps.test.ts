import { expect, test } from "vitest";
import { localOwner } from "../identity/actor.ts";
import { permissionsOf } from "../identity/roles.ts";
import type { World } from "./agent-context.ts";
import { firstSteps } from "./first-steps.ts";

type Stage = "CANDIDATE" | "PRODUCTION" | "ARCHIVED";

const model = (name: string, stages: Stage[]) =>
  ({
    definition: { name, examples: [`an example of ${name}`] },
    // The newest first, as the registry tells them.
    versions: stages.map((stage, index) => ({ version: stages.length - index, stage })),
  }) as unknown as World["models"][number];
const all = localOwner.permissions;

test("each model that has a candidate is offered, its newest one", () => {
  const models = [model("titanic", ["ARCHIVED", "CANDIDATE", "CANDIDATE"]), model("cars", ["CANDIDATE"])];
  expect(firstSteps({ models }, all)).toEqual([
    "Promote version 2 of titanic",
    "Promote version 1 of cars",
    "Tell me about titanic",
  ]);
});

test("beside what is in production a candidate is offered that is newer, and not more than two", () => {
  const titanic = model("titanic", ["CANDIDATE", "PRODUCTION", "CANDIDATE"]);
  const world = (models: World["models"]) => ({ models, activeModel: "titanic" });
  expect(firstSteps(world([titanic]), all)).toEqual([
    "an example of titanic",
    "Promote version 3 of titanic",
    "Tell me about titanic",
    "What happened lately?",
  ]);
  expect(firstSteps(world([model("titanic", ["PRODUCTION", "CANDIDATE"])]), all).join()).not.toContain("Promote");
  const others = ["a", "b", "c"].map((name) => model(name, ["CANDIDATE"]));
  const offered = firstSteps(world([titanic, ...others]), all);
  expect(offered.filter((step) => step.startsWith("Promote"))).toEqual([
    "Promote version 3 of titanic",
    "Promote version 1 of a",
  ]);
});

test("who may only look is offered no act", () => {
  const viewer = permissionsOf({ id: "vera" }, "VIEWER");
  expect(firstSteps({ models: [] }, viewer)).toEqual(["What models are available?"]);
  expect(firstSteps({ models: [model("cars", ["CANDIDATE"])] }, viewer)).toEqual(["Tell me about cars"]);
});
