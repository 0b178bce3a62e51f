import { expect, test } from "vitest";
import { runsOfAddress } from "./runs-of-address.ts";

test("an address says what to find and how to sort", () => {
  const address = new URLSearchParams({ filter: "metrics.a > 1", order: "metrics.a DESC, start_time" });
  expect(runsOfAddress("1", address)).toEqual({
    id: "1",
    filter: "metrics.a > 1",
    orderBy: ["metrics.a DESC", "start_time"],
    after: null,
  });
});

test("one that says nothing asks for all", () => {
  expect(runsOfAddress("1", new URLSearchParams({ filter: "", order: " , " }), "x")).toEqual({
    id: "1",
    filter: null,
    orderBy: null,
    after: "x",
  });
});
