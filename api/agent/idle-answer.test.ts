import { describe, expect, it, test } from "vitest";
import type { Intent, InterpretedIntent } from "../language/interpreter.ts";
import { idleAnswer } from "./idle-answer.ts";

const world = { models: [] };
const asked = (intent: Intent): { act: "REQUEST"; intents: InterpretedIntent[] } => ({
  act: "REQUEST",
  intents: [{ intent, confidence: 0.8, slots: {}, missing: [], evidence: [], problems: [] }],
});
const reply = (message: string, isOpen = false) => idleAnswer(message, asked("OUT_OF_SCOPE"), world, isOpen);

describe("when nothing waits for an answer", () => {
  it.each(["yes", "Yes, please!", "ok", "go ahead", "👍", "1", "#2", "the second one", "option 3", "do it"])(
    "%j is told that nothing does",
    (message) => {
      expect(reply(message)).toMatchObject({
        kind: "CLARIFICATION",
        content: expect.stringContaining("Nothing is waiting for an answer"),
      });
    },
  );

  it.each(["no", "No thanks, not now", "never mind", "nevermind", "forget it", "cancel that", "stop", "not yet"])(
    "%j is taken kindly",
    (message) => {
      expect(reply(message)).toMatchObject({ kind: "CANCELLED", content: "All right. Nothing was changed." });
    },
  );

  it.each([
    "don't promote version 2",
    "please don’t delete anything",
    "do not remove titanic",
    "Never delete titanic",
    "let's not archive it",
    "I don't want to promote it",
    "no, don't train it",
  ])("%j is promised", (message) => {
    expect(reply(message)).toMatchObject({ kind: "CANCELLED", content: expect.stringContaining("I won’t") });
  });

  it.each(["bye", "Good night!", "ok thanks, see you later"])("%j is answered in kind", (message) => {
    expect(reply(message)).toMatchObject({ kind: "HELP", content: expect.stringContaining("Goodbye") });
  });

  it.each(["thanks", "ok, thank you very much", "Great, thanks!"])("%j is answered in kind", (message) => {
    expect(reply(message)).toMatchObject({ kind: "HELP", content: "You’re welcome." });
  });
});

test.each([
  "what's the weather",
  "yes means no in Bulgaria",
  "stop and frisk is a policy",
  "1 + 1",
  "nobody knows",
  "don't you think it is cold?",
  "thanks to the rain we stayed in",
  "hi",
  "",
])("%j is none of these", (message) => {
  expect(reply(message)).toBeNull();
});

test("a message that asks for something is served, whatever its words", () => {
  expect(idleAnswer("yes", asked("PROMOTE"), world, false)).toBeNull();
  expect(idleAnswer("never mind", { act: "CANCEL", intents: [] }, world, true)).toBeNull();
});

test("a bare yes to a question that it doesn't answer leaves the question open", () => {
  expect(reply("yes", true)).toMatchObject({
    kind: "CLARIFICATION",
    content: expect.not.stringContaining("Nothing is waiting"),
  });
});
