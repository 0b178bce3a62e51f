import { runAction, runRead } from "../../actions/run-action.ts";
import { cancelTraining } from "../../training/cancel-training.ts";
import { findRun } from "../../training/describe-run.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";

export const cancelTrainingIntent: DirectHandler = {
  kind: "direct",
  actions: [cancelTraining.name],
  async perform({ scope }, slots, key) {
    const run = await runRead(findRun, { model: slots.model, active: true }, scope);
    if (!run) {
      return outcome(
        "TRAINING_STATUS",
        `${slots.model ? `${code(slots.model)} is not` : "Nothing is"} being trained right now, so there is nothing to cancel.`,
        {
          suggestions: ["What models are available?"],
        },
      );
    }
    await runAction(cancelTraining, { runId: run.id }, scope, { idempotencyKey: key });
    return outcome("TRAINING_CANCELLED", `The training of ${code(run.model.name)} is cancelled. No version was made.`, {
      cards: [{ type: "TrainingCard", runId: run.id }],
      suggestions: [`Train the ${run.model.name} model with 30% held out`],
      focus: { model: run.model.name, runId: run.id, version: undefined },
    });
  },
};
