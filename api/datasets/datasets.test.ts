import { expect, test } from "vitest";
import { cars } from "../models/definitions/cars.ts";
import { penguins } from "../models/definitions/penguins.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { loadDataset } from "./load-dataset.ts";
import { readCsv } from "./read-csv.ts";
import { trainingExamples } from "./training-examples.ts";

const columns = ["sex", "pclass", "embarked", "age", "survived"];
const invalid = (text: string) =>
  expect.objectContaining({ code: "INVALID_INPUT", message: expect.stringContaining(text) });

test("titanic: its hash, its rows, its missing values", async () => {
  const titanicData = await loadDataset("titanic");
  expect(titanicData).toMatchObject({ sha256: "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737" });
  expect(titanicData.rows).toHaveLength(1309);
  expect(titanicData.columns).toHaveLength(14);
  expect(titanicData.rows[0]?.slice(0, 5)).toEqual(["1", "1", "Allen, Miss. Elisabeth Walton", "female", "29"]);
  const age = titanicData.columns.indexOf("age");
  expect(titanicData.rows.filter((row) => row[age] === null)).toHaveLength(263);
});

test("penguins: rows that lack the sex or a measure are dropped, and counted", async () => {
  const data = await loadDataset("penguins");
  expect(data).toMatchObject({ sha256: "f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93" });
  const examples = trainingExamples(data, penguins);
  expect([data.rows.length, examples.count, examples.dropped]).toEqual([344, 333, 11]);
  expect([0, 1, 2].map((code) => examples.target.filter((target) => target === code).length)).toEqual([146, 68, 119]);
});

test("cars: rows without horsepower or miles per gallon are dropped, and counted; years are numbers", async () => {
  const data = await loadDataset("cars");
  expect(data).toMatchObject({ sha256: "160bc216582c01665629d47d3ee22b61b0f87c80f963b4c7322e7c981634f0d9" });
  const examples = trainingExamples(data, cars);
  expect([data.rows.length, examples.count, examples.dropped]).toEqual([406, 392, 14]);
  const numbers = Object.fromEntries(
    examples.features.flatMap((feature) => (feature.kind === "NUMERIC" ? [[feature.name, feature.values[0]]] : [])),
  );
  expect(numbers).toEqual({
    cylinders: 8,
    displacement: 307,
    horsepower: 130,
    weight_lbs: 3504,
    acceleration: 12,
    model_year: 1970,
  });
  expect(examples.target[0]).toBe(18);
});

test.each([titanic, penguins, cars])(
  "$name: every value of the data is one that may be predicted from",
  async (model) => {
    const { features } = trainingExamples(await loadDataset(model.dataset), model);
    for (const column of features) {
      const feature = model.features.find(({ name }) => name === column.name);
      if (column.kind === "CATEGORICAL" || feature?.kind !== "NUMERIC") continue;
      expect(Math.min(...column.values), column.name).toBeGreaterThanOrEqual(feature.min ?? 0);
      expect(Math.max(...column.values), column.name).toBeLessThanOrEqual(feature.max ?? 0);
      if (feature.integer) expect([...column.values].every(Number.isInteger)).toBe(true);
    }
  },
);

test("an unknown data set is not found", async () => {
  await expect(loadDataset("iceberg")).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("titanic"),
  });
});

test("a row without age is dropped, not called adult; 18 is a child, 18.5 an adult", () => {
  const rows = [
    ["male", "1", "S", null, "0"],
    ["male", "1", "S", "18", "0"],
    ["female", "3", "Q", "18.5", "1"],
    ["female", "3", null, "30", "1"],
    ["female", "3", "C", "30", null],
  ];
  const examples = trainingExamples({ columns, rows }, titanic);
  expect([examples.count, examples.dropped]).toEqual([2, 3]);
  expect([...examples.rowIndices]).toEqual([1, 2]);
  expect([...examples.target]).toEqual([0, 1]);
  expect(examples.features.find(({ name }) => name === "age_group")).toMatchObject({
    categories: ["child", "adult"],
    codes: Int32Array.of(0, 1),
  });
});

test.each([
  [["male", "4", "S", "30", "0"], '"4" in column pclass'],
  [["male", "1", "S", "old", "0"], '"old" in column age is not a number'],
  [["male", "1", "S", "30", "2"], '"2" in column survived'],
])("a value that the definition does not know is an error that names it: %j", (row, message) => {
  expect(() => trainingExamples({ columns, rows: [row] }, titanic)).toThrow(invalid(message));
});

test("a column that is not there, and data of which no row is whole, are errors", () => {
  expect(() => trainingExamples({ columns: ["sex"], rows: [["male"]] }, titanic)).toThrow(
    invalid('no column "pclass"'),
  );
  expect(() => trainingExamples({ columns, rows: [[null, null, null, null, null]] }, titanic)).toThrow(
    invalid("No row"),
  );
});

test("CSV: quotes, BOM, CRLF, missing markers", () => {
  const bytes = Buffer.from('\uFEFFa,b\r\n"x, ""y""",?\r\n,2\r\n');
  expect(readCsv(bytes, "?")).toEqual({
    columns: ["a", "b"],
    rows: [
      ['x, "y"', null],
      [null, "2"],
    ],
  });
});

test.each([
  ["", "no data rows"],
  ["a,b\n", "no data rows"],
  ["a,a\n1,2\n", "twice"],
  ["a,b\n1\n", "can't be read"],
  ['a,b\n"1,2\n', "can't be read"],
])("CSV that is none is refused: %j", (text, message) => {
  expect(() => readCsv(Buffer.from(text), "?")).toThrow(invalid(message));
});
