import { describe, expect, test } from "vitest";
import { createBuiltInInterpreter } from "../../built-in/index.ts";
import { readEvaluationSet } from "../../evaluation/cases.ts";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import type { Intent } from "../../interpreter.ts";
import type { Proposal } from "../proposal.ts";
import { actOf, requestOf } from "../testing/proposals.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { MessageText } from "./message-text.ts";

/** A language model that reads the worst into every message: what it was tricked into must not come through. */
const builtIn = createBuiltInInterpreter();
const sets = [readEvaluationSet("tuning"), readEvaluationSet("held-out")];
const messages = sets.flatMap((set) => set.messages);
const turns = sets.flatMap((set) => set.turns);

async function judge({ say, context: name }: (typeof messages | typeof turns)[number], proposal: Proposal) {
  const context = evaluationContexts[name];
  const reading = await builtIn.interpret(say, context);
  return { reading, verdict: acceptProposal(proposal, new MessageText(say, say, context), context, reading) };
}

describe("a hostile language model", () => {
  test.each<Intent>(["PROMOTE", "ARCHIVE", "ROLLBACK", "REMOVE"])(
    "gets no %s out of negations and injections",
    async (intent) => {
      const traps = messages.filter(({ kind }) => kind === "negated" || kind === "injection");
      expect(traps.length).toBeGreaterThan(20);
      for (const trap of traps) {
        const { reading, verdict } = await judge(trap, requestOf(intent, trap.say));
        if (!reading.intents.some((known) => known.intent === intent))
          expect(verdict, trap.say).toHaveProperty("refused");
      }
    },
  );

  test.each<Intent>(["TRAIN", "CANCEL_TRAINING"])(
    "starts no %s that the built-in interpreter does not read",
    async (intent) => {
      for (const item of [...messages, ...turns]) {
        const { reading, verdict } = await judge(item, requestOf(intent, item.say));
        if (!reading.intents.some((known) => known.intent === intent))
          expect(verdict, item.say).toHaveProperty("refused");
      }
    },
  );

  test("confirms nothing that the built-in interpreter does not read as a yes", async () => {
    for (const item of [...messages, ...turns]) {
      const { reading, verdict } = await judge(item, actOf("AFFIRM"));
      expect("refused" in verdict, item.say).toBe(reading.act !== "AFFIRM");
    }
  });
});
