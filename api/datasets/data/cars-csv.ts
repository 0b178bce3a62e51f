import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";

/**
 * Writes cars.csv, as it stands beside this file, to the standard output.
 * Usage: node api/datasets/data/cars-csv.ts path/to/cars.json > api/datasets/data/cars.csv
 * The file is data/cars.json of the npm package vega-datasets 3.2.1. Columns get plain names, and the date of a year its year; nothing
 * else is changed: the rows and their order stay, and null becomes an empty field.
 */
const sourceSha256 = "f686a53678b21f4231e2f6a5ba7ce5761d9d39204fccdea1caa29fb8c460e319";

const carSchema = z.strictObject({
  Name: z.string().regex(/^[^",\n]*$/),
  Miles_per_Gallon: z.number().nullable(),
  Cylinders: z.int(),
  Displacement: z.number(),
  Horsepower: z.number().nullable(),
  Weight_in_lbs: z.number(),
  Acceleration: z.number(),
  Year: z.string().regex(/^\d{4}-01-01$/),
  Origin: z.enum(["USA", "Europe", "Japan"]),
});

const bytes = readFileSync(process.argv[2] ?? "cars.json");
if (createHash("sha256").update(bytes).digest("hex") !== sourceSha256) throw new Error("This is another cars.json.");
const cars = carSchema.array().parse(JSON.parse(bytes.toString("utf8")));
const header = "name,miles_per_gallon,cylinders,displacement,horsepower,weight_lbs,acceleration,model_year,origin";
const lines = cars.map((car) =>
  [
    car.Name,
    car.Miles_per_Gallon ?? "",
    car.Cylinders,
    car.Displacement,
    car.Horsepower ?? "",
    car.Weight_in_lbs,
    car.Acceleration,
    car.Year.slice(0, 4),
    car.Origin,
  ].join(","),
);
process.stdout.write(`${[header, ...lines].join("\n")}\n`);
