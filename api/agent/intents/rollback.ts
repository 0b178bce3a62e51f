import { runRead } from "../../actions/run-action.ts";
import { describeModel } from "../../models/describe-model.ts";
import { neverInProduction, rollback } from "../../models/rollback.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { takesThePlaceOf } from "./takes-the-place-of.ts";
import { whichModel } from "./which-model.ts";

export const rollbackIntent = confirmed(rollback, {
  heading: ({ model, version }) => (version ? `Roll ${model} back to version ${version}` : `Roll back ${model}`),
  question: ({ model, target, replaced }) =>
    `Roll ${code(model.name)} back to version ${target.version}? ${takesThePlaceOf(model.id, replaced) ?? "It will be in production again and answer predictions."}`,
  async resolve(context, slots) {
    const which = whichModel(context, slots);
    if (!("model" in which)) return which;
    const { model } = which;
    if (!slots.version) return { input: { model, version: undefined } };
    const { version } = await runRead(describeModel, { model, version: slots.version }, context.scope);
    // "Roll back version 4", the one in production: away from it.
    if (version?.stage === "PRODUCTION") return { input: { model, version: undefined } };
    if (version?.promotedAt !== null) return { input: { model, version: slots.version } };
    return {
      outcome: outcome("ERROR", neverInProduction(model, slots.version), {
        suggestions: [`Promote version ${slots.version} of ${model}`, `Roll back ${model}`],
        focus: { model },
      }),
    };
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
