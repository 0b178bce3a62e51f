import { expect, test } from "vitest";
import { cars } from "../../../models/definitions/cars.ts";
import { defineModel, type ModelDefinition } from "../../../models/definitions/define-model.ts";
import { penguins } from "../../../models/definitions/penguins.ts";
import { titanic } from "../../../models/definitions/titanic.ts";
import { withNumber } from "../text/numbers.ts";
import { tokenise } from "../text/tokenise.ts";
import { compileDefinition } from "./compiled-definition.ts";
import { readFeatures } from "./read-features.ts";

const read = (definition: ModelDefinition, text: string) =>
  readFeatures(text, compileDefinition(definition), tokenise(text).map(withNumber), new Set());

test.each([
  ["a woman", { sex: "female" }],
  ["a girl", { sex: "female", age_group: "child" }],
  ["an infant", { age_group: "child" }],
  ["a person aged 18", { age_group: "child" }],
  ["a 19-year-old", { age_group: "adult" }],
  ["6 months old", { age_group: "child" }],
  ["in her forties", { sex: "female", age_group: "adult" }],
  ["steerage from Ireland", { pclass: "3", embarked: "Q" }],
  ["class three, embarked S", { pclass: "3", embarked: "S" }],
  ["a man and his wife", { sex: "male" }],
  ["a girl with her mother, who was 40", { sex: "female", age_group: undefined }],
  ["a lady with 3 hats", { sex: "female" }],
  ["a man, no wait, a woman", { sex: "female" }],
])("reads %j", (text, values) => {
  expect(read(titanic, text).values).toMatchObject(
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  );
  if (!("age_group" in values)) expect(read(titanic, text).values).toEqual(values);
});

test.each([
  ["fourth class", "pclass"],
  ["boarded in Boston", "embarked"],
  ["didn't board in Southampton", "embarked"],
  ["not a child", "age_group"],
  ["a man and a woman", "sex"],
  ["first or second class", "pclass"],
  ["aged 300", "age_group"],
])("leaves what %j says missing, with a problem", (text, feature) => {
  const { values, problems } = read(titanic, text);
  expect(values[feature]).toBeUndefined();
  expect(problems.map(({ slot }) => slot)).toEqual([`features.${feature}`]);
});

test("converts units, and gives each number to the feature that its words name", () => {
  expect(read(penguins, "bill 46.5 mm long and 14.2 mm deep, flipper 21.5 cm, 5.1 kilos").values).toEqual({
    bill_length_mm: 46.5,
    bill_depth_mm: 14.2,
    flipper_length_mm: 215,
    body_mass_g: 5100,
  });
  expect(read(cars, "4 cylinders, 88 hp, 2100 pounds, from 1976").values).toEqual({
    cylinders: 4,
    horsepower: 88,
    weight_lbs: 2100,
    model_year: 1976,
  });
});

test("a number that belongs to nothing, or is out of range, is no evidence", () => {
  expect(read(penguins, "I saw 12 of them").values).toEqual({});
  const heavy = read(penguins, "it weighs 90 kg");
  expect(heavy.values).toEqual({});
  expect(heavy.problems[0]?.message).toContain("between 1500 and 8000 g");
});

test("reads a definition that was never seen before", () => {
  const wine = defineModel({
    name: "wine",
    title: "Wine",
    description: "Price of a wine.",
    task: "REGRESSION",
    target: { column: "price", description: "Price." },
    dataset: "wine",
    defaultAlgorithm: "ridge_regression",
    features: [
      {
        kind: "CATEGORICAL",
        name: "colour",
        description: "Colour.",
        question: "Red or white?",
        categories: [
          { value: "R", label: "red" },
          { value: "W", label: "white" },
        ],
      },
      { kind: "NUMERIC", name: "alcohol_percent", description: "Alcohol.", question: "How strong?", min: 5, max: 20 },
      { kind: "NUMERIC", name: "bottle_age", description: "Age of the bottle.", question: "How old?", unit: "years" },
    ],
  });
  expect(read(wine, "a red with an alcohol of 13.5").values).toEqual({ colour: "R", alcohol_percent: 13.5 });
});

test.each([
  ["little Ivar from France", "age_group", "child", "little Ivar"],
  ["a lady in the fanciest hat", "pclass", "1", "fanciest"],
  ["a man with the cheapest coat, cheaper than hers", "pclass", "3", "cheapest"],
])("marks what %j hints at as weak", (text, feature, value, words) => {
  const { values, evidence } = read(titanic, text);
  expect(values[feature]).toBe(value);
  expect(evidence.filter(({ weak }) => weak)).toEqual([
    expect.objectContaining({ slot: `features.${feature}`, text: words }),
  ]);
});

test.each(["little hats", "little Anna's mother", "a little Irish boat"])("takes %j for no child", (text) => {
  expect(read(titanic, text).values).not.toHaveProperty("age_group");
});
