import { rollback } from "../../models/rollback.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { takesThePlaceOf } from "./takes-the-place-of.ts";
import { whichModel } from "./which-model.ts";

export const rollbackIntent = confirmed(rollback, {
  heading: ({ model }) => `Roll back ${model}`,
  question: ({ model, target, replaced }) =>
    `Roll ${code(model.name)} back to version ${target.version}? ${takesThePlaceOf(model.id, replaced) ?? "It will be in production again and answer predictions."}`,
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
