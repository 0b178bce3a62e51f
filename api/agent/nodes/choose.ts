import { interrupt } from "@langchain/langgraph";
import { type Pending, pendingAnswerSchema } from "../../chat/pending.ts";
import { cancelled, type Node } from "./node.ts";

/** Asks which one is meant, and puts the intent back in front with the answer. */
export const choose: Node = async (state) => {
  const { current } = state;
  if (current?.phase !== "choose") throw new Error("nothing to choose");
  const { slot, question, options } = current.ask;
  const asked: Pending = { kind: "CHOICE", intent: current.intent.intent, question, options };
  const answer = pendingAnswerSchema.parse(interrupt(asked));
  if (!("choice" in answer)) return cancelled(state, "All right, I leave it at that. Nothing was changed.");
  const chosen = slot === "version" ? { version: Number(answer.choice) } : { model: answer.choice };
  const problems = current.intent.problems.filter((problem) => problem.slot !== slot);
  const intent = { ...current.intent, slots: { ...current.intent.slots, ...chosen }, problems };
  const { version } = current.intent.slots;
  const models = options.map(({ value }) => value);
  const chosenOf = slot === "model" ? { models, ...(version === undefined ? {} : { version }) } : null;
  return { current: null, queue: [intent, ...state.queue], chosenOf };
};
