import { expect, test } from "vitest";
import {
  coefficientRows,
  comparePath,
  factRow,
  measureRows,
  parameterRows,
  versionsOf,
  versionToAdd,
} from "./comparison.ts";

const metric = (name: string, value: number, split = "holdout") => ({ name, value, split });

test("the best of a measure is marked, less where less is better; a tie of all and a baseline have none", () => {
  const rows = measureRows(
    [
      {
        metrics: [
          metric("accuracy", 0.8),
          metric("log_loss", 0.4),
          metric("roc_auc", 0.9),
          metric("accuracy", 1, "train"),
        ],
      },
      { metrics: [metric("accuracy", 0.7), metric("log_loss", 0.3), metric("roc_auc", 0.9)] },
      { metrics: [metric("accuracy", 0.8), metric("baseline_accuracy", 0.6)] },
    ],
    "holdout",
  );
  expect(rows).toEqual([
    { name: "Accuracy", values: ["80.0%", "70.0%", "80.0%"], differs: true, best: [0, 2] },
    { name: "Log loss", values: ["0.400", "0.300", "none"], differs: true, best: [1] },
    { name: "ROC AUC", values: ["0.900", "0.900", "none"], differs: true, best: [] },
    { name: "Baseline accuracy", values: ["none", "none", "60.0%"], differs: true, best: [] },
  ]);
});

test("a fact that is the same does not differ; parameters leave out what is told of the split", () => {
  expect(factRow("Seed", [1, 1])).toMatchObject({ differs: false });
  expect(parameterRows([{ params: { C: 1, seed: 3, rows: 9 } }, { params: { C: 2, seed: 4, rows: 9 } }])).toEqual([
    { name: "C", values: ["1", "2"], differs: true, best: [] },
  ]);
  expect(parameterRows([{ params: null }, { params: "?" }])).toEqual([]);
});

test("coefficients stand side by side by what they count for, with a sign; a version without them says none", () => {
  const rows = coefficientRows(
    [{ coefficients: [{ feature: "sex", category: "male", value: -1.23456 }, { value: 0.5 }] }, { coefficients: null }],
    ({ feature, category }) => (feature ? `${feature} ${category}` : "Intercept"),
  );
  expect(rows.map(({ name, values }) => [name, ...values])).toEqual([
    ["sex male", "−1.235", "none"],
    ["Intercept", "0.500", "none"],
  ]);
});

test("an address names versions; what is none in it is left out", () => {
  expect(versionsOf("2,1,2,x,0,-1,1.5,")).toEqual([2, 1]);
  expect(versionsOf(null)).toEqual([]);
  expect(versionsOf("1,2,3,4,5,6,7,8,9,10,11")).toHaveLength(10);
  expect(comparePath("a b", [1, 2])).toBe("/models/a%20b/compare?versions=1,2");
  expect(comparePath("titanic", [])).toBe("/models/titanic/compare");
});

test("a version that is typed is added, however it is written; what can't be is told why", () => {
  for (const typed of ["3", " v3 ", "Version 3"]) expect(versionToAdd(typed, [1, 2], 46)).toEqual({ version: 3 });
  for (const typed of ["", "three", "-3", "0", "1.5"]) {
    expect(versionToAdd(typed, [1, 2], 46)).toEqual({ problem: "Write the number of a version." });
  }
  expect(versionToAdd("47", [1, 2], 46)).toEqual({ problem: "The newest is version 46." });
  expect(versionToAdd("2", [1, 2], 46)).toEqual({ problem: "Version 2 is among them." });
  expect(versionToAdd("11", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 46)).toHaveProperty("problem");
});
