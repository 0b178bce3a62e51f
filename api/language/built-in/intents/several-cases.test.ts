import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();
const casesIn = async (text: string) =>
  (await interpreter.interpret(text, evaluationContexts.fleet)).intents.map(({ slots }) => slots.features);

test("what can't be true of one case is of two, where words begin another", async () => {
  expect(
    await casesIn("Predict a woman in first class from Southampton, 30, and a man in third class from Queenstown, 22."),
  ).toEqual([
    { sex: "female", pclass: "1", embarked: "S", age_group: "adult" },
    { sex: "male", pclass: "3", embarked: "Q", age_group: "adult" },
  ]);
  expect(await casesIn("two passengers: 1) man 40 third class Southampton 2) woman 20 first class Cherbourg")).toEqual([
    { sex: "male", pclass: "3", embarked: "S", age_group: "adult" },
    { sex: "female", pclass: "1", embarked: "C", age_group: "adult" },
  ]);
});

test("what is said of the last is said of those that a word stands for; with “both” of all", async () => {
  expect(await casesIn("Would a boy and a girl in third class from Southampton have lived?")).toEqual([
    { sex: "male", pclass: "3", embarked: "S", age_group: "child" },
    { sex: "female", pclass: "3", embarked: "S", age_group: "child" },
  ]);
  expect(await casesIn("Would a man in first class and a woman in third class, both adults, have lived?")).toEqual([
    { sex: "male", pclass: "1", age_group: "adult" },
    { sex: "female", pclass: "3", age_group: "adult" },
  ]);
});

test("each of several cases is of the model that the first is of", async () => {
  const { intents } = await interpreter.interpret(
    "Predict mpg for a 4 cylinder Japanese car from 1980 with 65 hp and an 8 cylinder American one from 1972 with 190 hp.",
    evaluationContexts.fleet,
  );
  expect(intents.map(({ slots }) => slots)).toEqual([
    { model: "cars", features: { cylinders: 4, origin: "Japan", model_year: 1980, horsepower: 65 } },
    { model: "cars", features: { cylinders: 8, origin: "USA", model_year: 1972, horsepower: 190 } },
  ]);
});

test.each([
  "She was in first class. She was in third class. Did she live?",
  "One says Aunt Mina was in first class, the other says she was in third class. Would she have lived?",
  "predict a woman in 1st and 3rd class",
])("%j contradicts itself, and is one case", async (text) => {
  const [one, ...more] = await casesIn(text);
  expect(more).toEqual([]);
  expect(one).not.toHaveProperty("pclass");
});

test("an “and” parts two cases where both sides tell enough", async () => {
  expect(await casesIn("cars: 4 cylinders, japan, 70 hp and 8 cylinders, usa, 165 hp")).toEqual([
    { cylinders: 4, origin: "Japan", horsepower: 70 },
    { cylinders: 8, origin: "USA", horsepower: 165 },
  ]);
});
