import { expect, test } from "vitest";
import { pathOfClientLink } from "./client-link.ts";

test.each([
  ["#/experiments/1/runs/0123abcd", "/experiments/1/runs/0123abcd"],
  ["#/experiments/1/runs/0123abcd/artifacts/model", "/experiments/1/runs/0123abcd"],
  ["#/experiments/1", "/experiments/1"],
  ["#/experiments/1/evaluation-runs", "/experiments/1"],
  ["#/experiments/1?workspace=team", "/experiments/1"],
  ["#/experiments/1/runs", "/experiments/1"],
  ["#/experiments/1/models/m-0123", "/experiments/1/models/m-0123"],
  ["#/models/titanic/versions/3", "/models/titanic"],
  ["#/models/a%20b", "/models/a%20b"],
  ["#/models/100%", "/models/100%25"],
  ["#/models", "/models"],
])("%s leads to %s", (hash, path) => {
  expect(pathOfClientLink(hash)).toBe(path);
});

test.each(["", "#", "#/", "#main", "#/experiments", "#/compare-runs", "#//example.com"])("%j leads nowhere", (hash) => {
  expect(pathOfClientLink(hash)).toBeNull();
});
