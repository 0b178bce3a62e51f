import { expect, test } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { nearestWord, repairTargets } from "./repair-typos.ts";

const targets = [
  repairTargets(["train", "promote", "promoted", "version", "cherbourg", "female", "southampton", "back"]),
];

test("counts a swap of neighbours as one edit, and stops at the limit", () => {
  expect(editDistance("trian", "train", 2)).toBe(1);
  expect(editDistance("promte", "promote", 2)).toBe(1);
  expect(editDistance("abc", "xyz", 2)).toBe(3);
});

test.each([
  ["trian", "train"],
  ["promte", "promote"],
  ["cherburg", "cherbourg"],
  ["femail", "female"],
  ["verson", "version"],
  ["southhamptn", "southampton"],
  ["bck", "back"],
])("repairs %s to %s", (said, meant) => {
  expect(nearestWord(said, targets)).toBe(meant);
});

test.each(["banana", "cat", "prawn", "fetal"])("leaves %s", (word) => {
  expect(nearestWord(word, targets)).toBeUndefined();
});
