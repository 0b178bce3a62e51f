import { expect, test } from "vitest";
import { Slots } from "./stream-slots.ts";

const never = new AbortController().signal;

test("who comes when all places are taken waits in order", async () => {
  const slots = new Slots(1);
  const first = await slots.take(never);
  const came: string[] = [];
  const second = slots.take(never).then((release) => {
    came.push("second");
    return release;
  });
  const third = slots.take(never).then(() => came.push("third"));
  await Promise.resolve();
  expect(came).toEqual([]);
  first?.();
  first?.();
  const release = await second;
  expect(came).toEqual(["second"]);
  release?.();
  await third;
  expect(came).toEqual(["second", "third"]);
});

test("who gives up while waiting takes nobody's place", async () => {
  const slots = new Slots(1);
  const first = await slots.take(never);
  const impatient = new AbortController();
  const left = slots.take(impatient.signal);
  impatient.abort();
  expect(await left).toBeUndefined();
  first?.();
  expect(await slots.take(never)).toBeDefined();
  expect(await slots.take(AbortSignal.abort())).toBeUndefined();
});
