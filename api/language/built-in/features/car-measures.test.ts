import { test } from "vitest";
import { cars } from "../../../models/definitions/cars.ts";
import { expectValues } from "./testing/expect-values.ts";

test.each<[string, Record<string, string | number>]>([
  [
    "a '76 with a V6, 231 cubic inches, 105 hp, 3,400 lb, fifteen seconds to sixty",
    { model_year: 1976, cylinders: 6, displacement: 231, horsepower: 105, weight_lbs: 3400, acceleration: 15 },
  ],
  [
    "cylinders 4 displacement 97 hp 88 weight 2130 accel 14.5",
    { cylinders: 4, displacement: 97, horsepower: 88, weight_lbs: 2130, acceleration: 14.5 },
  ],
  [
    "4 cylinders displacement 120 97 hp 2500 lbs acceleration 15 year 1974",
    { cylinders: 4, displacement: 120, horsepower: 97, weight_lbs: 2500, acceleration: 15, model_year: 1974 },
  ],
  ["318 cubic inches, 150 horsepower, no wait, the papers say 145", { displacement: 318, horsepower: 145 }],
  ["weight 2130 lbs 88 hp", { weight_lbs: 2130, horsepower: 88 }],
  ["a six-cylinder of 1973 weighing 3000 pounds", { cylinders: 6, model_year: 1973, weight_lbs: 3000 }],
  [
    "1981 Mazda, 4 pot, 70 bhp, 0-60 in 17.5s",
    { model_year: 1981, cylinders: 4, horsepower: 70, acceleration: 17.5, origin: "Japan" },
  ],
  [
    "straight six from 74, 2.5 l, one hundred horsepower",
    { cylinders: 6, model_year: 1974, displacement: 152.56, horsepower: 100 },
  ],
  ["built in 79 in Germany, four cylinders, weighs a ton", { model_year: 1979, origin: "Europe", cylinders: 4 }],
  [
    "a nineteen seventy-two American car with 8 cylinders, 350 cubic inches",
    { model_year: 1972, origin: "USA", cylinders: 8, displacement: 350 },
  ],
  [
    "it's a 1970 V-8 made in the US; 0 to 60 takes 9.5 seconds; 4400 pounds",
    { model_year: 1970, cylinders: 8, origin: "USA", acceleration: 9.5, weight_lbs: 4400 },
  ],
  [
    "cylinders=4, displacement=97, horsepower=88, weight_lbs=2130, acceleration=14.5, model_year=71, origin=Japan",
    {
      cylinders: 4,
      displacement: 97,
      horsepower: 88,
      weight_lbs: 2130,
      acceleration: 14.5,
      model_year: 1971,
      origin: "Japan",
    },
  ],
  [
    "cylinders: 8 / displacement: 302 / horsepower: 140 / weight: 3449 / acceleration: 10.5 / year: 70 / origin: usa",
    {
      cylinders: 8,
      displacement: 302,
      horsepower: 140,
      weight_lbs: 3449,
      acceleration: 10.5,
      model_year: 1970,
      origin: "USA",
    },
  ],
  ["my uncle bought 2 of these in 1995, they have four cylinders", { cylinders: 4 }],
  ["a six-cylinder with twenty-six hundred pounds and 95 horses", { cylinders: 6, weight_lbs: 2600, horsepower: 95 }],
  [
    "eight-cylinder, 5.7 litres, 165 kW, 1.9 tonnes",
    { cylinders: 8, displacement: 347.8, horsepower: 221.27, weight_lbs: 4188.8 },
  ],
  ["1600 cc, four cylinder, 2,050 lbs", { displacement: 97.64, cylinders: 4, weight_lbs: 2050 }],
  [
    "does sixty in fourteen seconds flat, from Sweden, model of 1978",
    { acceleration: 14, origin: "Europe", model_year: 1978 },
  ],
  [
    "75 hp and 2200 lbs, year '80, 97 cu. in.",
    { horsepower: 75, weight_lbs: 2200, model_year: 1980, displacement: 97 },
  ],
  [
    "an engine of 140 cubic in, 4 cyl., 2600 lbs., 1977 model",
    { displacement: 140, cylinders: 4, weight_lbs: 2600, model_year: 1977 },
  ],
  ["4cyl 90hp 2100lbs 1979", { cylinders: 4, horsepower: 90, weight_lbs: 2100, model_year: 1979 }],
  [
    "Japanes car, 4 cilinders, 68 horspower, 1985 pouns, year 80",
    { origin: "Japan", cylinders: 4, horsepower: 68, weight_lbs: 1985, model_year: 1980 },
  ],
  ["the car of my dad is of 1973, it weighs 1100 kilos", { model_year: 1973, weight_lbs: 2425.08 }],
  ["It takes 20 seconds to get to 60 mph", { acceleration: 20 }],
  ["accelerates to sixty in 16 and a half seconds", { acceleration: 16.5 }],
  ["I have three kids and a 1971 with a V4 engine", { model_year: 1971, cylinders: 4 }],
  ["first sold in 82, weighs two thousand three hundred pounds", { model_year: 1982, weight_lbs: 2300 }],
  ["the 360 cubic inch one, 175 horsepower", { displacement: 360, horsepower: 175 }],
  ["half a dozen of us bought a Datsun from '73", { model_year: 1973, origin: "Japan" }],
  ["weight 1,2 tons, 55 kW", { weight_lbs: 2645.55, horsepower: 73.76 }],
  ["two and a half litre engine, year 1975, about 90 hp", { displacement: 152.56, model_year: 1975, horsepower: 90 }],
  ["in-line four, 1.3L, 0–60 in 18 sec", { cylinders: 4, displacement: 79.33, acceleration: 18 }],
  ["3 cylinders? no, 4 cylinders", { cylinders: 4 }],
  ["it had 4 doors and 5 seats and a V8", { cylinders: 8 }],
  ["late seventies Italian with 85 hp", { origin: "Europe", horsepower: 85 }],
  ["the year is seventy-four and the power ninety-five hp", { model_year: 1974, horsepower: 95 }],
  ["from the summer of '79, four-cylinder", { model_year: 1979, cylinders: 4 }],
  ["a thousand kilos, sixty horsepower", { weight_lbs: 2204.62, horsepower: 60 }],
  ["zero to sixty in twelve point five", { acceleration: 12.5 }],
  ["12.8 sec for the sprint to sixty", { acceleration: 12.8 }],
  [
    "Datsun 1200, 4 cylinders, 1,613 lbs, 69 hp, 1971",
    { cylinders: 4, weight_lbs: 1613, horsepower: 69, model_year: 1971, origin: "Japan" },
  ],
  [
    "Chevy, 1973, V8, 350 ci, 145hp, 4082 pounds, 13 seconds",
    {
      model_year: 1973,
      cylinders: 8,
      displacement: 350,
      horsepower: 145,
      weight_lbs: 4082,
      acceleration: 13,
      origin: "USA",
    },
  ],
  [
    "how many miles per gallon for 4 cylinders, 2.3 litres, 2600 pounds",
    { cylinders: 4, displacement: 140.35, weight_lbs: 2600 },
  ],
  [
    "Italian, five cylinders, 1979, weighs 2,800 pounds, 103 horsepower",
    { origin: "Europe", cylinders: 5, model_year: 1979, weight_lbs: 2800, horsepower: 103 },
  ],
  ["my neighbour's VW from '72 does 0 to 60 in 20 secs", { model_year: 1972, acceleration: 20, origin: "Europe" }],
  ["'82 model, japan, 4 cyl, 107 ci", { model_year: 1982, origin: "Japan", cylinders: 4, displacement: 107 }],
  ["I have 300 dollars and an old 1975 American six cylinder", { model_year: 1975, origin: "USA", cylinders: 6 }],
  [
    "car of the year 77, 8 cylinder, weight 4 thousand pounds, power 150 hp",
    { model_year: 1977, cylinders: 8, weight_lbs: 4000, horsepower: 150 },
  ],
  ["What would a V6 from Detroit weighing 3200 lb get?", { cylinders: 6, weight_lbs: 3200, origin: "USA" }],
  ["weight: 1.5 t, power: 70 kW, built: 1979", { weight_lbs: 3306.93, horsepower: 93.87, model_year: 1979 }],
  [
    "4 cylinders, displacement 120, horsepower 88, weight 2957, acceleration 17, 1975, Europe",
    {
      cylinders: 4,
      displacement: 120,
      horsepower: 88,
      weight_lbs: 2957,
      acceleration: 17,
      model_year: 1975,
      origin: "Europe",
    },
  ],
  [
    "it takes it 14 seconds to do zero to sixty, has 110 hp and dates from 1978",
    { acceleration: 14, horsepower: 110, model_year: 1978 },
  ],
  [
    "she's a '71, six pots, 250 cubes, 100 horses, 3,300 pounds",
    { model_year: 1971, cylinders: 6, horsepower: 100, weight_lbs: 3300 },
  ],
  ["3 and a half thousand pounds, 8 cylinders", { weight_lbs: 3500, cylinders: 8 }],
  [
    "the 2 litre from Sweden, 1974, 2,900 lb, 98 hp",
    { displacement: 122.05, origin: "Europe", model_year: 1974, weight_lbs: 2900, horsepower: 98 },
  ],
  [
    "a 4-door from Germany with a four-cylinder of 97 cubic inches",
    { origin: "Europe", cylinders: 4, displacement: 97 },
  ],
  ["12 seconds from 0 to 60, 8 cyl, '70", { acceleration: 12, cylinders: 8, model_year: 1970 }],
  ["15 s to 60, 4-cyl, 1980 Honda", { acceleration: 15, cylinders: 4, model_year: 1980, origin: "Japan" }],
  [
    "1979, four cylinders, twenty one hundred lbs, sixty five horse",
    { horsepower: 65, model_year: 1979, cylinders: 4, weight_lbs: 2100 },
  ],
  ["weighs 2 tons and gets to sixty in 11 s", { weight_lbs: 4409.2, acceleration: 11 }],
  ["horsepower isn't known but the weight is 2500 lb", { weight_lbs: 2500 }],
  ["two 1976 cars with 4 cylinders", { model_year: 1976, cylinders: 4 }],
  ["model_year=76 origin=Japan cylinders=4", { model_year: 1976, origin: "Japan", cylinders: 4 }],
  [
    "Euro wagon, year seventy-seven, horsepower seventy eight, cylinders four",
    { model_year: 1977, horsepower: 78, cylinders: 4 },
  ],
  [
    "Opel, '75, 1.9 litres, four cylinders, 2,500 lbs",
    { model_year: 1975, displacement: 115.95, cylinders: 4, weight_lbs: 2500, origin: "Europe" },
  ],
  [
    "302 cid V8, 140 horses, three and a half thousand pounds, built in Detroit in '77",
    { displacement: 302, cylinders: 8, horsepower: 140, weight_lbs: 3500, model_year: 1977, origin: "USA" },
  ],
  ["a 1200 cc car from Japan with fifty-eight horsepower", { displacement: 73.23, origin: "Japan", horsepower: 58 }],
  [
    "grandpa's pickup: eight cylinders, 400 cubic inches, 170 hp, 11.5 seconds to sixty",
    { cylinders: 8, displacement: 400, horsepower: 170, acceleration: 11.5 },
  ],
  [
    "it has 98 hp and 250 cubic inches and weighs 3,525 lb and takes 19 seconds to reach sixty, 1977, America",
    { horsepower: 98, displacement: 250, weight_lbs: 3525, acceleration: 19, model_year: 1977, origin: "USA" },
  ],
  [
    "90 bhp / 2265 lb / 15.5 s / 1973 / Europe / 4 cyl / 98 ci",
    {
      horsepower: 90,
      weight_lbs: 2265,
      acceleration: 15.5,
      model_year: 1973,
      origin: "Europe",
      cylinders: 4,
      displacement: 98,
    },
  ],
  ["hp 90, lbs 2300, cyl 4, yr 78", { horsepower: 90, weight_lbs: 2300, cylinders: 4, model_year: 1978 }],
  [
    "the motor has 6 cylinder and power 105 horse, the weight is 1.6 ton",
    { cylinders: 6, horsepower: 105, weight_lbs: 3527.4 },
  ],
  ["I drove 300 miles in 5 hours in a 1972 Volvo with 112 hp", { model_year: 1972, horsepower: 112, origin: "Europe" }],
  ["bought it for 2000 dollars in 1980; it is a 1974 Fiat with 4 cylinders", { cylinders: 4, origin: "Europe" }],
  ["a 6 cylinder 1970s Ford", { cylinders: 6, origin: "USA" }],
  ["0-60 mph: 14.2 s. weight: 2,720 lb. year: '79.", { acceleration: 14.2, weight_lbs: 2720, model_year: 1979 }],
  ["from zero to 60 in just under sixteen seconds", { acceleration: 16 }],
])("reads the measures of %j", (text, values) => {
  expectValues(cars, text, values);
});
