import { test } from "vitest";
import { defineModel } from "../../../models/definitions/define-model.ts";
import { expectValues } from "./testing/expect-values.ts";

const common = {
  aliases: [],
  topics: [],
  task: "REGRESSION" as const,
  target: { column: "y", description: "What is predicted." },
  dataset: "data",
  defaultAlgorithm: "ridge_regression",
};

const houses = defineModel({
  ...common,
  name: "houses",
  title: "House prices",
  description: "Price of a house.",
  features: [
    {
      kind: "NUMERIC",
      name: "floor_area_m2",
      description: "Floor area.",
      question: "How big?",
      unit: "m²",
      min: 10,
      max: 1000,
    },
    {
      kind: "NUMERIC",
      name: "bedrooms",
      description: "Bedrooms.",
      question: "How many?",
      min: 0,
      max: 12,
      integer: true,
    },
    { kind: "NUMERIC", name: "bathrooms", description: "Bathrooms.", question: "How many?", min: 0, max: 12 },
    { kind: "NUMERIC", name: "build_year", description: "Year it was built.", question: "When?", min: 1850, max: 2025 },
    {
      kind: "CATEGORICAL",
      name: "heating",
      description: "How it is heated.",
      question: "Gas, oil or heat pump?",
      categories: [
        { value: "gas", label: "gas" },
        { value: "oil", label: "oil" },
        { value: "heat_pump", label: "heat pump" },
      ],
    },
  ],
});

const churn = defineModel({
  ...common,
  name: "churn",
  title: "Churn",
  description: "Whether a customer leaves.",
  features: [
    {
      kind: "CATEGORICAL",
      name: "gender",
      description: "Gender of the customer.",
      question: "Male or female?",
      categories: [
        { value: "F", label: "female" },
        { value: "M", label: "male" },
      ],
    },
    {
      kind: "NUMERIC",
      name: "age",
      description: "Age in years.",
      question: "How old?",
      min: 18,
      max: 100,
      unit: "years",
    },
    {
      kind: "NUMERIC",
      name: "tenure_months",
      description: "Months as a customer.",
      question: "How long?",
      unit: "months",
    },
    {
      kind: "NUMERIC",
      name: "monthly_charge",
      description: "Charge per month.",
      question: "How much?",
      min: 0,
      max: 500,
    },
    {
      kind: "CATEGORICAL",
      name: "contract",
      description: "Contract.",
      question: "Monthly, one year or two years?",
      categories: [
        { value: "monthly", label: "month to month", synonyms: ["monthly"] },
        { value: "one_year", label: "one year" },
        { value: "two_years", label: "two years" },
      ],
    },
  ],
});

test.each<[string, Record<string, string | number>]>([
  [
    "3 bedrooms, 2 bathrooms, built in 1987, gas heating",
    { bedrooms: 3, bathrooms: 2, build_year: 1987, heating: "gas" },
  ],
  ["floor_area_m2=120 bedrooms=2 heating=heat_pump", { floor_area_m2: 120, bedrooms: 2, heating: "heat_pump" }],
  ["four bedrooms, two and a half bathrooms, from 1905", { bedrooms: 4, bathrooms: 2.5, build_year: 1905 }],
  ["a man, 40, would buy it with 3 bedrooms", { bedrooms: 3 }],
])("reads of a house %j", (text, values) => {
  expectValues(houses, text, values);
});

test.each<[string, Record<string, string | number>]>([
  ["a 45 year old woman, monthly charge 70", { gender: "F", age: 45, monthly_charge: 70 }],
  ["male customer, 33, tenure 14 months", { gender: "M", age: 33, tenure_months: 14 }],
  ["gender=F age=29 tenure_months=3 contract=monthly", { gender: "F", age: 29, tenure_months: 3, contract: "monthly" }],
  ["my uncle is 61 and has a two years contract", { gender: "M", age: 61, contract: "two_years" }],
  ["a policewoman of 12", { gender: "F" }],
])("reads of a customer %j, by general words for people", (text, values) => {
  expectValues(churn, text, values);
});
