import { expect, test } from "vitest";
import { type OutboxSurroundings, type OutgoingMessage, openOutbox, type SendResult } from "./outbox.ts";

const lost: SendResult = { kind: "unreachable", problem: "no network" };
const arrived: SendResult = { kind: "arrived" };

/** Surroundings whose answers and waits the test decides. */
function surroundings(answers: SendResult[]) {
  const sent: string[] = [];
  const waits: { attempt: number; signal: AbortSignal; end: () => void }[] = [];
  const unsent: [turnId: string, waiting: boolean][] = [];
  const kept: string[][] = [];
  const gone: string[] = [];
  let idle = () => {};
  const given: OutboxSurroundings = {
    async send({ turnId }) {
      sent.push(turnId);
      return answers.shift() ?? arrived;
    },
    backOff: (attempt, signal) =>
      new Promise<void>((end) => {
        signal.addEventListener("abort", () => end(), { once: true });
        waits.push({ attempt, signal, end });
        idle();
      }),
    keep: (messages) => {
      kept.push(messages.map(({ turnId }) => turnId));
      if (messages.length === 0) idle();
    },
    onUnsent: ({ turnId }, _problem, waiting) => unsent.push([turnId, waiting]),
    onGone: () => {
      gone.push(...(kept.at(-1) ?? []));
      idle();
    },
  };
  /** Ends when the outbox waits, or has nothing left. */
  const settled = () =>
    new Promise<void>((resolve) => {
      idle = resolve;
    });
  return { given, sent, waits, unsent, kept, gone, settled };
}

const message = (turnId: string): OutgoingMessage => ({ turnId, message: turnId });

test("what waits behind a message is sent as soon as that one's reply is there, whatever becomes of its sending", async () => {
  const world = surroundings([]);
  const sent: string[] = [];
  const outbox = openOutbox({
    ...world.given,
    send: ({ turnId }) => {
      sent.push(turnId);
      return turnId === "a" ? new Promise<SendResult>(() => {}) : Promise.resolve(arrived);
    },
  });
  outbox.add(message("a"));
  outbox.add(message("b"));
  outbox.arrived("b");
  expect(sent).toEqual(["a"]);
  const settled = world.settled();
  outbox.arrived("a");
  await settled;
  expect(sent).toEqual(["a", "b"]);
  expect(world.kept.at(-1)).toEqual([]);
});

test("what can't be sent is sent again by itself until it arrives, each wait longer than the one before", async () => {
  const world = surroundings([lost, lost, arrived]);
  const outbox = openOutbox(world.given);
  let settled = world.settled();
  outbox.add(message("a"));
  await settled;
  expect(world.unsent).toEqual([["a", true]]);
  settled = world.settled();
  world.waits[0]?.end();
  await settled;
  settled = world.settled();
  world.waits[1]?.end();
  await settled;
  expect(world.sent).toEqual(["a", "a", "a"]);
  expect(world.waits.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(world.kept).toEqual([["a"], []]);
});

test("later messages stay behind the one that waits; a new one makes the outbox try at once", async () => {
  const world = surroundings([lost]);
  const outbox = openOutbox(world.given);
  let settled = world.settled();
  outbox.add(message("a"));
  await settled;
  settled = world.settled();
  outbox.add(message("b"));
  await settled;
  expect(world.sent).toEqual(["a", "a", "b"]);
  expect(world.waits[0]?.signal.aborted).toBe(true);
});

test("what was refused is not sent again", async () => {
  const world = surroundings([{ kind: "refused", problem: "too long" }]);
  const outbox = openOutbox(world.given);
  const settled = world.settled();
  outbox.add(message("a"));
  await settled;
  expect(world.sent).toEqual(["a"]);
  expect(world.unsent).toEqual([["a", false]]);
  expect(world.kept).toEqual([["a"], []]);
});

test("a closed outbox sends nothing more, and keeps what has not arrived", async () => {
  const world = surroundings([lost]);
  const outbox = openOutbox(world.given);
  const settled = world.settled();
  outbox.add(message("a"));
  await settled;
  outbox.close();
  await Promise.resolve();
  expect(world.waits[0]?.signal.aborted).toBe(true);
  expect(world.sent).toEqual(["a"]);
  expect(world.kept).toEqual([["a"]]);
});

test("a conversation that is gone is told of once; what was said to it stays kept, and is not sent there again", async () => {
  const world = surroundings([{ kind: "gone" }]);
  const outbox = openOutbox(world.given);
  const settled = world.settled();
  outbox.add(message("a"));
  outbox.add(message("b"));
  await settled;
  expect(world.gone).toEqual(["a", "b"]);
  expect(world.sent).toEqual(["a"]);
  expect(world.unsent).toEqual([]);
});
