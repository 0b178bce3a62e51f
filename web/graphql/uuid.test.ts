import { expect, test } from "vitest";
import { uuid } from "./uuid.ts";

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("makes a UUID with and without the browser's own", () => {
  expect(uuid()).toMatch(version4);
  const insecure = { getRandomValues: crypto.getRandomValues.bind(crypto) };
  const made = Array.from({ length: 50 }, () => uuid(insecure));
  for (const id of made) expect(id).toMatch(version4);
  expect(new Set(made).size).toBe(50);
});
