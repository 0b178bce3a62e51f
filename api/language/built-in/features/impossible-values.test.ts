import { expect, test } from "vitest";
import { cars } from "../../../models/definitions/cars.ts";
import { penguins } from "../../../models/definitions/penguins.ts";
import { titanic } from "../../../models/definitions/titanic.ts";
import { expectValues, readWith } from "./testing/expect-values.ts";

test.each([
  [
    cars,
    "horsepower 150, weight 3500, 8 cylinders, and it's a 1995 model",
    { horsepower: 150, weight_lbs: 3500, cylinders: 8 },
    ["model_year"],
  ],
  [penguins, "flipper 900 mm, 3 kg", { body_mass_g: 3000 }, ["flipper_length_mm"]],
  [titanic, "sixth class, woman", { sex: "female" }, ["pclass"]],
  [titanic, "a girl who boarded in Queenstown, no, Liverpool", { sex: "female", age_group: "child" }, ["embarked"]],
  [titanic, "second class, sorry, seventh, a man", { sex: "male" }, ["pclass"]],
  [titanic, "third class from France, and in fifth class", { embarked: "C" }, ["pclass"]],
  [titanic, "he embarked at Southampton, I mean Bremen", { sex: "male" }, ["embarked"]],
  [penguins, "lives on Dream, wait, Borneo", {}, ["island"]],
  [cars, "an American, no, Korean car with 6 cylinders", { cylinders: 6 }, ["origin"]],
  [titanic, "class IV, man", { sex: "male" }, ["pclass"]],
  [titanic, "the passenger embarked from New York, a man", { sex: "male" }, ["embarked"]],
  [titanic, "neither first nor second class, a woman", { sex: "female" }, ["pclass"]],
  [titanic, "she boarded either at Cherbourg or Southampton, 3rd class", { sex: "female", pclass: "3" }, ["embarked"]],
  [titanic, "a boy, or maybe it was a girl, third class", { pclass: "3", age_group: "child" }, ["sex"]],
  [titanic, "age minus 4, female", { sex: "female" }, ["age_group"]],
  [titanic, "a 150-year-old woman", { sex: "female" }, ["age_group"]],
  [titanic, "embarked at Belfast, male, 2nd class", { sex: "male", pclass: "2" }, ["embarked"]],
  [titanic, "port = X, sex = f, class = 2", { sex: "female", pclass: "2" }, ["embarked"]],
  [titanic, "class = 5, sex = m", { sex: "male" }, ["pclass"]],
  [titanic, "business class, woman, Cherbourg", { sex: "female", embarked: "C" }, ["pclass"]],
  [penguins, "between 3 and 4 kg", {}, ["body_mass_g"]],
  [cars, "0 cylinders", {}, ["cylinders"]],
  [cars, "a 2015 model with four cylinders", { cylinders: 4 }, ["model_year"]],
  [cars, "four and a half cylinders", {}, ["cylinders"]],
  [cars, "900 hp, 8 cylinders", { cylinders: 8 }, ["horsepower"]],
])("%#: leaves what can't be missing, with a problem", (definition, text, values, refused) => {
  expectValues(definition, text, values);
  expect(readWith(definition, text).problems.map(({ slot }) => slot)).toEqual(
    refused.map((name) => `features.${name}`),
  );
});
