import { interrupt } from "@langchain/langgraph";
import { type Pending, pendingAnswerSchema } from "../../chat/pending.ts";
import { handlerOf } from "../intents/index.ts";
import { cancelled, type Node } from "./node.ts";

/** Shows the plan and waits. Only a yes to exactly this plan goes on; a yes to another one is asked again. */
export const confirm: Node = async (state) => {
  const { current } = state;
  if (current?.phase !== "confirm") throw new Error("nothing to confirm");
  const { intent, approval } = current;
  const action = handlerOf(intent.intent).actions[0] ?? "";
  const asked: Pending = {
    kind: "CONFIRMATION",
    intent: intent.intent,
    action,
    ...approval,
    // What comes by itself was asked for before: to ask for it again is no yes to a plan that nobody called for just now.
    ...(state.message === "" ? {} : { request: state.message }),
    ...(state.chosenOf ? { chosenOf: state.chosenOf } : {}),
  };
  const answer = pendingAnswerSchema.parse(interrupt(asked));
  if (!("confirm" in answer)) return cancelled(state);
  return answer.digest === approval.digest ? { current: { ...current, phase: "execute" } } : { current };
};
