import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PendingOf } from "../chat/pending.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";
import { aboutOpenQuestion } from "./open-question.ts";

const nothing = { act: "REQUEST" as const, intents: [] };
const confirmation: PendingOf<"CONFIRMATION"> = {
  kind: "CONFIRMATION",
  intent: "PROMOTE",
  action: "promoteVersion",
  title: "Promote version 2 of titanic",
  question: "Promote version 2 of `titanic`?",
  effects: ["titanic version 2 goes from candidate to production.", "titanic version 1 leaves production."],
  gates: [{ name: "artifact", passed: true, detail: "The file is whole." }],
  digest: "0".repeat(64),
  expiresAt: "2026-11-24T10:15:00.000Z",
};
const features: PendingOf<"FEATURES"> = {
  kind: "FEATURES",
  intent: "PREDICT",
  model: "titanic",
  version: 1,
  definition: titanic,
  values: { sex: "female", pclass: "3" },
  missing: ["embarked", "age_group"],
  weak: [],
  problems: [],
};

describe("while a plan waits for a yes", () => {
  it.each([
    "what would change?",
    "What will change exactly?",
    "what happens then?",
    "what happens if I say yes?",
    "what does that do?",
    "why?",
    "show me the plan",
    "can that be undone?",
  ])("%j is told all of its effects and gates", (message) => {
    expect(aboutOpenQuestion(message, nothing, confirmation)).toMatchObject({
      kind: "HELP",
      content:
        "If you say yes:\n- titanic version 2 goes from candidate to production.\n- titanic version 1 leaves production.\n- Checked: The file is whole.",
    });
  });

  it.each(["yes but not now", "maybe", "ok, later", "yes, but let me think", "I'm not sure"])(
    "%j does nothing, and leaves it open",
    (message) => {
      expect(aboutOpenQuestion(message, nothing, confirmation)?.content).toBe(
        "All right, nothing is done yet. The question stays open until 10:15 UTC.",
      );
    },
  );

  it.each([
    "what's the weather",
    "what can you do?",
    "how do I train titanic?",
    "what happens if I remove titanic?",
    "hi",
  ])("%j is no question about it", (message) => {
    expect(aboutOpenQuestion(message, nothing, confirmation)).toBeNull();
  });
});

describe("while features are waited for", () => {
  it.each(["I do not know the port", "I don't know", "no idea about the port", "the port is not known"])(
    "%j is told what to do without",
    (message) => {
      expect(aboutOpenQuestion(message, nothing, features)?.content).toContain("no prediction without the **port**");
    },
  );

  it("tells why a feature is needed, and what it means", () => {
    expect(aboutOpenQuestion("why do you need the port?", nothing, features)?.content).toContain("needs all of them");
    expect(aboutOpenQuestion("what does age group mean?", nothing, features)?.content).toMatch(
      /The \*\*age group\*\*: /,
    );
  });

  it.each(["what's the weather", "tell me a joke", "why is the sky so very blue today?"])(
    "%j is no question about it",
    (message) => {
      expect(aboutOpenQuestion(message, nothing, features)).toBeNull();
    },
  );
});

it("leaves alone what asks for something, or answers", () => {
  const asks = { intent: "AUDIT_HISTORY" as const, confidence: 1, slots: {}, missing: [], evidence: [], problems: [] };
  expect(aboutOpenQuestion("what would change?", { act: "REQUEST", intents: [asks] }, confirmation)).toBeNull();
  expect(aboutOpenQuestion("maybe", { act: "AFFIRM", intents: [] }, confirmation)).toBeNull();
});

describe("in a conversation", () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
    await trainTitanic(product);
  });
  afterAll(() => product.stop());

  it("answers, asks again, and then takes the yes", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("promote version 1 of titanic");
    for (const message of ["what would change?", "yes but not now", "what's the weather"]) {
      const turn = await talk.say(message);
      expect(turn.pending?.id, message).toBe(asked.pending.id);
      expect(turn.content).toContain("Back to the open question.");
    }
    expect((await talk.say("what would change?")).content).toContain("- titanic version 1 goes from candidate");
    expect((await talk.say("yes")).kind).toBe("PROMOTED");
    const open = await talk.say("a woman in third class");
    for (const message of ["I do not know the port", "why do you need the port?"]) {
      const turn = await talk.say(message);
      expect(turn.pending?.kind, message).toBe("FEATURES");
      expect(turn.content, message).toMatch(/the \*\*port\*\*/i);
      expect(turn.kind, message).not.toBe("OUT_OF_SCOPE");
    }
    expect(open.kind).toBe("MISSING_INPUTS");
    expect((await talk.say("Southampton, adult")).kind).toBe("PREDICTION");
  });

  it("answers how things work by their topic, while something waits or not", async () => {
    const talk = conversationOf(product);
    const promoting = await talk.say("what would happen if I promoted version 3?");
    expect(promoting).toMatchObject({ kind: "HELP", content: expect.stringContaining("Promoting puts a version") });
    await talk.say("take titanic off production");
    const training = await talk.say("how would I train titanic?");
    expect(training).toMatchObject({ kind: "HELP", content: expect.stringContaining("Training makes a new version") });
    expect(training.content).toContain("“Train the titanic model with 30% held out”");
    expect(training.content).toContain("Back to the open question.");
  });
});
