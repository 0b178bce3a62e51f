import { expect, test } from "vitest";
import { cars } from "../../models/definitions/cars.ts";
import { penguins } from "../../models/definitions/penguins.ts";
import { titanic } from "../../models/definitions/titanic.ts";
import { readAboutChange, readAboutFeature } from "./about-question.ts";

const about = ({ features }: typeof titanic, message: string, missing: string[]) => {
  const read = readAboutFeature(message, features, missing);
  return read && [read.kind, read.feature.name];
};

test.each([
  ["what counts as a child?", ["embarked"], "age_group"],
  ["is Cherbourg in France?", ["age_group"], "embarked"],
  ["which ones can I choose?", ["embarked"], "embarked"],
  ["what can it be then?", ["pclass"], "pclass"],
])("%j asks what a feature is", (message, missing, name) => {
  expect(about(titanic, message, missing)).toEqual(["WHAT_IS_IT", name]);
});

test("a measure is named by its first word too, and without a name the first that is missing is meant", () => {
  const missing = ["bill_length_mm", "body_mass_g"];
  expect(about(penguins, "what's a flipper?", missing)).toEqual(["WHAT_IS_IT", "flipper_length_mm"]);
  expect(about(penguins, "how much is normal?", missing)).toEqual(["WHAT_IS_IT", "bill_length_mm"]);
});

test.each([
  ["quite heavy", "weight_lbs"],
  ["quite fast", "acceleration"],
  ["pretty powerful I think", "horsepower"],
])("%j is no number for what its word is said of", (message, name) => {
  const missing = cars.features.map((feature) => feature.name);
  expect(about(cars, message, missing)).toEqual(["VAGUE", name]);
});

test.each(["we could not determine the sex", "the sex was not recorded"])("%j says that it is not known", (message) => {
  expect(about(penguins, message, ["sex"])).toEqual(["CANNOT_SAY", "sex"]);
});

test.each(["Southampton", "third class", "what is live?", "promote titanic 3"])(
  "%j asks nothing of the kind",
  (text) => {
    expect(about(titanic, text, ["embarked"])).toBeUndefined();
  },
);

test("“how sure are you?” asks what would change, and on what grounds", () => {
  expect(readAboutChange("how sure are you?")).toBe("WHAT_CHANGES");
});
