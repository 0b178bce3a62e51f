import { rollback } from "../../models/rollback.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

export const rollbackIntent = confirmed(rollback, {
  heading: ({ model }) => `Roll back ${model}`,
  async resolve(context, slots) {
    const which = whichModel(context, slots);
    return "model" in which ? { input: { model: which.model } } : which;
  },
  done: ({ model, version }) =>
    outcome(
      "ROLLED_BACK",
      `Done: ${code(model)} is back at version ${version}, which is in production and answers predictions.`,
      {
        suggestions: [`What happened to ${model}?`, "Which model is active?"],
        focus: { model, version },
      },
    ),
});
