import { expect, test } from "vitest";
import { type LiveAction, type LiveTurns, liveTurns, type StreamedEvent } from "./live-turns.ts";

const run = (...actions: LiveAction[]): LiveTurns => actions.reduce(liveTurns, []);
const event = (seq: number, type: StreamedEvent["type"], payload: object = {}, turnId = "t"): StreamedEvent => ({
  seq,
  turnId,
  type,
  payload,
});
const events = (...all: StreamedEvent[]): LiveAction => ({ type: "events", events: all });

test("a turn is built from its events in order", () => {
  const turns = run(
    { type: "sent", turnId: "t", message: "Hi" },
    events(
      event(1, "TURN_STARTED", { message: "Hi" }),
      event(2, "STEP", { step: "interpret", label: "Reading the message" }),
      event(3, "TOKEN", { text: "Hello" }),
      event(4, "TOKEN", { text: " there" }),
      event(5, "CARD", { index: 0 }),
      event(6, "TURN_COMPLETED", { kind: "HELP" }),
    ),
  );
  expect(turns).toEqual([
    {
      id: "t",
      message: "Hi",
      status: "COMPLETED",
      steps: [{ step: "interpret", label: "Reading the message" }],
      content: "Hello there",
      cards: 1,
    },
  ]);
});

test("a turn that begins again after a crash forgets what it had said", () => {
  const [turn] = run(
    events(event(1, "TURN_STARTED", { message: "Hi" }), event(2, "TOKEN", { text: "Hel" })),
    events(event(3, "TURN_STARTED", { message: "Hi" }), event(4, "TOKEN", { text: "Hello" })),
  );
  expect(turn?.content).toBe("Hello");
});

test("a failed request does not unsend a turn that the stream has told of", () => {
  const sent: LiveAction = { type: "sent", turnId: "t", message: "Hi" };
  const lost: LiveAction = { type: "unsent", turnId: "t", problem: "no network", waiting: true };
  expect(run(sent, events(event(1, "TURN_STARTED", { message: "Hi" })), lost)[0]?.status).toBe("RUNNING");
  expect(run(sent, lost)[0]).toMatchObject({ status: "UNSENT", problem: "no network", message: "Hi" });
  const refused: LiveAction = { ...lost, problem: "too long", waiting: false };
  expect(run(sent, lost, refused)[0]).toMatchObject({ status: "UNSENT", problem: "too long", waiting: false });
});

test("turns that can be read whole leave", () => {
  const turns = run(events(event(1, "TURN_STARTED"), event(2, "TURN_STARTED", {}, "u")), {
    type: "settled",
    turnIds: new Set(["t"]),
  });
  expect(turns.map(({ id }) => id)).toEqual(["u"]);
});

test("odd payloads harm nothing", () => {
  expect(run(events({ seq: 1, turnId: "t", type: "TOKEN", payload: null }))[0]?.content).toBe("");
});
