import { expect, test } from "vitest";
import { readTogether } from "./read-together.ts";

function reader() {
  const readings: string[][] = [];
  const read = async (ids: string[]) => {
    readings.push(ids);
    return new Map(ids.filter((id) => id !== "none").map((id) => [id, `of ${id}`]));
  };
  return { readings, read };
}

test("what the rows of a list ask for is one reading; a row that has nothing is told so", async () => {
  const { readings, read } = reader();
  const request = {};
  const ask = (id: string) => readTogether(request, { key: "versions", id, read });
  // A resolver that comes a little later, as those do that wait for a check.
  const later = Promise.resolve().then(() => ask("c"));
  expect(await Promise.all([ask("a"), ask("b"), ask("none"), ask("a"), later])).toEqual([
    "of a",
    "of b",
    undefined,
    "of a",
    "of c",
  ]);
  expect(readings).toEqual([["a", "b", "none", "c"]]);
});

test("another key, another request and a later time are readings of their own", async () => {
  const { readings, read } = reader();
  const request = {};
  await Promise.all([
    readTogether(request, { key: "versions", id: "a", read }),
    readTogether(request, { key: "counts", id: "a", read }),
    readTogether({}, { key: "versions", id: "b", read }),
  ]);
  await readTogether(request, { key: "versions", id: "c", read });
  expect(readings).toEqual([["a"], ["a"], ["b"], ["c"]]);
});

test("a reading that fails fails for all that asked, and not for those who ask again", async () => {
  const { read } = reader();
  const request = {};
  const fails = () => Promise.reject(new Error("no database"));
  const asked = ["a", "b"].map((id) => readTogether(request, { key: "versions", id, read: fails }));
  expect(await Promise.allSettled(asked)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  expect(await readTogether(request, { key: "versions", id: "a", read })).toBe("of a");
});
