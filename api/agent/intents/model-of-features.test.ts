import { expect, test } from "vitest";
import type { Slots } from "../../language/interpreter.ts";
import { cars } from "../../models/definitions/cars.ts";
import { penguins } from "../../models/definitions/penguins.ts";
import { titanic } from "../../models/definitions/titanic.ts";
import type { AgentContext } from "../agent-context.ts";
import { modelOfFeatures } from "./model-of-features.ts";

type Case = [string, AgentContext["world"], AgentContext["focus"], Slots, string[], string | undefined];

const models = [titanic, penguins, cars].map((definition) => ({ definition, registered: true, versions: [] }));
const twin = { definition: { ...cars, name: "trucks" }, registered: true, versions: [] };
const active = { models, activeModel: "titanic" };

test.each<Case>([
  ["the one named", active, {}, { model: "cars", features: { sex: "male" } }, [], "cars"],
  ["the active one, where it fits", active, { model: "penguins" }, { features: { sex: "male" } }, [], undefined],
  ["the one that reads it", active, {}, { features: { sex: "male", island: "Dream" } }, [], "penguins"],
  ["the one whose features are missing", active, {}, { features: { sex: "male" } }, ["island"], "penguins"],
  ["the active one, of nothing told", active, {}, {}, [], undefined],
  ["none, of what no model reads", active, {}, { features: { sex: "male", cylinders: 4 } }, [], undefined],
  [
    "the one spoken of",
    { models: [...models, twin] },
    { model: "trucks" },
    { features: { origin: "USA" } },
    [],
    "trucks",
  ],
])("%s", (_name, world, focus, slots, missing, model) => {
  expect(modelOfFeatures({ world, focus }, { slots, missing: [...missing] })).toBe(model);
});
