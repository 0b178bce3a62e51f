import { handlerOf } from "../intents/index.ts";
import { ended, type Node, orRefuse } from "./node.ts";

/** Works out what would change, to be shown. */
export const plan: Node = async (state, context) => {
  const { current } = state;
  if (current?.phase !== "plan") throw new Error("nothing to plan");
  const handler = handlerOf(current.intent.intent);
  if (handler.kind !== "confirmed") throw new Error(`${current.intent.intent} needs no plan`);
  await context.announce("confirm", "Working out what would change");
  const expiresAt = new Date(context.scope.services.clock.now().getTime() + context.confirmationMs);
  const planned = await orRefuse(() => handler.plan(context, current.input, expiresAt));
  if ("refused" in planned) return ended(state, planned.refused, context);
  const approval = { ...planned.value, expiresAt: expiresAt.toISOString() };
  return { current: { ...current, phase: "confirm", approval } };
};
