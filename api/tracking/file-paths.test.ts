import { expect, test } from "vitest";
import { filePath } from "./file-paths.ts";

test("a path is names with slashes between; slashes at its end say nothing", () => {
  expect(filePath("0/run/artifacts/model/MLmodel")).toBe("0/run/artifacts/model/MLmodel");
  expect(filePath("0/run/artifacts///")).toBe("0/run/artifacts");
});

test.each([
  "",
  "/",
  "a//b",
  "../a",
  "a/./b",
  "a\\b",
  "a\u0000b",
  "a".repeat(256),
  "a/".repeat(600),
  `${"/".repeat(1_000_000)}x`,
])("%j leads elsewhere, or nowhere", (path) => {
  expect(() => filePath(path)).toThrow("A file's path is names");
});
