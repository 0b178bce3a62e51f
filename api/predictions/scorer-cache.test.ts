import { expect, test } from "vitest";
import type { Scorer } from "./scorer.ts";
import { openScorerCache } from "./scorer-cache.ts";

function fakeScorer() {
  const state = { closed: false };
  const scorer: Scorer = {
    score: async () => ({ value: "a", probabilities: null }),
    close: async () => {
      state.closed = true;
    },
  };
  return { state, load: async () => scorer };
}

test("concurrent loads of one key are one load", async () => {
  const cache = openScorerCache(2);
  let loads = 0;
  const load = () => {
    loads += 1;
    return fakeScorer().load();
  };
  await Promise.all([1, 2, 3].map(() => cache.with("a", load, (scorer) => scorer.score({}))));
  expect(loads).toBe(1);
});

test("a load that failed is tried again", async () => {
  const cache = openScorerCache(2);
  const failing = () => Promise.reject(new Error("no file"));
  await expect(cache.with("a", failing, async () => {})).rejects.toThrow("no file");
  const result = await cache.with("a", fakeScorer().load, (scorer) => scorer.score({}));
  expect(result.value).toBe("a");
});

test("the one used longest ago is closed when there are too many, but not while it is in use", async () => {
  const cache = openScorerCache(2);
  const [a, b, c, d] = [fakeScorer(), fakeScorer(), fakeScorer(), fakeScorer()];
  const nothing = async () => {};
  await cache.with("a", a.load, nothing);
  await cache.with("b", b.load, nothing);
  await cache.with("a", a.load, nothing);
  await cache.with("c", c.load, nothing);
  expect([a, b, c].map(({ state }) => state.closed)).toEqual([false, true, false]);
  await cache.with("a", a.load, async () => {
    await cache.with("c", c.load, nothing);
    await cache.with("d", d.load, nothing);
    expect(a.state.closed).toBe(false);
  });
  expect(a.state.closed).toBe(true);
  await cache.close();
  expect([c.state.closed, d.state.closed]).toEqual([true, true]);
});
