import { expect, test } from "vitest";
import { belowOfNewer, placeInWords, versionListOf, versionListPath, versionsVariables } from "./version-list.ts";

test("the address holds the page, the stage and what is chosen, and only what can be", () => {
  const listOf = (path: string) => versionListOf(new URL(path, "http://localhost").searchParams);
  for (const path of ["/models/a%20b", "/models/a%20b?stage=CANDIDATE&below=37&compare=3,12"]) {
    expect(versionListPath("a b", listOf(path))).toBe(path);
  }
  expect(listOf("/?stage=toString&below=x&compare=0,12,3,12")).toEqual({ stage: "", below: null, chosen: [3, 12] });
});

test("a page is asked for by the number that it lies below, with the page before it", () => {
  expect(versionsVariables("titanic", { stage: "", below: null })).toMatchObject({ filter: null, isLater: false });
  expect(versionsVariables("titanic", { stage: "ARCHIVED", below: 37 })).toMatchObject({
    filter: "stage = 'ARCHIVED' AND version_number < 37",
    isLater: true,
    newer: "stage = 'ARCHIVED' AND version_number >= 37",
  });
});

test("the page before begins above its newest version; the first one begins with whatever is newest", () => {
  const nodes = [37, 38, 40].map((version) => ({ version }));
  expect(belowOfNewer({ totalCount: 11, nodes })).toBe(41);
  expect(belowOfNewer({ totalCount: 10, nodes })).toBeNull();
  expect(belowOfNewer({ totalCount: 0, nodes: [] })).toBeNull();
});

test("says where in the list one is", () => {
  expect(placeInWords({ newer: 10, here: 10, total: 46 })).toBe("11 to 20 of 46 versions");
  expect(placeInWords({ newer: 45, here: 1, total: 46 })).toBe("46 of 46 versions");
  expect(placeInWords({ newer: 0, here: 3, total: 3 })).toBe("3 versions");
  expect(placeInWords({ newer: 0, here: 0, total: 46 })).toBe("None of 46 versions");
});
