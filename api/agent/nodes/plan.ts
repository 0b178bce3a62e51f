import { z } from "zod";
import { handlerOf } from "../intents/index.ts";
import { ended, type Node, orRefuse } from "./node.ts";

const subject = z.union([
  z.object({ model: z.string(), version: z.number().optional() }),
  z.object({ name: z.string() }).transform(({ name }) => ({ model: name })),
]);

/** Works out what would change, to be shown. */
export const plan: Node = async (state, context) => {
  const { current } = state;
  if (current?.phase !== "plan") throw new Error("nothing to plan");
  const handler = handlerOf(current.intent.intent);
  if (handler.kind !== "confirmed") throw new Error(`${current.intent.intent} needs no plan`);
  context.announce("confirm", "Working out what would change");
  const expiresAt = new Date(context.scope.services.clock.now().getTime() + context.confirmationMs);
  const planned = await orRefuse(() => handler.plan(context, current.input, expiresAt));
  if ("refused" in planned) return ended(state, planned.refused, context);
  const about = subject.safeParse(current.input);
  const approval = {
    ...planned.value,
    expiresAt: expiresAt.toISOString(),
    ...(about.success ? { about: about.data } : {}),
  };
  return { current: { ...current, phase: "confirm", approval } };
};
