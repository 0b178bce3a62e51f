import { expect, test } from "vitest";
import { modelFilterOf, modelsPath } from "./model-filter.ts";

test("the address holds the filter, and only what can be one", () => {
  for (const path of ["/models", "/models?search=tit+an", "/models?search=a&stage=PRODUCTION"]) {
    expect(modelsPath(modelFilterOf(new URL(path, "http://localhost").searchParams))).toBe(path);
  }
  expect(modelFilterOf(new URLSearchParams("stage=toString"))).toEqual({ search: "", stage: "" });
});
