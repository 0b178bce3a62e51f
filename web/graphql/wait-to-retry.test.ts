import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { waitToRetry } from "./wait-to-retry.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", new EventTarget());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Whether a wait is over. */
function begin(attempt: number, signal = new AbortController().signal) {
  const wait = { over: false };
  void waitToRetry(attempt, signal).then(() => {
    wait.over = true;
  });
  return wait;
}

test.each([1, 2, 5, 50])("try %i comes after 2.5 s at the latest, not at once", async (attempt) => {
  const wait = begin(attempt);
  await vi.advanceTimersByTimeAsync(200);
  expect(wait.over).toBe(false);
  await vi.advanceTimersByTimeAsync(2_300);
  expect(wait.over).toBe(true);
});

test.each(["online", "focus"])("a wait ends at once with the window's event %s", async (event) => {
  const wait = begin(50);
  window.dispatchEvent(new Event(event));
  await vi.advanceTimersByTimeAsync(0);
  expect(wait.over).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});
