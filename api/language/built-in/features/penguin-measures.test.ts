import { test } from "vitest";
import { penguins } from "../../../models/definitions/penguins.ts";
import { expectValues } from "./testing/expect-values.ts";

test.each<[string, Record<string, string | number>]>([
  [
    "torgersen female bill length 38.5 depth 18",
    { island: "Torgersen", sex: "female", bill_length_mm: 38.5, bill_depth_mm: 18 },
  ],
  ["mass 3.6 kg flipper somewhere 180 to 195", { body_mass_g: 3600 }],
  ["bill 47 by 15 mm, flipper 215 mm", { bill_length_mm: 47, bill_depth_mm: 15, flipper_length_mm: 215 }],
  [
    "beak: 39 x 18 mm. flipper 185. 3.5kg, hen",
    { bill_length_mm: 39, bill_depth_mm: 18, flipper_length_mm: 185, body_mass_g: 3500, sex: "female" },
  ],
  ["bill measures 45.2 × 14.1 mm", { bill_length_mm: 45.2, bill_depth_mm: 14.1 }],
  ["weighs two kilos seven hundred", { body_mass_g: 2700 }],
  [
    "it weighs four and a half kilos and its flipper is twenty centimetres",
    { body_mass_g: 4500, flipper_length_mm: 200 },
  ],
  ["weight 3 kilos and a half, male", { body_mass_g: 3500, sex: "male" }],
  ["three point eight kg", { body_mass_g: 3800 }],
  ["4,5 kg and a flipper of 21,3 cm", { body_mass_g: 4500, flipper_length_mm: 213 }],
  [
    "flipper_length_mm: 193, bill_depth_mm: 18.1, bill_length_mm: 40.3",
    { flipper_length_mm: 193, bill_depth_mm: 18.1, bill_length_mm: 40.3 },
  ],
  ["body_mass_g=4200 island=Biscoe sex=female", { body_mass_g: 4200, island: "Biscoe", sex: "female" }],
  [
    "Torgerson island, femail, flippper 190 milimeters, 3600 grms",
    { island: "Torgersen", sex: "female", flipper_length_mm: 190, body_mass_g: 3600 },
  ],
  ["culmen length 50, culmen depth 16, on Dream", { bill_length_mm: 50, bill_depth_mm: 16, island: "Dream" }],
  ["bill length/depth 46/17, flippers 200", { bill_length_mm: 46, bill_depth_mm: 17, flipper_length_mm: 200 }],
  [
    "the bill is 4.9 cm long, depth 1.5 cm, wing 22 cm",
    { bill_length_mm: 49, bill_depth_mm: 15, flipper_length_mm: 220 },
  ],
  ["14 mm deep and 48 mm long bill", { bill_depth_mm: 14, bill_length_mm: 48 }],
  ["body mass of 5,050 grams, he lives at Biscoe", { body_mass_g: 5050, sex: "male", island: "Biscoe" }],
  ["weighing about 4 thousand grams", { body_mass_g: 4000 }],
  ["4.1k grams, flippers 19 cm", { body_mass_g: 4100, flipper_length_mm: 190 }],
  [
    "we counted 212 birds, this one has a 50 mm bill length and weighs 3 kilos 800",
    { bill_length_mm: 50, body_mass_g: 3800 },
  ],
  ["flipper of nineteen and a half cm", { flipper_length_mm: 195 }],
  ["three and three quarter kilos", { body_mass_g: 3750 }],
  ["sex: F, island: Dream, mass: 3.7 kg", { sex: "female", island: "Dream", body_mass_g: 3700 }],
  ["a male, not a female, flipper 195", { sex: "male", flipper_length_mm: 195 }],
  ["bill depth is 18 while length is 39", { bill_depth_mm: 18, bill_length_mm: 39 }],
  [
    "length of bill: 41.1, depth of bill: 17.5, length of flipper: 189, weight: 3.9 kg",
    { bill_length_mm: 41.1, bill_depth_mm: 17.5, flipper_length_mm: 189, body_mass_g: 3900 },
  ],
  ["bird 7: 3400 g, flipper 181", { body_mass_g: 3400, flipper_length_mm: 181 }],
  [
    "46.5 mm beak, 17.9 mm depth, 192 mm flipper, 3500 g",
    { bill_length_mm: 46.5, bill_depth_mm: 17.9, flipper_length_mm: 192, body_mass_g: 3500 },
  ],
  ["depth eighteen point seven, bill length thirty-nine point one mm", { bill_depth_mm: 18.7, bill_length_mm: 39.1 }],
  [
    "this female on Dream: bill 17.1 mm deep, 45.2 mm long; 3.4 kilos; wing 19.1 cm",
    {
      sex: "female",
      island: "Dream",
      bill_depth_mm: 17.1,
      bill_length_mm: 45.2,
      body_mass_g: 3400,
      flipper_length_mm: 191,
    },
  ],
  [
    "It has a bill of length 38.9 and depth 17.8 and flippers of 181",
    { bill_length_mm: 38.9, bill_depth_mm: 17.8, flipper_length_mm: 181 },
  ],
  ["bill is 50 long, 15.2 deep", { bill_length_mm: 50, bill_depth_mm: 15.2 }],
  [
    "beak 46.1 long, 13.2 deep, flipper 211 long, 4.5 kilograms",
    { bill_length_mm: 46.1, bill_depth_mm: 13.2, flipper_length_mm: 211, body_mass_g: 4500 },
  ],
  [
    "Day 12, tent 3. Biscoe. Male bird, 5,400 grams, flipper 22.5 cm.",
    { island: "Biscoe", sex: "male", body_mass_g: 5400, flipper_length_mm: 225 },
  ],
  ["it was -12 degrees when we weighed it: 4.2 kg. Torgersen.", { body_mass_g: 4200, island: "Torgersen" }],
  [
    "bill_length 44, bill_depth 17, flipper_length 195, body_mass 4000",
    { bill_length_mm: 44, bill_depth_mm: 17, flipper_length_mm: 195, body_mass_g: 4000 },
  ],
  [
    "bill length mm 44.1, bill depth mm 18, body mass g 4000",
    { bill_length_mm: 44.1, bill_depth_mm: 18, body_mass_g: 4000 },
  ],
  ["length of the beak 4.1 centimeters, its depth 1.9 centimeters", { bill_length_mm: 41, bill_depth_mm: 19 }],
  ["a 5 kilo male with 220 mm flippers", { body_mass_g: 5000, sex: "male", flipper_length_mm: 220 }],
  ["flipper about 8 inches, mass 9 lb", { flipper_length_mm: 203.2, body_mass_g: 4082.33 }],
  ["9 pounds 4 ounces", { body_mass_g: 4195.7 }],
  ["3.400 g and 190 mm flipper", { body_mass_g: 3400, flipper_length_mm: 190 }],
  ["3kg500, female", { body_mass_g: 3500, sex: "female" }],
  [
    "female. 3450g. 17.3mm bill depth. 186mm flipper. Torgersen.",
    { sex: "female", body_mass_g: 3450, bill_depth_mm: 17.3, flipper_length_mm: 186, island: "Torgersen" },
  ],
  ["The bird has the beak of 40 millimeters and the fin of 18 centimeters", {}],
  [
    "wieght 4 kilo, flipper lenght 195, bil lenght 42",
    { body_mass_g: 4000, flipper_length_mm: 195, bill_length_mm: 42 },
  ],
  ["I walked 3 km and took 20 photos; this one, a female, weighs 3.6 kg", { sex: "female", body_mass_g: 3600 }],
  [
    "body mass: 4.25kg / flipper: 19.9cm / bill: 49mm long, 19mm deep / island: Dream / sex: male",
    { body_mass_g: 4250, flipper_length_mm: 199, bill_length_mm: 49, bill_depth_mm: 19, island: "Dream", sex: "male" },
  ],
  ["the flipper is not 190 but 195 mm", { flipper_length_mm: 195 }],
  ["weighs 4 kg, no wait, 4.3 kg", { body_mass_g: 4300 }],
  ["about one foot of... no, flipper 200 mm", { flipper_length_mm: 200 }],
  ["190mm flippers on a hen weighing 3,200", { flipper_length_mm: 190, sex: "female", body_mass_g: 3200 }],
  ["fat one, 6 kg, male, from Biscoe; bill 5 cm", { body_mass_g: 6000, sex: "male", island: "Biscoe" }],
  [
    "we netted a hen at the Dream colony: scale said 3,275 grams, flipper ruler 188 mm, bill 36.9 by 18.6",
    {
      sex: "female",
      island: "Dream",
      body_mass_g: 3275,
      flipper_length_mm: 188,
      bill_length_mm: 36.9,
      bill_depth_mm: 18.6,
    },
  ],
  ["tag 402, 3 years old, male, 4.6 kilos, on Biscoe", { sex: "male", body_mass_g: 4600, island: "Biscoe" }],
  [
    "flipper two hundred and ten millimetres, mass four thousand six hundred grams",
    { flipper_length_mm: 210, body_mass_g: 4600 },
  ],
  ["I measured twice: bill length 44.5 mm, depth 15.7 mm", { bill_length_mm: 44.5, bill_depth_mm: 15.7 }],
  ["16 mm is the depth of its bill, 47 mm the length", { bill_depth_mm: 16, bill_length_mm: 47 }],
  [
    "Its bill is forty-six millimetres long and its flipper two hundred and three",
    { bill_length_mm: 46, flipper_length_mm: 203 },
  ],
  [
    "weight=3.3kg;flipper=187mm;sex=female;island=Torgersen",
    { body_mass_g: 3300, flipper_length_mm: 187, sex: "female", island: "Torgersen" },
  ],
  [
    "female penguin has weight of 3 kilo 300 gram and flipper of 19 centimeter",
    { sex: "female", body_mass_g: 3300, flipper_length_mm: 190 },
  ],
  ["mass 4675 g, L bill 46.5, D bill 14.5", { body_mass_g: 4675 }],
  ["he waddled 40 m in 30 s; weight 5.1 kg; Biscoe", { sex: "male", body_mass_g: 5100, island: "Biscoe" }],
  ["not on Dream but on Torgersen, 3.9 kg", { island: "Torgersen", body_mass_g: 3900 }],
  [
    "bill length around 39, bill depth around 18.5, flipper around 190, mass around 3800",
    { bill_length_mm: 39, bill_depth_mm: 18.5, flipper_length_mm: 190, body_mass_g: 3800 },
  ],
  ["flipper: 0.19 m", { flipper_length_mm: 190 }],
  ["The penguin weigh 4 kg 200 and have beak long of 4 cm", { body_mass_g: 4200, bill_length_mm: 40 }],
])("reads the measures of %j", (text, values) => {
  expectValues(penguins, text, values);
});
