import { outcome } from "../outcome.ts";
import { nextSteps } from "./help.ts";
import type { DirectHandler } from "./intent-handler.ts";

export const outOfScopeIntent: DirectHandler = {
  kind: "direct",
  actions: [],
  perform: async ({ world }) =>
    outcome(
      "OUT_OF_SCOPE",
      "That is outside of what I can do, sorry. I train, compare, promote, archive, roll back and remove models, make predictions with them, and tell who did what.",
      { suggestions: nextSteps(world).slice(0, 3) },
    ),
};
