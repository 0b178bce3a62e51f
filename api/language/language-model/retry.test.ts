import { describe, expect, test, vi } from "vitest";
import { backOff, withRetries } from "./retry.ts";

const never = new AbortController().signal;

function failing(...failures: object[]) {
  const call = vi.fn(async () => {
    const failure = failures.shift();
    if (failure) throw Object.assign(new Error("no"), failure);
    return "answer";
  });
  return call;
}

describe("the wait before another try", () => {
  test.each([
    [1, 100, 400],
    [2, 100, 800],
    [3, 100, 1_600],
    [9, 100, 5_000],
  ])("after %i failed calls lies from %i to %i ms, evenly", (calls, least, most) => {
    expect(backOff(calls, () => 0)).toBe(least);
    expect(backOff(calls, () => 0.5)).toBe((least + most) / 2);
    expect(backOff(calls, () => 0.999_999)).toBeCloseTo(most, 1);
  });

  test("is the provider's own when it names one", async () => {
    const call = failing({ status: 429, headers: new Headers({ "retry-after": "0" }) });
    // With this back-off there would be no time for another try.
    expect(
      await withRetries(
        call,
        never,
        () => 50,
        () => 1,
      ),
    ).toBe("answer");
    expect(call).toHaveBeenCalledTimes(2);
  });

  test.each([
    ["the provider's", { status: 503, headers: { "retry-after": "3" } }],
    [
      "a date of the provider's",
      { status: 503, headers: { "retry-after": new Date(Date.now() + 9_000).toUTCString() } },
    ],
    ["milliseconds of the provider's", { status: 503, headers: { "retry-after": "0", "retry-after-ms": "2900" } }],
  ])("is not begun when it, %s, is longer than what is left", async (_whose, failure) => {
    const call = failing(failure);
    // There would be time for the least of our own.
    await expect(
      withRetries(
        call,
        never,
        () => 2_000,
        () => 0,
      ),
    ).rejects.toMatchObject({ status: 503 });
    expect(call).toHaveBeenCalledTimes(1);
  });

  test("is not begun when our own is longer than what is left", async () => {
    const call = failing({ status: 500 });
    await expect(
      withRetries(
        call,
        never,
        () => 90,
        () => 0,
      ),
    ).rejects.toMatchObject({ status: 500 });
    expect(call).toHaveBeenCalledTimes(1);
  });
});

test.each([{ status: 400 }, { status: 401 }, { status: 404 }, { name: "AbortError" }, {}])(
  "%j is not tried again",
  async (failure) => {
    const call = failing(failure);
    await expect(
      withRetries(
        call,
        never,
        () => 60_000,
        () => 0,
      ),
    ).rejects.toMatchObject(failure);
    expect(call).toHaveBeenCalledTimes(1);
  },
);

test("four calls are all", async () => {
  const call = failing({ status: 500 }, { status: 502 }, { code: "ECONNRESET" }, { status: 504 });
  await expect(
    withRetries(
      call,
      never,
      () => 60_000,
      () => 0,
    ),
  ).rejects.toMatchObject({ status: 504 });
  expect(call).toHaveBeenCalledTimes(4);
});

test("an abort ends the wait", async () => {
  const caller = new AbortController();
  const call = failing({ status: 503, headers: { "retry-after": "60" } });
  const tried = withRetries(call, caller.signal, () => 120_000);
  await vi.waitUntil(() => call.mock.calls.length > 0);
  caller.abort();
  await expect(tried).rejects.toThrow();
  expect(call).toHaveBeenCalledTimes(1);
});
