import { defineModel } from "../../models/definitions/define-model.ts";

/** Two definitions that only the evaluation knows, so that the figures speak of more than one model. */
export const penguins = defineModel({
  name: "penguins",
  title: "Penguin species",
  description: "The species of a penguin of the Palmer archipelago from its measures.",
  aliases: ["penguin model", "penguin species"],
  topics: ["penguin", "penguins", "species", "bill", "beak", "flipper", "adelie", "gentoo", "chinstrap"],
  task: "MULTICLASS_CLASSIFICATION",
  target: {
    column: "species",
    description: "Species of the penguin.",
    classes: ["Adelie", "Chinstrap", "Gentoo"].map((value) => ({ value, label: value })),
  },
  features: [
    {
      kind: "CATEGORICAL",
      name: "island",
      description: "Island where it lives.",
      question: "On which island does the penguin live: Biscoe, Dream or Torgersen?",
      categories: ["Biscoe", "Dream", "Torgersen"].map((value) => ({ value, label: value })),
    },
    { kind: "NUMERIC", name: "bill_length_mm", description: "Length of the bill.", question: "How long is the bill, in mm?", unit: "mm", min: 20, max: 80, synonyms: ["beak length"] },
    { kind: "NUMERIC", name: "bill_depth_mm", description: "Depth of the bill.", question: "How deep is the bill, in mm?", unit: "mm", min: 5, max: 35, synonyms: ["beak depth"] },
    { kind: "NUMERIC", name: "flipper_length_mm", description: "Length of the flipper.", question: "How long is the flipper, in mm?", unit: "mm", min: 120, max: 300, synonyms: ["flipper", "wing"] },
    { kind: "NUMERIC", name: "body_mass_g", description: "Body mass.", question: "How heavy is the penguin, in g?", unit: "g", min: 1500, max: 8000, synonyms: ["weight"] },
    {
      kind: "CATEGORICAL",
      name: "sex",
      description: "Sex of the penguin.",
      question: "Is the penguin male or female?",
      categories: [
        { value: "female", label: "female", synonyms: ["hen", "she", "her"] },
        { value: "male", label: "male", synonyms: ["he", "him", "his"] },
      ],
    },
  ],
  dataset: "penguins",
  defaultAlgorithm: "logistic_regression",
});

export const cars = defineModel({
  name: "cars",
  title: "Fuel economy of cars",
  description: "Miles per gallon of a car of the years 1970 to 1982.",
  aliases: ["car model", "fuel model", "mileage model"],
  topics: ["car", "cars", "mpg", "mileage", "miles", "gallon", "fuel", "economy", "engine"],
  task: "REGRESSION",
  target: { column: "miles_per_gallon", description: "Miles per gallon.", unit: "mpg" },
  features: [
    { kind: "NUMERIC", name: "cylinders", description: "Number of cylinders.", question: "How many cylinders?", min: 2, max: 16 },
    { kind: "NUMERIC", name: "displacement", description: "Displacement of the engine.", question: "What is the displacement, in cubic inches?", unit: "cubic inches", min: 30, max: 600 },
    { kind: "NUMERIC", name: "horsepower", description: "Power of the engine.", question: "How much horsepower?", unit: "hp", min: 20, max: 400 },
    { kind: "NUMERIC", name: "weight_lbs", description: "Weight of the car.", question: "How heavy is the car, in pounds?", unit: "lbs", min: 1000, max: 8000 },
    { kind: "NUMERIC", name: "acceleration", description: "Seconds to 60 miles an hour.", question: "How many seconds to 60 mph?", unit: "s", min: 4, max: 40 },
    { kind: "NUMERIC", name: "model_year", description: "Year of the model.", question: "Of which year is the car?", min: 1970, max: 1982 },
    {
      kind: "CATEGORICAL",
      name: "origin",
      description: "Where it was made.",
      question: "Where was it made: USA, Europe or Japan?",
      categories: [
        { value: "USA", label: "USA", synonyms: ["american", "us", "united states", "america"] },
        { value: "Europe", label: "Europe", synonyms: ["european", "german", "french", "italian", "british"] },
        { value: "Japan", label: "Japan", synonyms: ["japanese"] },
      ],
    },
  ],
  dataset: "cars",
  defaultAlgorithm: "ridge_regression",
});
